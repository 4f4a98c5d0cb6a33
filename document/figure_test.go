package document_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/document"
	"github.com/soc2kit/soc2/problem"
)

// requireDrawing demands that content is well-formed XML of the elements and attributes that a drawing needs, and that no
// attribute holds what is no number.
func requireDrawing(t testing.TB, content []byte) string {
	t.Helper()
	elements := map[string]bool{"svg": true, "title": true, "desc": true, "rect": true, "g": true, "line": true, "text": true, "circle": true, "polyline": true}
	number := regexp.MustCompile(`^-?[0-9]+(\.[0-9]+)?%?$`)
	named := regexp.MustCompile(`^(fill|stroke|stroke-dasharray|stroke-linejoin|stroke-linecap|vector-effect|text-anchor|font-family|role|viewBox|transform|points|xmlns|preserveAspectRatio|overflow|class)$`)
	var text strings.Builder
	for d := xml.NewDecoder(bytes.NewReader(content)); ; {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return text.String()
		}
		require.NoError(t, err, "%s", content)
		switch token := token.(type) {
		case xml.StartElement:
			require.True(t, elements[token.Name.Local], token.Name.Local)
			for _, a := range token.Attr {
				require.NotContains(t, a.Value, "NaN")
				require.NotContains(t, a.Value, "Inf")
				if !named.MatchString(a.Name.Local) {
					require.Regexp(t, number, a.Value, a.Name.Local)
				}
			}
		case xml.CharData:
			text.Write(token)
		case xml.ProcInst, xml.Directive, xml.Comment:
			t.Fatalf("%T", token)
		}
	}
}

func FuzzFigure(f *testing.F) {
	for _, s := range texts {
		f.Add(s, 0.0, 1.0, 0.5, 2.0)
	}
	for _, v := range []float64{0, math.Copysign(0, -1), 1e-320, 1e-10, -1, 0.1, 1e12, 1e13, 1e308, -1e308, math.NaN(), math.Inf(1), math.Inf(-1)} {
		f.Add("x", v, 1.0, 0.5, v)
		f.Add("x", 0.0, v, v, 1.0)
		f.Add("x", v, v, v, v)
		f.Add("x", -v, v, 1.0, 0.0)
		f.Add("x", 0.0, 0.0, v, 1e-9)
	}
	f.Add(strings.Repeat("long words ", 500), 0.0, 1.0, 0.5, 2.0)
	f.Add(strings.Repeat("\u202E", 500), 0.0, 1.0, 0.5, 2.0)
	f.Fuzz(func(t *testing.T, s string, from, to, v, w float64) {
		curve, rows := plot(s, document.Plain(s)), intervals(s, document.Plain(s))
		curve.X.From, curve.X.To, curve.Y.From = from, to, v
		curve.Series[0].Points = append(curve.Series[0].Points, document.Point{X: v, Y: w}, document.Point{X: w, Y: v})
		curve.Markers[0].Point = document.Point{X: v, Y: v}
		curve.Lines[0].At, curve.Lines[1].At = w, v
		rows.X.From, rows.X.To = from, to
		rows.Rows[0].From, rows.Rows[0].Value, rows.Rows[0].To = v, w, to
		rows.Rows[2].Lines[0].At = w
		for _, figure := range []*document.Figure{curve, rows} {
			problems := figure.Validate()
			for _, x := range []float64{from, to, v, w} {
				if math.IsNaN(x) || math.IsInf(x, 0) {
					require.NotEmpty(t, problems, "%v is no number for a figure", x)
				}
			}
			drawn := requireDrawing(t, svg(t, figure))
			require.NotContains(t, strings.ReplaceAll(drawn, visible(s), ""), "NaN")
			page := html(t, in(figure))
			tokenize(t, string(page))
			from, to := bytes.Index(page, []byte("<svg")), bytes.LastIndex(page, []byte("</svg>"))
			requireDrawing(t, page[from:to+len("</svg>")])
			markdown(t, in(figure))
		}
	})
}

func TestSoundFigures(t *testing.T) {
	for _, f := range []*document.Figure{curveFigure(), intervalFigure(), seriesFigure()} {
		require.Empty(t, f.Validate())
		requireDrawing(t, svg(t, f))
	}
}

