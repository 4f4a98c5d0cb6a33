package schema_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/schema"
)

// The judges in other languages run where they are installed; .ci/schema installs them:
//
//	go test ./schema -run Peers -peers DIR
var (
	peersFolder = flag.String("peers", "", "the `folder` that holds a copy of testdata/judges, with node_modules: judge with ajv and python-jsonschema as well")
	peersPython = flag.String("python", "python3", "the Python that has jsonschema")
)

// A judgeDifference is a class of documents that one judge sees otherwise than the others.
type judgeDifference struct {
	judge, class, reason string
}

var judgeDifferences = []judgeDifference{
	{"python", "line feed", "in Python $ matches before a line feed at the end as well; readers in Python use fullmatch, or trim"},
	{"python", "year 0000", "Python's calendar starts with the year 1, as that of this module does"},
	{"python", "rounded", "a number is a floating-point number, which is 1"},
	{"ajv", "rounded", "a number is a floating-point number, which is 1"},
	{"python", "date-time", "the format is asserted only where rfc3339-validator is installed, which Debian 12 does not have; the pattern is"},
}

// A judgedDocument is a document that all judges have to judge alike.
type judgedDocument struct {
	schema   schemaName
	label    string
	class    string // of differences
	document string
}

// judgedDocuments are examples, their extraction forms, generated documents, documents with one fault each, and probes.
func judgedDocuments(t *testing.T) []judgedDocument {
	t.Helper()
	var all []judgedDocument
	add := func(kind string, v schema.Variant, label, class string, document []byte) {
		all = append(all, judgedDocument{schemaName{kind, v}, label, class, string(document)})
	}
	seen := map[string]bool{} // each member is broken once, whichever documents have it
	for _, d := range schema.Documents() {
		var extraction map[string]any // computed documents have none
		if !d.Computed {
			extraction = schemaTree(t, schemaName{d.Kind, schema.Extraction})
		}
		examples, err := schema.Examples(d.Kind)
		require.NoError(t, err)
		for _, e := range examples {
			for _, v := range documentVariants {
				add(d.Kind, v, e.Name, "", e.JSON)
			}
			if d.Computed {
				continue
			}
			filled := extracted(extraction, decoded(e.JSON)).(map[string]any)
			add(d.Kind, schema.Extraction, e.Name+" extracted", "", must(json.Marshal(filled)))
			filled["unheardOf"] = nil
			add(d.Kind, schema.Extraction, e.Name+" extracted, with another member", "", must(json.Marshal(filled)))
			add(d.Kind, schema.Extraction, e.Name+" as it is", "", e.JSON)
		}
		for _, m := range mutations(schemaTree(t, schemaName{d.Kind, schema.Strict}), exampleBytes(t, d.Kind), d.Kind, seen) {
			class := ""
			if m.keyword == "format date-time" {
				class = "date-time"
			}
			for _, v := range documentVariants {
				add(d.Kind, v, d.Kind+" "+m.String(), class, m.document)
			}
		}
	}
	documents, err := generated()
	require.NoError(t, err)
	for _, d := range documents {
		for _, v := range documentVariants {
			add(d.kind, v, d.kind+", generated", "", d.json)
		}
	}
	for _, p := range probes() {
		for _, v := range documentVariants {
			add(p.kind, v, p.name, p.class, []byte(p.document))
		}
	}
	return all
}

// A judgeRequest is a line for a judge: a schema that it shall compile, or a document that it shall judge.
type judgeRequest struct {
	Name     string          `json:"name"`
	Schema   json.RawMessage `json:"schema,omitempty"`
	Document *string         `json:"document,omitempty"`
}

type judgeAnswer struct {
	Warnings []string `json:"warnings"`
	Formats  []string `json:"formats"`
	Valid    bool     `json:"valid"`
}

