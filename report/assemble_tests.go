package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/evidence"
)

// testEntry returns what is printed of a test; t is the zero Test where the plan has none.
func (a *assembly) testEntry(plan evidence.TestPlan, t evidence.Test) TestEntry {
	entry := TestEntry{
		Plan: plan.ID, Test: t.ID, Period: plan.Period, Extent: plan.Extent, Basis: a.basis(plan, t), Procedures: []PrintedProcedure{}, OthersWork: t.OthersWork,
	}
	for _, p := range t.Procedures {
		entry.Procedures = append(entry.Procedures, PrintedProcedure{p.Kind, p.Text})
	}
	for _, attribute := range plan.Attributes {
		entry.Attributes = append(entry.Attributes, attribute.Text)
	}
	return entry
}

// basis says which items of which population a test looks at, and how they are chosen. It never leaves the reader to think
// that a part was the whole.
func (a *assembly) basis(plan evidence.TestPlan, t evidence.Test) string {
	population, listed := a.x.populations[plan.Population]
	of := ""
	if listed {
		of = " of the population: " + strings.TrimSuffix(strings.TrimSpace(population.Definition), ".")
		if population.Source != "" {
			of += " (from " + population.Source + ")"
		}
	}
	if t.Tested <= 0 {
		if t.Limitation != nil || t.NoOccurrence != nil || !plan.Extent.IsValid() {
			return ""
		}
		return "Planned: " + extentWords(plan.Extent) + of + "."
	}
	if plan.Extent == evidence.Configuration {
		text := fmt.Sprintf("The configuration, looked at once in each of %d places", t.Tested)
		if t.Tested == 1 {
			text = "The configuration, looked at once"
		}
		if t.ConfigurationHistory != "" {
			text += ", and the history of its changes: " + a.evidenceTitle(t.ConfigurationHistory)
		}
		return text + of + "."
	}
	if plan.Extent == evidence.Census && t.Tested == t.PopulationSize {
		if t.Tested == 1 {
			return "The only item" + of + "."
		}
		return fmt.Sprintf("All %s%s.", items(t.Tested), of)
	}
	text := items(t.Tested)
	if t.PopulationSize > 0 {
		text = fmt.Sprintf("%d of %s", t.Tested, items(t.PopulationSize))
	}
	return text + of + ". Chosen: " + extentWords(plan.Extent) + a.drawWords(plan.ID) + "."
}

// items spells a number of items: "1 item", "25 items".
func items(n int64) string {
	if n == 1 {
		return "1 item"
	}
	return fmt.Sprintf("%d items", n)
}

// drawWords says what the record of the draw lets a reader do.
func (a *assembly) drawWords(plan string) string {
	drawn := a.x.selections[plan]
	if len(drawn) == 0 {
		return ""
	}
	replaced := 0
	for _, s := range drawn {
		replaced += len(s.Replacements)
	}
	text := "; the draw is on record and can be repeated"
	for _, s := range drawn {
		if !s.Record.IsPubliclyVerifiable() {
			text += ", with " + sourceWords(s.Record.Beacon)
			break
		}
	}
	if slices.ContainsFunc(drawn, func(s evidence.DrawnSample) bool { return !s.Record.CommittedBeforehand }) {
		text += "; it is not stated that the draw was committed to beforehand"
	}
	if replaced > 0 {
		text += fmt.Sprintf("; %s replaced from the reserve", count(replaced, "item"))
	}
	return text
}

// sourceWords says of randomness that nobody can look up where it came from.
func sourceWords(beacon string) string {
	source, _, _ := strings.Cut(beacon, "/")
	switch source {
	case "nonce":
		return "randomness that one of the parties chose"
	case "dice":
		return "dice that those present saw rolled"
	}
	return "randomness that cannot be looked up"
}

func extentWords(e evidence.Extent) string {
	switch e {
	case evidence.Census:
		return "every item"
	case evidence.RandomSample:
		return "a random sample"
	case evidence.Haphazard:
		return "without a fixed technique, so that no rate follows"
	case evidence.Judgmental:
		return "by the tester's judgment, so that no rate follows"
	case evidence.Block:
		return "a run of neighbouring items, so that no rate follows"
	case evidence.Configuration:
		return "one look at the configuration"
	}
	return orBracket(string(e), "not stated")
}

