package document_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	stdhtml "html"
	"net/url"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/document"
)

var (
	tagPattern       = regexp.MustCompile(`^<(/?)([a-z][a-z0-9]*)((?: [a-zA-Z0-9-]+(?:="[^"<>]*")?)*)(/?)>$`)
	attributePattern = regexp.MustCompile(` ([a-zA-Z0-9-]+)(?:="([^"<>]*)")?`)
)

// A page is what a tokenizer makes of HTML: which elements with which attributes there are, and the text.
type page struct {
	names  map[string]bool // "a", "a href"
	values map[string][]string
	text   string
}

// tokenize reads the HTML that the package writes, and fails on any that it has no reason to write.
func tokenize(t testing.TB, content string) page {
	t.Helper()
	p := page{names: map[string]bool{}, values: map[string][]string{}}
	content = strings.Replace(content, document.HTMLStyle(), "", 1)
	content = strings.TrimPrefix(content, "<!DOCTYPE html>")
	var text strings.Builder
	var open []string
	for content != "" {
		start := strings.IndexByte(content, '<')
		if start < 0 {
			start = len(content)
		}
		require.NotContains(t, content[:start], ">")
		text.WriteString(stdhtml.UnescapeString(content[:start]))
		if content = content[start:]; content == "" {
			break
		}
		end := strings.IndexByte(content, '>')
		require.Positive(t, end, "a tag without an end: %.100q", content)
		tag := tagPattern.FindStringSubmatch(content[:end+1])
		require.NotNil(t, tag, "not a tag of ours: %q", content[:end+1])
		content = content[end+1:]
		name := tag[2]
		switch {
		case tag[1] == "/":
			require.NotEmpty(t, open)
			require.Equal(t, open[len(open)-1], name, "wrongly nested")
			open = open[:len(open)-1]
		case tag[4] == "/": // closes itself, as elements of SVG may
			require.Contains(t, open, "svg")
		case name == "br":
			text.WriteString("\n")
		case name != "meta" && name != "col":
			open = append(open, name)
		}
		p.names[name] = true
		for _, a := range attributePattern.FindAllStringSubmatch(tag[3], -1) {
			p.names[name+" "+a[1]] = true
			p.values[a[1]] = append(p.values[a[1]], stdhtml.UnescapeString(a[2]))
		}
	}
	require.Empty(t, open, "left open")
	p.text = text.String()
	return p
}

func FuzzHTML(f *testing.F) {
	for _, s := range texts {
		f.Add(s, s)
	}
	benign := tokenize(f, string(html(f, fill("benign\nwords", "https://example.com/"))))
	f.Fuzz(func(t *testing.T, s, to string) {
		p := tokenize(t, string(html(t, fill(s, to))))
		for name := range p.names {
			require.True(t, benign.names[name], "%q is not in the benign page", name)
		}
		require.Contains(t, p.text, visible(s))
		for _, address := range p.values["href"] {
			checkAddress(t, address)
		}
		for _, values := range p.values {
			for _, v := range values {
				require.Equal(t, visible(v), v, "a value holds what should have been made visible")
			}
		}
	})
}