func TestFigureProblems(t *testing.T) {
	for _, c := range []struct {
		name  string
		of    func() *document.Figure
		spoil func(f *document.Figure)
		path  string
		code  problem.Code
	}{
		{"no title", curveFigure, func(f *document.Figure) { f.Title = "" }, "/title", document.CodeTitleMissing},
		{"anchor with a space", curveFigure, func(f *document.Figure) { f.ID = "a b" }, "/id", document.CodeAnchorForm},
		{"axis without words", curveFigure, func(f *document.Figure) { f.Y.Label = " " }, "/y/label", document.CodeFigureLabel},
		{"axis that ends where it begins", seriesFigure, func(f *document.Figure) {
			f.Series, f.Lines, f.X = f.Series[2:], nil, document.Axis{Label: "x", From: 6, To: 6}
			f.Markers = nil
		}, "/x", document.CodeFigureRange},
		{"axis without an end", seriesFigure, func(f *document.Figure) { f.X.To = math.Inf(1) }, "/x", document.CodeFigureNumber},
		{"nothing", curveFigure, func(f *document.Figure) { f.Series, f.Markers = nil, nil }, "", document.CodeFigureEmpty},
		{"series without points", curveFigure, func(f *document.Figure) { f.Series[0].Points = nil }, "/series/0/points", document.CodeFigureEmpty},
		{"series without a name", curveFigure, func(f *document.Figure) { f.Series[0].Name = "" }, "/series/0/name", document.CodeFigureLabel},
		{"unknown tone", curveFigure, func(f *document.Figure) { f.Series[0].Tone = "red" }, "/series/0/tone", document.CodeValueUnknown},
		{"not a number", curveFigure, func(f *document.Figure) { f.Series[0].Points[3].Y = math.NaN() }, "/series/0/points/3/y", document.CodeFigureNumber},
		{"number too large", seriesFigure, func(f *document.Figure) { f.Markers[0].Y = 2e12 }, "/markers/0/y", document.CodeFigureNumber},
		{"number beside the axis", curveFigure, func(f *document.Figure) { f.Markers[0].X = 0.31 }, "/markers/0/x", document.CodeFigureBeyond},
		{"line beside the axis", curveFigure, func(f *document.Figure) { f.Lines[0].At = -0.1 }, "/lines/0/at", document.CodeFigureBeyond},
		{"line without words", curveFigure, func(f *document.Figure) { f.Lines[0].Label = "" }, "/lines/0/label", document.CodeFigureLabel},
		{"too many series", curveFigure, func(f *document.Figure) {
			f.Series = append(f.Series, make([]document.Series, 6)...)
			for i := range f.Series {
				f.Series[i] = f.Series[0]
			}
		}, "/series", document.CodeFigureCount},
		{"too many points", curveFigure, func(f *document.Figure) { f.Series[0].Points = make([]document.Point, 10_001) }, "/series/0/points", document.CodeFigureCount},
		{"rows and series", intervalFigure, func(f *document.Figure) { f.Series = curveFigure().Series }, "/series", document.CodeFigureMixed},
		{"rows and markers", intervalFigure, func(f *document.Figure) { f.Markers = []document.Marker{{}} }, "/markers", document.CodeFigureMixed},
		{"rows and an axis upwards", intervalFigure, func(f *document.Figure) { f.Y.Label = "x" }, "/y", document.CodeFigureMixed},
		{"rows and a level line", intervalFigure, func(f *document.Figure) { f.Lines = []document.ReferenceLine{{Label: "x", Level: true}} }, "/lines/0/level", document.CodeFigureMixed},
		{"row names", intervalFigure, func(f *document.Figure) { f.RowNames.To = "" }, "/rowNames/to", document.CodeFigureLabel},
		{"row without words", intervalFigure, func(f *document.Figure) { f.Rows[1].Label = "" }, "/rows/1/label", document.CodeFigureLabel},
		{"tone without words", intervalFigure, func(f *document.Figure) { f.Rows[1].State = "" }, "/rows/1/state", document.CodeFigureLabel},
		{"value outside its interval", intervalFigure, func(f *document.Figure) { f.Rows[1].Value = 0.2 }, "/rows/1/value", document.CodeFigureOrder},
		{"unknown and good", intervalFigure, func(f *document.Figure) { f.Rows[3].Tone = document.Good }, "/rows/3/tone", document.CodeFigureOrder},
		{"unknown with numbers", intervalFigure, func(f *document.Figure) { f.Rows[3].To = 0.1 }, "/rows/3", document.CodeFigureOrder},
		{"too many lines of a row", intervalFigure, func(f *document.Figure) {
			f.Rows[0].Lines = append(f.Rows[1].Lines, append(f.Rows[1].Lines, f.Rows[1].Lines...)...)
		}, "/rows/0/lines", document.CodeFigureCount},
	} {
		t.Run(c.name, func(t *testing.T) {
			f := c.of()
			c.spoil(f)
			l := f.Validate()
			require.Len(t, l, 1, "%v", l)
			require.Equal(t, c.path, l[0].Path)
			require.Equal(t, c.code, l[0].Code)
			requireDrawing(t, svg(t, f))
		})
	}
	l := in(&document.Figure{ID: "x"}, table(document.Cell{Blocks: []document.Block{curveFigure()}})).Validate()
	require.Contains(t, l.String(), string(document.CodeTableNested))
	require.Contains(t, l.String(), string(document.CodeAnchorRepeated))
	require.Contains(t, l.String(), string(document.CodeReference), "the caption refers to what is not there")
}