// ask has a judge answer the requests.
func ask(t *testing.T, requests []judgeRequest, program string, arguments ...string) []judgeAnswer {
	t.Helper()
	var in, out, complaints bytes.Buffer
	e := json.NewEncoder(&in)
	for _, r := range requests {
		require.NoError(t, e.Encode(r))
	}
	cmd := exec.Command(program, arguments...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = &in, &out, &complaints
	require.NoError(t, cmd.Run(), "%s", complaints.String())
	require.Empty(t, complaints.String())
	var answers []judgeAnswer
	lines := bufio.NewScanner(&out)
	for lines.Scan() {
		var a judgeAnswer
		require.NoError(t, json.Unmarshal(lines.Bytes(), &a))
		answers = append(answers, a)
	}
	require.NoError(t, lines.Err())
	require.Len(t, answers, len(requests))
	return answers
}

// TestPeers has judges in other languages judge what the Go judge judges, and compares the verdicts one by one. A schema of
// somebody else's that holds all our definitions compiles there too, and so does each of ours, without a warning.
func TestPeers(t *testing.T) {
	if *peersFolder == "" {
		t.Skip("needs Node with ajv, and Python with jsonschema: .ci/schema installs them and gives -peers")
	}
	var requests []judgeRequest
	add := func(name string, b []byte) {
		requests = append(requests, judgeRequest{Name: name, Schema: b})
	}
	for _, name := range schemaNames() {
		b, err := schema.Bytes(name.kind, name.variant)
		require.NoError(t, err)
		add(name.String(), b)
	}
	add("compound", compound(t))
	add("definitions", schema.Definitions())
	schemas := len(requests)

	documents := judgedDocuments(t)
	var valid []bool
	for _, d := range documents {
		valid = append(valid, judged(t, d.schema, []byte(d.document)) == nil)
		requests = append(requests, judgeRequest{Name: d.schema.String(), Document: &d.document})
	}
	whole, err := compileSchema(compound(t), compoundID, "")
	require.NoError(t, err)
	for _, d := range schema.Documents() {
		title := schemaTree(t, schemaName{d.Kind, schema.Strict})["title"].(string)
		for _, document := range []string{string(exampleBytes(t, d.Kind)), "{}"} {
			inside := `{"` + title + `":` + document + `}`
			requests = append(requests, judgeRequest{Name: "compound", Document: &inside})
			documents = append(documents, judgedDocument{label: title + " within a compound", document: inside})
			valid = append(valid, whole.Validate(decoded([]byte(inside))) == nil)
		}
	}

	for _, judge := range []struct {
		name, program, script string
	}{{"ajv", "node", "judge.mjs"}, {"python", *peersPython, "judge.py"}} {
		t.Run(judge.name, func(t *testing.T) {
			script := filepath.Join(*peersFolder, judge.script)
			_, err := os.Stat(script)
			require.NoError(t, err)
			answers := ask(t, requests, judge.program, script)
			for i, a := range answers[:schemas] {
				assert.Empty(t, a.Warnings, "%s", requests[i].Name)
			}
			allFormats := judge.name == "ajv" || slices.Contains(answers[0].Formats, "date-time")
			differ, agreed, refused := map[string]int{}, 0, 0
			for i, a := range answers[schemas:] {
				d := documents[i]
				if !a.Valid {
					refused++
				}
				if a.Valid == valid[i] {
					agreed++
					continue
				}
				differ[d.class]++
				known := slices.ContainsFunc(judgeDifferences, func(k judgeDifference) bool { return k.judge == judge.name && k.class == d.class })
				assert.True(t, known, "%s, %s: valid %v here, %v there", d.schema, d.label, valid[i], a.Valid)
			}
			for _, k := range judgeDifferences {
				if k.judge == judge.name && (k.class != "date-time" || !allFormats) {
					assert.Positive(t, differ[k.class], "%s is no difference any more: %s", k.class, k.reason)
				}
			}
			t.Logf("%d schemas, %d verdicts (%d invalid), %d as here, differences %v", schemas, len(documents), refused, agreed, differ)
		})
	}
}
