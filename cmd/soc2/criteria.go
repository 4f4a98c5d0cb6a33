package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/criteria"
)

func criteriaList(s streams, args []string) error {
	flags := newFlags(s, "criteria list")
	category := flags.String("category", "", "categories, joined by commas; all criteria if absent")
	edition := flags.String("edition", string(criteria.Edition2022), "edition of the criteria; the list is the same in all of them")
	asJSON := flags.Bool("json", false, "one JSON document")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(rest) > 0 {
		return fmt.Errorf("unexpected argument %q", rest[0])
	}
	if !criteria.Edition(*edition).IsValid() {
		return fmt.Errorf("--edition %q: one of %v expected", *edition, criteria.Editions())
	}
	cats := criteria.Categories()
	if *category != "" {
		cats = nil
		for _, name := range strings.Split(*category, ",") {
			c := criteria.Category(strings.TrimSpace(name))
			if !c.IsValid() {
				return fmt.Errorf("--category %q: %v expected", name, criteria.Categories())
			}
			cats = append(cats, c)
		}
	}
	wanted := criteria.Applicable(cats...)
	list := []criteria.Criterion{}
	for c := range criteria.All() {
		if slices.Contains(wanted, c.ID) {
			list = append(list, c)
		}
	}
	if *asJSON {
		return writeJSON(s.out, list)
	}
	for _, c := range list {
		fmt.Fprintf(s.out, "%-6s %s\n", c.ID, c.Title)
	}
	return nil
}

func criteriaShow(s streams, args []string) error {
	flags := newFlags(s, "criteria show")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	if len(rest) != 1 {
		return errors.New("one ID is expected")
	}
	id, err := criteria.ParseID(rest[0])
	if err != nil {
		return err
	}
	c, _ := criteria.Get(id)
	series, _ := criteria.GetSeries(c.Series)
	fmt.Fprintf(s.out, "%s  %s\n%s\n\nSeries      %s %s\nCategories  ", c.ID, c.Title, c.Summary, series.ID, series.Title)
	for i, cat := range c.Categories {
		if i > 0 {
			fmt.Fprint(s.out, ", ")
		}
		fmt.Fprint(s.out, cat.Title())
	}
	fmt.Fprintln(s.out)
	if c.COSOPrinciple > 0 {
		fmt.Fprintf(s.out, "COSO        principle %d\n", c.COSOPrinciple)
	}
	return nil
}

func criteriaRecognize(s streams, args []string) error {
	flags := newFlags(s, "criteria recognize")
	lines := flags.Bool("lines", false, "a spelling a line; an answer a line")
	rest, err := parse(flags, args)
	if err != nil {
		return err
	}
	recognized := func(spelling string) any {
		ids, refused := criteria.Recognize(spelling)
		if ids == nil {
			ids = []criteria.ID{}
		}
		reasons := []string{}
		for _, r := range refused {
			reasons = append(reasons, r.Spelling+": "+r.Reason)
		}
		return struct {
			Spelling string        `json:"spelling"`
			IDs      []criteria.ID `json:"ids"`
			Refused  []string      `json:"refused,omitempty"`
		}{spelling, ids, reasons}
	}
	if *lines {
		if len(rest) > 0 {
			return fmt.Errorf("unexpected argument %q", rest[0])
		}
		return eachLine(s, func(line []byte) (any, error) { return recognized(string(line)), nil })
	}
	if len(rest) == 0 {
		return errors.New("a spelling is expected, or --lines")
	}
	return writeJSON(s.out, recognized(strings.Join(rest, " ")))
}