// A row of which nothing is known shows no interval and no number, whatever else it says.
func TestNothingKnownIsDrawnAsSuch(t *testing.T) {
	f := intervalFigure()
	f.Rows = f.Rows[3:]
	for _, tone := range document.Tones() {
		f.Rows[0].Tone = tone
		f.Rows[0].Value, f.Rows[0].To = 0.01, 0.02
		drawn := string(svg(t, f))
		require.Contains(t, drawn, `stroke-dasharray="3 4"`)
		require.NotContains(t, drawn, "<circle")
		require.NotContains(t, drawn, "#12502a", "the colour of what is as it should be")
		require.Contains(t, drawn, "Nothing may be inferred")
		require.NotContains(t, string(markdown(t, in(f))), "2 %")
	}
}

func TestFiguresShareAPage(t *testing.T) {
	page := tokenize(t, string(html(t, in(curveFigure(), intervalFigure(), seriesFigure()))))
	seen := map[string]bool{}
	for _, id := range page.values["id"] {
		require.False(t, seen[id], "two elements have the id %q", id)
		seen[id] = true
	}
	require.True(t, seen["curve"] && seen["intervals"])
	require.True(t, page.names["svg role"] && page.names["title"] && page.names["desc"])
	for _, words := range []string{"Risk 12.158 %", "81.79 %", "Tolerable rate", "Nothing may be inferred: chosen by judgment"} {
		require.Contains(t, strings.ReplaceAll(page.text, "\u00a0", " "), words)
	}
}

func TestSVGOptions(t *testing.T) {
	f := *curveFigure()
	for _, width := range []int{-1, 319, 4001} {
		require.ErrorContains(t, document.WriteSVG(io.Discard, f, &document.SVGOptions{Width: width}), "not a width")
	}
	require.Error(t, document.WriteSVG(nil, f, nil))
	var small, wide bytes.Buffer
	require.NoError(t, document.WriteSVG(&small, f, &document.SVGOptions{Width: 320}))
	require.NoError(t, document.WriteSVG(&wide, f, &document.SVGOptions{Width: 4000}))
	require.Contains(t, small.String(), `width="320"`)
	require.Contains(t, wide.String(), `viewBox="0 0 4000 `)
	for room := 0; room < small.Len(); room += 101 {
		require.ErrorIs(t, document.WriteSVG(&narrow{room: room}, f, &document.SVGOptions{Width: 320}), errFull)
	}
}

func TestWordsAreCutNotLost(t *testing.T) {
	f := curveFigure()
	f.Markers[0].Label = strings.Repeat("very ", 400) + "long"
	require.Contains(t, string(svg(t, f)), "…")
	require.Contains(t, string(html(t, in(f))), f.Markers[0].Label, "the table has all of it")
	require.Contains(t, string(markdown(t, in(f))), f.Markers[0].Label)
}
