package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"

	"github.com/soc2kit/soc2/internal/wholefile"
	"github.com/soc2kit/soc2/schema"
)

func schemaList(s streams, args []string) error {
	flags := newFlags(s, "schema list")
	asJSON := flags.Bool("json", false, "one JSON document")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return fmt.Errorf("unexpected argument %q", rest[0])
	}
	type row struct {
		Kind     string   `json:"kind"`
		Title    string   `json:"title"`
		Root     bool     `json:"root"`
		ID       string   `json:"id"`
		Examples []string `json:"examples"`
	}
	rows := []row{}
	for _, d := range schema.Documents() {
		examples, err := schema.Examples(d.Kind)
		if err != nil {
			return err
		}
		names := []string{}
		for _, e := range examples {
			names = append(names, e.Name)
		}
		rows = append(rows, row{d.Kind, d.Title, d.Root, schema.ID(d.Kind, schema.Strict), names})
	}
	if *asJSON {
		return writeJSON(s.out, rows)
	}
	for _, r := range rows {
		fmt.Fprintf(s.out, "%-12s %s\n", r.Kind, r.Title)
	}
	return nil
}

func schemaShow(s streams, args []string) error {
	flags := newFlags(s, "schema show")
	lenient := flags.Bool("lenient", false, "the variant for readers of later minor versions")
	extraction := flags.Bool("extraction", false, "the variant for forms and language models")
	example := flags.String("example", "", "the example of this name instead; schema list --json lists them")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(rest) != 1 {
		return errors.New("one KIND is expected; soc2 schema list lists them")
	}
	if *example != "" {
		return showExample(s, rest[0], *example)
	}
	variant := schema.Strict
	switch {
	case *lenient && *extraction:
		return errors.New("--lenient and --extraction exclude each other")
	case *lenient:
		variant = schema.Lenient
	case *extraction:
		variant = schema.Extraction
	}
	b, err := schema.Bytes(rest[0], variant)
	if err != nil {
		return err
	}
	_, err = s.out.Write(b)
	return err
}

func showExample(s streams, kind, name string) error {
	examples, err := schema.Examples(kind)
	if err != nil {
		return err
	}
	var names []string
	for _, e := range examples {
		if e.Name == name {
			_, err := s.out.Write(e.JSON)
			return err
		}
		names = append(names, e.Name)
	}
	return fmt.Errorf("--example %q: one of %q expected", name, names)
}

func schemaWrite(s streams, args []string) error {
	flags := newFlags(s, "schema write")
	lenient := flags.Bool("lenient", false, "the schemas for readers of later minor versions")
	extraction := flags.Bool("extraction", false, "the schemas for forms and language models")
	flat := flags.Bool("flat", false, "every type once under $defs, to copy into a schema of your own")
	types := flags.Bool("typescript", false, "the declarations for TypeScript")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(rest) != 1 {
		return errors.New("one DIR is expected")
	}
	files := map[string][]byte{}
	variants := map[schema.Variant]bool{schema.Lenient: *lenient, schema.Extraction: *extraction}
	variants[schema.Strict] = !*lenient && !*extraction && !*flat && !*types
	for _, v := range schema.Variants() {
		for _, d := range schema.Documents() {
			if !variants[v] || !slices.Contains(d.Variants(), v) {
				continue
			}
			if files[schema.FileName(d.Kind, v)], err = schema.Bytes(d.Kind, v); err != nil {
				return err
			}
		}
	}
	if *flat {
		files[schema.DefinitionsFile] = schema.Definitions()
	}
	if *types {
		files[schema.TypeScriptFile] = schema.TypeScript()
	}
	if err := os.MkdirAll(rest[0], 0o755); err != nil {
		return err
	}
	for name, b := range files {
		if err := wholefile.Write(filepath.Join(rest[0], name), func(w io.Writer) error { _, err := w.Write(b); return err }); err != nil {
			return err
		}
	}
	fmt.Fprintf(s.err, "%d files written to %s\n", len(files), rest[0])
	return nil
}