// checkAddress asks the standard library's idea of an address.
func checkAddress(t testing.TB, address string) {
	t.Helper()
	if strings.HasPrefix(address, "#") {
		return
	}
	require.NotContains(t, address, `\`)
	require.False(t, strings.HasPrefix(address, "//"), address)
	u, err := url.Parse(address)
	if err != nil {
		// Such an address goes nowhere, but its beginning must be sound.
		require.Regexp(t, `^(?i:https?://|mailto:)|^[^:]*([/?#]|$)`, address)
		return
	}
	require.Contains(t, []string{"", "http", "https", "mailto"}, u.Scheme, address)
	require.True(t, u.Host == "" || u.Scheme != "", address)
}

func TestHTMLNeedsNothing(t *testing.T) {
	for _, file := range []string{"sample", "minimal", "hostile"} {
		content, err := os.ReadFile("testdata/" + file + ".html")
		require.NoError(t, err)
		p := tokenize(t, string(content))
		for _, name := range []string{"script", "link", "img", "iframe", "object", "embed", "form", "base", "use", "image", "foreignObject", "animate", "set"} {
			require.False(t, p.names[name], "%s holds <%s>", file, name)
		}
		for name := range p.names {
			_, attribute, _ := strings.Cut(name, " ")
			require.NotContains(t, []string{"src", "srcset", "style", "srcdoc", "action", "ping", "xlink:href", "filter", "mask", "clip-path"}, attribute, file)
			require.False(t, strings.HasPrefix(attribute, "on"), "%s: %s", file, name)
		}
		require.NotContains(t, p.values["http-equiv"], "refresh")
	}
	for _, s := range []string{"url(", "@import", "image-set(", "expression", "</", "src"} {
		require.NotContains(t, document.HTMLStyle(), s)
	}
}

func TestHTMLPolicyAllowsTheStyleAlone(t *testing.T) {
	content := string(html(t, minimal()))
	style := content[strings.Index(content, "<style>")+len("<style>") : strings.Index(content, "</style>")]
	sum := sha256.Sum256([]byte(style))
	require.Contains(t, content, `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-`+
		base64.StdEncoding.EncodeToString(sum[:])+"'; base-uri 'none'; form-action 'none'\">")
}

func TestHTMLHeadings(t *testing.T) {
	doc := document.Document{Title: "Top"}
	sections := &doc.Sections
	for range 8 {
		*sections = []document.Section{{Title: "x"}}
		sections = &(*sections)[0].Sections
	}
	content := string(html(t, doc))
	levels := regexp.MustCompile(`<h(\d)>|aria-level="(\d)"`).FindAllStringSubmatch(content, -1)
	require.Len(t, levels, 9)
	for i, level := range levels {
		require.Equal(t, string(rune('1'+i)), level[1]+level[2])
	}
}

func TestMarkIsEverywhere(t *testing.T) {
	doc := sample()
	content := string(html(t, doc))
	require.Contains(t, content, `<html lang="en" data-mark="DRAFT">`)
	require.Contains(t, content, "<title>DRAFT: ")
	require.Contains(t, content, `<aside class="mark" aria-label="Status"><strong>DRAFT</strong> <span>No practitioner`)
	require.Contains(t, document.HTMLStyle(), "aside.mark{position:fixed", "a browser repeats what is fixed on each page")

	var fragment bytes.Buffer
	require.NoError(t, document.WriteHTMLFragment(&fragment, doc, "services", nil))
	require.True(t, strings.HasPrefix(fragment.String(), `<section id="services" data-mark="DRAFT">`+"\n"+
		`<p class="mark"><strong>DRAFT</strong>`), fragment.String())
	tokenize(t, fragment.String())

	require.Equal(t, 1+len(doc.Sections), strings.Count(string(markdown(t, doc)), "**DRAFT**"))

	doc.Mark = ""
	require.NotContains(t, string(html(t, doc)), "DRAFT")
	require.NotContains(t, string(markdown(t, doc)), "DRAFT")
}

func TestHTMLFragment(t *testing.T) {
	doc := sample()
	write := func(id string, opts *document.HTMLOptions) (string, error) {
		var b bytes.Buffer
		err := document.WriteHTMLFragment(&b, doc, id, opts)
		return b.String(), err
	}
	content, err := write("description", &document.HTMLOptions{Level: 4})
	require.NoError(t, err)
	require.Contains(t, content, "<h4>Section III")
	require.Contains(t, content, "<h5>Services")

	for _, level := range []int{-1, 7} {
		_, err = write("description", &document.HTMLOptions{Level: level})
		require.ErrorContains(t, err, "document: heading level")
	}
	for _, id := range []string{"", "nowhere", "section-1-2"} {
		content, err = write(id, nil)
		require.ErrorContains(t, err, "document: no section has the id")
		require.Empty(t, content)
	}

	// A section keeps the anchors that it has in the whole document.
	content, err = write("opinion", nil)
	require.NoError(t, err)
	require.Contains(t, content, `<section id="section-1-2">`)
}

func TestNothingIsLostInRaggedRows(t *testing.T) {
	cells := func(words ...string) (row document.Row) {
		for _, w := range words {
			row.Cells = append(row.Cells, document.Cell{Text: document.Plain(w)})
		}
		return row
	}
	heading := cells("under")
	heading.Heading = document.Plain("above")
	for _, columns := range [][]document.Column{nil, {{Title: "a"}}, {{Title: "a"}, {Title: "b", Header: true}}} {
		doc := document.Document{Title: "x", Sections: []document.Section{{Title: "x", Blocks: []document.Block{
			&document.Table{Columns: columns, Rows: []document.Row{cells(), cells("one"), cells("two", "three", "four"), heading}},
		}}}}
		page := tokenize(t, string(html(t, doc))).text
		rows := string(markdown(t, doc))
		for _, w := range []string{"one", "two", "three", "four", "above", "under"} {
			require.Contains(t, page, w)
			require.Contains(t, rows, w)
		}
		requireEvenRows(t, rows)
	}
}
