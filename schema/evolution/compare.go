package evolution

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/soc2kit/soc2/internal/jsonparts"
	"github.com/soc2kit/soc2/problem"
)

// Compare lists in what the JSON Schema next (draft 2020-12) differs from previous and which version each difference
// needs; [LevelOf] sums them up. Equal schemas have no differences.
//
// Documents have writers and readers, and a difference is minor only if it hurts neither: a program written for the
// previous schema still writes valid documents, and a program that reads documents by the previous schema, or was
// compiled against types generated from it, still understands what it knew before. So these need a major version, too:
// a required property that becomes optional, a further value in an enum, null or another type beside the one there was,
// and a definition with another name.
//
// Two things are minor by agreement:
//   - A new optional property. A reader is expected to pass over properties that it does not know. Where the previous schema
//     took any further properties, a document may have used the name for something of its own, and be refused now: names
//     that a schema does not give belong to its next version.
//   - A wider bound, such as minItems 0 where it was 1. Bounds are for writers, and readers are expected to take what comes.
//     The TypeScript declarations of this module ignore bounds: a list is T[] and never a tuple. A generator that follows
//     minItems does change its type.
//
// Each definition in $defs is compared with the one of the same name, and not once more where it is used. A $ref inside
// an allOf of its own is the same as a $ref. Where the only alternative of an anyOf or oneOf stands without it in the other
// schema, that is one difference, [CodeAlternativeChanged], and the two are compared. The order of members means nothing. A
// keyword that Compare does not know and that changed needs a major version; so does one that did not change but refers to
// what did. [Allowance] is for those, and for what is judged by its form alone.
//
// The extraction variant of a schema is not for documents: it requires every member, so each new one counts as major there.
// Compare the others.
//
// Differences are in the order of the names of keywords, definitions and properties. The error is a
// [*problem.ReadError] if a schema is not a JSON object, or lists the allowances that are not sound.
func Compare(previous, next []byte, allowances ...Allowance) ([]Difference, error) {
	differences, err := compareSchemas(previous, next, "previous schema", "next schema")
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
		var (
			found []Difference
			err   error
		)
		switch {
		case !was:
			_, err = parseSchema(after, "next schema "+name)
			found = []Difference{{Code: CodeKindAdded, Level: LevelMinor, Message: "the schema is new"}}
		case !is:
			_, err = parseSchema(before, "previous schema "+name)
			found = []Difference{{Code: CodeKindRemoved, Level: LevelMajor, Message: "the schema is gone; its documents have none any more"}}
		default:
			found, err = compareSchemas(before, after, "previous schema "+name, "next schema "+name)
		}
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

// compareSchemas compares two schemas, which errors call by the given names.
func compareSchemas(previous, next []byte, previousName, nextName string) ([]Difference, error) {
	before, errBefore := parseSchema(previous, previousName)
	after, errAfter := parseSchema(next, nextName)
	if err := errors.Join(errBefore, errAfter); err != nil {
		return nil, err
	}
	c := comparison{previous: before, next: after}
	c.compare()
	return c.found, nil
}

// parseSchema returns the schema in data, an object.
func parseSchema(data []byte, document string) (map[string]any, error) {
	if err := jsonparts.Check(data, document); err != nil {
		return nil, err
	}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var value any
	if err := decoder.Decode(&value); err != nil {
		return nil, fmt.Errorf("evolution: %s: %w", document, err)
	}
	object, ok := value.(map[string]any)
	if !ok {
		return nil, &problem.ReadError{Document: document, Faults: []problem.Fault{{
			Code: problem.CodeType, Message: "expected a schema, which is an object",
		}}}
	}
	return withNulls(object).(map[string]any), nil
}