// testResult returns the printed result of a test, with every deviation recorded for it.
func (a *assembly) testResult(plan evidence.TestPlan, t evidence.Test) ResultEntry {
	r := ResultEntry{Test: t.ID, Period: plan.Period, Population: t.PopulationSize, Tested: t.Tested, Unresolved: t.Unresolved()}
	if plan.Period == a.span {
		r.Period = calendar.Period{}
	}
	switch t.Result() {
	case evidence.Operated:
		r.Kind, r.Text = ResultNoDeviation, "No deviation noted."
		if t.InquiryOnly() {
			r.Kind, r.Text = ResultOpen, "Not concluded: nothing but inquiry was done, which is never enough for operation."
		}
	case evidence.DidNotOccur:
		r.Kind, r.Text = ResultDidNotOperate, "The control did not operate: "+sentence(t.NoOccurrence.Reason)
		for _, id := range t.NoOccurrence.Corroboration {
			r.Corroboration = append(r.Corroboration, a.evidenceTitle(id))
		}
		r.Text += " What shows it: " + enumerate(r.Corroboration) + "."
	case evidence.NotTestable:
		r.Kind, r.Text = ResultNotTestable, "Could not be tested: "+sentence(t.Limitation.Reason)
		if t.Limitation.Alternatives != "" {
			r.Text += " Other procedures tried: " + sentence(t.Limitation.Alternatives)
		}
	case evidence.Unresolved:
		r.Kind, r.Text = ResultUnresolved, fmt.Sprintf("Not concluded: for %d of %s tested nobody could tell.", t.Unresolved(), items(t.Tested))
	default:
		r.Kind, r.Text = ResultOpen, "Not concluded: the test has no final result."
		if t.NoOccurrence != nil && len(t.NoOccurrence.Corroboration) == 0 {
			r.Text = "Not concluded: that nothing occurred is not shown by anything but inquiry."
		}
	}
	found := a.x.found[t.ID]
	if len(found) == 0 {
		return r
	}
	before := ""
	if r.Kind != ResultNoDeviation {
		before = " " + r.Text
	}
	r.Kind, r.Deviating, r.Deviations = ResultDeviation, deviating(found), a.deviationEntries(plan.Attributes, found)
	switch {
	case t.Tested > 0 && r.Unresolved > 0:
		before = ""
		r.Text = fmt.Sprintf("%s looked at: %d held, %d deviated, and for %d nobody could tell:", items(t.Tested), max(0, t.Tested-r.Deviating-r.Unresolved), r.Deviating, r.Unresolved)
	case t.Tested > 0:
		r.Text = fmt.Sprintf("%s tested, %d deviated:", items(t.Tested), r.Deviating)
	default:
		r.Text = fmt.Sprintf("%s noted:", count(len(found), "deviation"))
	}
	r.Text = strings.TrimSpace(before + " " + r.Text)
	return r
}

func (a *assembly) deviationEntries(attributes []evidence.Attribute, found []evidence.Deviation) []DeviationEntry {
	list := make([]DeviationEntry, len(found))
	for i, d := range found {
		list[i] = DeviationEntry{
			ID: d.ID, Kind: d.Kind, Nature: d.Nature, Date: d.Date, FoundThrough: d.FoundThrough, Corrected: d.Corrected, Response: d.Response,
		}
		for _, attribute := range attributes {
			if d.Attribute != "" && attribute.ID == d.Attribute {
				list[i].Attribute = attribute.Text
			}
		}
	}
	return list
}

// evidenceTitle returns the title of an item of evidence, or its id where it has none.
func (a *assembly) evidenceTitle(id string) string {
	if title := a.x.titles[id]; title != "" {
		return title
	}
	return id
}

// sentence ends text with a full stop.
func sentence(text string) string {
	text = strings.TrimSpace(text)
	if text == "" || strings.HasSuffix(text, ".") || strings.HasSuffix(text, "!") || strings.HasSuffix(text, "?") {
		return text
	}
	return text + "."
}
