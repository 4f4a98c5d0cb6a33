package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
)

// printCoverage prints which of the 61 criteria a library of controls reaches, and which of its ids are no criteria. The
// file is an array of objects with a list "criteria" of ids as their source spells them.
func printCoverage(w io.Writer, name string) error {
	b, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	var library []struct {
		ID       string   `json:"source_id"`
		Criteria []string `json:"criteria"`
	}
	if err := json.Unmarshal(b, &library); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	var mapped []criteria.ID
	var spellings []string // refused, in the order met
	refused := make(map[string]refusal)
	with := 0
	for _, ctl := range library {
		if len(ctl.Criteria) > 0 {
			with++
		}
		for _, spelling := range ctl.Criteria {
			ids, no := criteria.Recognize(spelling)
			mapped = append(mapped, ids...)
			for _, r := range no {
				if refused[r.Spelling].reason == "" {
					spellings = append(spellings, r.Spelling)
				}
				refused[r.Spelling] = refusal{r.Reason, append(refused[r.Spelling].controls, ctl.ID)}
			}
		}
	}
	var all []criteria.ID
	for c := range criteria.All() {
		all = append(all, c.ID)
	}
	cov := control.Cover(slices.Values(mapped), all)
	fmt.Fprintf(w, "Controls      %s: %d, %d of them mapped\n", name, len(library), with)
	fmt.Fprintf(w, "Criteria      %d of %d reached; a mapping says only that something is mapped, not that it suffices\n", len(cov.Reached), len(all))
	if len(cov.Absent) > 0 {
		fmt.Fprintf(w, "Not reached   %s\n", join(cov.Absent))
	}
	for _, s := range spellings {
		fmt.Fprintf(w, "No criterion  %q: %s (%s)\n", s, refused[s].reason, strings.Join(refused[s].controls, ", "))
	}
	fmt.Fprintln(w)
	return nil
}

type refusal struct {
	reason   string
	controls []string
}

func join(ids []criteria.ID) string {
	names := make([]string, len(ids))
	for i, id := range ids {
		names[i] = string(id)
	}
	return strings.Join(names, " ")
}
