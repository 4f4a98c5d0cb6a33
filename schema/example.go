package schema

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// An Example is a document that is valid under the schema of its kind.
type Example struct {
	// Name is its file name without ".json": the kind, and perhaps a hyphen and what is special about it.
	Name string
	// JSON is the document.
	JSON []byte
}

// Examples returns the examples of a kind, in the order of their names: the one that has
// nothing but the kind for a name comes first, and is complete. All are fiction. The error lists the kinds that
// there are.
func Examples(kind string) ([]Example, error) {
	if _, err := document(kind); err != nil {
		return nil, err
	}
	entries, err := fs.ReadDir(files, "v1/examples")
	if err != nil {
		return nil, fmt.Errorf("schema: examples: %w", err)
	}
	var examples []Example
	for _, entry := range entries {
		name, ok := strings.CutSuffix(entry.Name(), ".json")
		if !ok || kindOf(name) != kind {
			continue
		}
		b, err := fs.ReadFile(files, "v1/examples/"+entry.Name())
		if err != nil {
			return nil, fmt.Errorf("schema: examples: %w", err)
		}
		examples = append(examples, Example{name, b})
	}
	slices.SortFunc(examples, func(a, b Example) int { return strings.Compare(a.Name, b.Name) }) // file names end in ".json"
	return examples, nil
}

// kindOf returns the kind of the example of a name: the name itself, or what stands before one of its hyphens.
func kindOf(name string) string {
	for _, d := range Documents() {
		if name == d.Kind || strings.HasPrefix(name, d.Kind+"-") {
			return d.Kind
		}
	}
	return ""
}
