package schema

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"

	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/problem"
)

// Compare lists in what the JSON Schema next (draft 2020-12) differs from previous and which version each difference
// needs; [LevelOf] sums them up. Equal schemas have no differences.
//
// Documents have writers and readers, and a difference is minor only if it hurts neither: a program written for the
// previous schema still writes valid documents, and a program that reads documents by the previous schema, or was
// compiled against types generated from it, still understands what it knew before. So these need a major version, too:
// a required property that becomes optional, a further value in an enum, null or another type beside the one there was,
// and a definition with another name. A reader is expected to pass over properties that it does not know: a new optional
// property is minor, also where the previous schema took any further properties. Bounds and patterns are for writers
// alone: wider ones are minor.
//
// Each definition in $defs is compared with the one of the same name, and not once more where it is used. A $ref inside
// an allOf of its own is the same as a $ref. The order of members means nothing. A keyword that Compare does not know and
// that changed needs a major version; so does one that did not change but refers to what did. [Allowance] is for those.
//
// The [Extraction] variant of a schema is not for documents: it requires every member, so each new one counts as major
// there. Compare the others.
//
// Differences are in the order of the names of keywords, definitions and properties. The error is a
// [*problem.ReadError] if a schema is not a JSON object, or lists the allowances that are not sound.
func Compare(previous, next []byte, allowances ...Allowance) ([]Difference, error) {
	differences, err := compareDocuments("", previous, next)
	if err != nil {
		return nil, err
	}
	if err := allow(differences, allowances); err != nil {
		return nil, err
	}
	return differences, nil
}

// CompareSets compares two sets of schemas, each by the name of its file, as [Compare] compares two schemas. A file that
// is gone needs a major version and a new one a minor version. Differences are in the order of the names of files.
func CompareSets(previous, next map[string][]byte, allowances ...Allowance) ([]Difference, error) {
	names := slices.Concat(slices.Collect(maps.Keys(previous)), slices.Collect(maps.Keys(next)))
	slices.Sort(names)
	var (
		differences []Difference
		errs        []error
	)
	for _, name := range slices.Compact(names) {
		before, was := previous[name]
		after, is := next[name]
		// A schema without a counterpart is compared with itself, so that one that cannot be read is never passed over.
		switch {
		case !was:
			before = after
			differences = append(differences, Difference{File: name, Code: CodeKindAdded, Level: Minor, Message: "the schema is new"})
		case !is:
			after = before
			differences = append(differences, Difference{
				File: name, Code: CodeKindRemoved, Level: Major, Message: "the schema is gone; its documents have none any more",
			})
		}
		found, err := compareDocuments(name, before, after)
		if err != nil {
			errs = append(errs, err)
		}
		for _, d := range found {
			d.File = name
			differences = append(differences, d)
		}
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	if err := allow(differences, allowances); err != nil {
		return nil, err
	}
	return differences, nil
}

// compareDocuments compares two schemas; file, which may be empty, names them in errors.
func compareDocuments(file string, previous, next []byte) ([]Difference, error) {
	if file != "" {
		file = " " + file
	}
	before, errBefore := parseSchema(previous, "previous schema"+file)
	after, errAfter := parseSchema(next, "next schema"+file)
	if err := errors.Join(errBefore, errAfter); err != nil {
		return nil, err
	}
	c := comparison{previous: before, next: after}
	c.compare()
	return c.found, nil
}

// looseTable describes a document of which nothing but the form is known.
var looseTable = sync.OnceValue(strictjson.TableOf[json.RawMessage])

// checkJSON returns the reasons why data is no JSON document by the general rules of the module.
func checkJSON(data []byte, document string) error {
	_, _, err := strictjson.Decode[json.RawMessage](data, looseTable(), document)
	return err
}

// parseSchema returns the schema in data, an object.
func parseSchema(data []byte, document string) (map[string]any, error) {
	if err := checkJSON(data, document); err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, fmt.Errorf("schema: %s: %w", document, err)
	}
	object, ok := value.(map[string]any)
	if !ok {
		return nil, &problem.ReadError{Document: document, Faults: []problem.Fault{{
			Code: problem.CodeType, Message: "expected a schema, which is an object",
		}}}
	}
	return withNulls(object).(map[string]any), nil
}
