package main

import (
	"io"
	"os"
	"path/filepath"

	"github.com/soc2kit/soc2/document"
	"github.com/soc2kit/soc2/internal/wholefile"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/report"
)

// writeAll writes the report in each format, and the documents that it was made from, into dir.
func writeAll(dir string, eng report.Engagement, c report.Conclusions, d report.Deliverable) ([]string, error) {
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, err
	}
	blocks := d.Blocks()
	var written []string
	for _, f := range []struct {
		name  string
		write func(io.Writer) error
	}{
		{"report.html", func(w io.Writer) error { return document.WriteHTML(w, blocks, nil) }},
		{"report.md", func(w io.Writer) error { return document.WriteMarkdown(w, blocks, nil) }},
		{"report.json", func(w io.Writer) error { return report.WriteDeliverable(w, d) }},
		{"conclusions.json", func(w io.Writer) error { return report.WriteConclusions(w, c) }},
		{"program.json", func(w io.Writer) error { return program.Write(w, eng.Program) }},
		{"fieldwork.json", func(w io.Writer) error { return report.WriteFieldwork(w, eng.Fieldwork) }},
	} {
		name := filepath.Join(dir, f.name)
		if err := wholefile.Write(name, f.write); err != nil {
			return nil, err
		}
		written = append(written, name)
	}
	return written, nil
}
