package report_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/scope"
)

func TestAssembleRefusesOnlyTheWrongKind(t *testing.T) {
	c := newCase(t)
	_, err := report.Assemble(c.eng, "type3")
	require.ErrorContains(t, err, `report: "type3" is no kind of deliverable: expected type1 or type2`)
	_, err = report.Assemble(c.eng, report.Type1)
	require.ErrorContains(t, err, `the terms of the engagement are of type "type2"`)
	_, err = report.Assemble(c.eng, "")
	require.Error(t, err)
	for _, kind := range report.DeliverableKinds() {
		d, err := report.Assemble(report.Engagement{}, kind)
		require.NoError(t, err, kind)
		require.True(t, d.Draft)
		require.NotEmpty(t, d.DraftReason)
		require.Equal(t, kind, d.Report)
		for format, text := range renderings(t, d) {
			require.Contains(t, text, "CC9.2", "%s, %s", kind, format)
		}
		require.Empty(t, d.Blocks().Validate(), kind)
	}
	for format, text := range renderings(t, report.Deliverable{}) {
		require.NotEmpty(t, text, format)
	}
}

// TestElementsOfEachType holds the table of elements against the table of the domain note, type by type: which are
// required, which stand only where their condition holds, and which a type never has.
func TestElementsOfEachType(t *testing.T) {
	qualified := func(c *engagementCase) { // an unmet criterion, decided not pervasive
		c.remove(baseControl(criteria.CC8_1)).meets(criteria.CC8_1)
		c.notPervasive(report.Design, criteria.CC8_1).notPervasive(report.Operating, criteria.CC8_1)
	}
	listed := func(c *engagementCase) {
		c.eng.Program.UserEntityControls = []scope.UserEntityControl{{ID: "CUEC-1", Text: "Do it.", Assumed: scope.Yes, Necessary: scope.Yes, Listed: true}}
	}
	included := func(c *engagementCase) {
		c.host(func(s *scope.SubserviceOrganization) {
			s.Method, s.Disclosed, s.Assertion, s.Representations = scope.Inclusive, true, "EV-1", "EV-1"
		})
	}
	writes := func(id string) func(*engagementCase) {
		return func(c *engagementCase) {
			c.eng.Fieldwork.Wording = []report.Wording{{Element: id, Paragraphs: []string{"The firm's own words."}}}
		}
	}
	const both, first, second = "12", "1", "2"
	for _, row := range []struct {
		id        string
		types     string                // "1", "2" or both
		condition func(*engagementCase) // nil: always there
	}{
		{"title-independent", both, nil},
		{"addressee", both, nil},
		{"scope-identify", both, nil},
		{"scope-other-info", both, func(c *engagementCase) {
			c.eng.Program.OtherInformation = []scope.OtherInformation{{ID: "x", Title: "X", Paragraphs: []string{"Y"}}}
		}},
		{"scope-cuec", both, listed},
		{"scope-subservice-carveout", both, func(c *engagementCase) { c.carvedOut(criteria.CC6_4) }},
		{"scope-subservice-inclusive", both, included},
		{"scope-additional-subject", both, writes("scope-additional-subject")},
		{"so-responsibilities", both, nil},
		{"sa-responsibilities", both, nil},
		{"sa-procedures-summary", both, nil},
		{"inherent-limitations", both, nil},
		{"t1-no-operating-opinion", first, nil},
		{"tests-reference", second, nil},
		{"basis-for-modification", both, qualified},
		{"opinion-description", both, nil},
		{"opinion-design", both, nil},
		{"opinion-operating", second, nil},
		{"emphasis", both, writes("emphasis")},
		{"other-matter", both, writes("other-matter")},
		{"non-occurrence", second, func(c *engagementCase) { c.noOccurrence(string(baseControl(criteria.CC7_5))) }},
		{"restricted-use", both, nil},
		{"signature", both, nil},
		{"location", both, nil},
		{"date", both, nil},
		{"assertion-introduction", both, nil},
		{"assertion-criteria", both, nil},
		{"assertion-description", both, nil},
		{"assertion-design", both, nil},
		{"assertion-operating", second, nil},
		{"assertion-conditions", both, listed},
		{"assertion-acknowledged", both, func(c *engagementCase) {
			c.eng.Fieldwork.Letters.Assertion.Acknowledged = []string{"CC8.1 was not met."}
		}},
		{"assertion-subservice", both, included},
		{"assertion-signature", both, nil},
		{"assertion-date", both, nil},
	} {
		for typ, kind := range map[string]report.DeliverableKind{"1": report.Type1, "2": report.Type2} {
			t.Run(row.id+" in "+string(kind), func(t *testing.T) {
				build := func(hold bool) (report.Element, bool) {
					c := newCase(t)
					if hold && row.condition != nil {
						row.condition(c)
					}
					if kind == report.Type1 {
						c.type1()
					}
					c.unmodified()
					if hold && row.id == "basis-for-modification" {
						o := c.eng.Fieldwork.PractitionerOpinion
						o.Opinion.Design = scope.Qualified
						o.Basis = []report.BasisParagraph{{Subjects: []report.Subject{report.Design}, Criteria: []criteria.ID{criteria.CC8_1}, Text: "The matter."}}
					}
					return findElement(c.assemble(), row.id)
				}
				el, ok := build(true)
				if !strings.Contains(row.types, typ) {
					require.False(t, ok, "a %s never has it", kind)
					return
				}
				require.True(t, ok)
				require.Equal(t, report.ElementPresent, el.State, el.Why)
				require.NotEmpty(t, el.Paragraphs)
				require.NotContains(t, strings.Join(el.Paragraphs, " "), "{", "a slot was not filled")
				el, ok = build(false)
				require.True(t, ok)
				if row.condition == nil {
					require.Equal(t, report.ElementPresent, el.State, el.Why)
					return
				}
				require.Equal(t, report.ElementNotNeeded, el.State)
				require.NotEmpty(t, el.Why)
				require.Empty(t, el.Paragraphs)
			})
		}
	}
	require.Len(t, report.Elements(), 35, "an element without a row in this table")
}

func findElement(d report.Deliverable, id string) (report.Element, bool) {
	for _, s := range d.Sections {
		if e, ok := s.Element(id); ok {
			return e, true
		}
	}
	return report.Element{}, false
}

func TestSectionsByKind(t *testing.T) {
	two := richCase(t).assemble()
	var kinds []report.SectionKind
	for _, s := range two.Sections {
		kinds = append(kinds, s.Kind)
		require.True(t, s.Author.IsValid())
		require.True(t, s.Assured.IsValid())
	}
	require.Equal(t, []report.SectionKind{
		report.AuditorReport, report.ManagementAssertion, report.SystemDescription, report.TestsAndResults, report.FurtherInformation,
	}, kinds)
	one := newCase(t).type1().assemble()
	_, ok := one.Section(report.TestsAndResults)
	require.False(t, ok)
	listing, ok := one.Section(report.ControlListing)
	require.True(t, ok)
	for _, entry := range listing.Criteria {
		for _, row := range entry.Rows {
			require.Empty(t, row.Tests)
			require.Empty(t, row.Results)
		}
	}
	_, ok = one.Section(report.FurtherInformation)
	require.False(t, ok)
}

// TestDraftUnlessEverythingIsThere takes away, one by one, what an issued report needs.
func TestDraftUnlessEverythingIsThere(t *testing.T) {
	d := newCase(t).unmodified().assemble()
	require.False(t, d.Draft, "%v", d.Missing)
	require.Empty(t, d.DraftReason)
	require.Empty(t, d.Missing)
	require.Empty(t, d.Blocks().Mark)
	for _, tc := range []struct {
		name   string
		code   report.MissingCode
		change func(*engagementCase)
	}{
		{"no practitioner's opinion", report.MissingOpinion, func(c *engagementCase) { c.eng.Fieldwork.PractitionerOpinion = nil }},
		{"not issued", report.MissingIssue, func(c *engagementCase) { c.eng.Program.Terms.Status = scope.Draft }},
		{"an error in the record", report.MissingRecord, func(c *engagementCase) { c.eng.Program.System.Name = "" }},
		{"no assertion", report.MissingGround, func(c *engagementCase) { c.eng.Fieldwork.Letters.Assertion = report.Assertion{} }},
		{"assertion refused", report.MissingGround, func(c *engagementCase) {
			c.eng.Fieldwork.Letters.Assertion = report.Assertion{Status: report.Refused}
		}},
		{"independence not confirmed", report.MissingElement, func(c *engagementCase) { c.eng.Fieldwork.Independence = report.Independence{} }},
		{"no place", report.MissingElement, func(c *engagementCase) { c.eng.Program.Parties.ServiceAuditor.City = "" }},
		{"no date", report.MissingElement, func(c *engagementCase) { c.eng.Fieldwork.PractitionerOpinion.Date = "" }},
		{"modified without a basis", report.MissingElement, func(c *engagementCase) {
			c.eng.Fieldwork.PractitionerOpinion.Opinion.Design = scope.Adverse
		}},
		{"no opinion on a subject", report.MissingElement, func(c *engagementCase) { c.eng.Fieldwork.PractitionerOpinion.Opinion.Operating = "" }},
		{"a slot that nothing fills", report.MissingSlot, func(c *engagementCase) {
			c.eng.Fieldwork.Wording = []report.Wording{{Element: "restricted-use", Paragraphs: []string{"For {sytem} only."}}}
		}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := newCase(t).unmodified()
			tc.change(c)
			d := c.assemble()
			require.True(t, d.Draft)
			require.True(t, slices.ContainsFunc(d.Missing, func(m report.MissingPart) bool { return m.Code == tc.code && m.Blocks }), "%v", d.Missing)
			doc := d.Blocks()
			require.Equal(t, "DRAFT", doc.Mark)
			require.Equal(t, d.DraftReason, doc.MarkReason)
			for format, text := range renderings(t, d) {
				require.True(t, strings.Contains(text, "DRAFT") || strings.Contains(text, `"draft": true`), format)
			}
		})
	}
}

// TestNoOpinionWithoutAPractitioner: nothing in a draft reads as an opinion, a signature or a date that somebody gave, also
// where the firm's wording says otherwise.
func TestNoOpinionWithoutAPractitioner(t *testing.T) {
	c := richCase(t)
	for _, id := range []string{"opinion-description", "opinion-design", "opinion-operating", "signature", "date"} {
		c.eng.Fieldwork.Wording = append(c.eng.Fieldwork.Wording, report.Wording{Element: id, Paragraphs: []string{"Our opinion is unmodified. Signed, Doe."}})
	}
	d := c.assemble()
	require.True(t, d.Draft)
	for _, id := range []string{"opinion-description", "opinion-design", "opinion-operating"} {
		el, _ := findElement(d, id)
		require.Equal(t, report.ElementMissing, el.State)
		require.Contains(t, el.Paragraphs[0], "No practitioner has given an opinion")
	}
	for format, text := range renderings(t, d) {
		require.NotContains(t, text, "Our opinion is", format)
		require.NotContains(t, text, "Our opinion on", format)
		require.NotContains(t, text, "Signed, Doe", format)
	}
}

func TestOpinionsAsGiven(t *testing.T) {
	basis := report.BasisParagraph{
		Subjects: []report.Subject{report.Description, report.Design, report.Operating}, Criteria: []criteria.ID{criteria.CC8_1, criteria.CC6_1},
		DescriptionCriteria: []criteria.DescriptionID{criteria.DC4}, Text: "Changes went live without a review.",
	}
	for _, tc := range []struct {
		opinion scope.Opinion
		want    string
	}{
		{scope.Qualified, "Except for what is said above about CC6.1, CC8.1 and DC 4, and in every other respect that matters, the controls stated in the description"},
		{scope.Adverse, "Because of what is said above about its basis, the controls stated in the description did not work so well"},
		{scope.Disclaimer, "We give no opinion on the operation of the controls (a disclaimer)."},
	} {
		d := newCase(t).issued(scope.OpinionTuple{Description: tc.opinion, Design: tc.opinion, Operating: tc.opinion}, basis).assemble()
		el, _ := findElement(d, "opinion-operating")
		require.Contains(t, el.Paragraphs[0], tc.want)
		el, _ = findElement(d, "basis-for-modification")
		require.Equal(t, []string{basis.Text}, el.Paragraphs)
		report1, _ := d.Section(report.AuditorReport)
		at := func(id string) int {
			return slices.IndexFunc(report1.Elements, func(e report.Element) bool { return e.ID == id })
		}
		require.Less(t, at("basis-for-modification"), at("opinion-description"), "the basis stands before the opinion")
		duty, _ := findElement(d, "sa-responsibilities")
		require.Equal(t, tc.opinion != scope.Disclaimer, strings.Contains(strings.Join(duty.Paragraphs, " "), "enough in amount"))
		require.Contains(t, strings.Join(codes(d), " "), string(report.MissingAgreement), "the record indicates another opinion")
	}
}

func codes(d report.Deliverable) []string {
	var list []string
	for _, m := range d.Missing {
		list = append(list, string(m.Code))
	}
	return list
}

// TestEveryDeviationAtEachPlace: each deviation on record is printed wherever its control stands, with the same words, and
// once more where its control stands nowhere.
func TestEveryDeviationAtEachPlace(t *testing.T) {
	c := richCase(t)
	c.deviation(evidence.Deviation{Control: "GHOST", FoundThrough: "a log"})
	d := c.assemble()
	s, _ := d.Section(report.TestsAndResults)
	places := map[string][]string{} // deviation to the criteria under which it stands
	words := map[string]map[string]bool{}
	add := func(row report.ControlEntry) {
		for _, r := range row.Results {
			for _, x := range r.Deviations {
				places[x.ID] = append(places[x.ID], string(row.Criterion))
				b, err := json.Marshal([]any{r, row.Texts, row.Tests})
				require.NoError(t, err)
				if words[x.ID] == nil {
					words[x.ID] = map[string]bool{}
				}
				words[x.ID][string(b)] = true
			}
		}
	}
	for _, entry := range s.Criteria {
		for _, row := range entry.Rows {
			add(row)
		}
	}
	for _, row := range s.OtherDeviations {
		add(row)
	}
	for _, x := range c.eng.Fieldwork.Deviations {
		switch x.Control {
		case "AC-07":
			require.Equal(t, []string{"CC6.2", "CC6.3"}, places[x.ID])
		default:
			require.Equal(t, []string{""}, places[x.ID], x.Control)
		}
		require.Len(t, words[x.ID], 1, "the words differ from place to place")
	}
	require.EqualValues(t, len(c.eng.Fieldwork.Deviations), d.Conclusions.Counts.Deviations)
	for format, text := range renderings(t, d) {
		for id := range places {
			require.GreaterOrEqual(t, strings.Count(text, id), len(places[id]), "%s: %s", format, id)
		}
	}
	row := findRow(t, s, criteria.CC6_3, "AC-07")
	require.Equal(t, "25 items tested, 2 deviated (2 deviations):", row.Results[0].Text)
	require.Equal(t, []string{"Access of leavers ends within a week.", "Access of leavers ends within a day."}, []string{row.Texts[0].Text, row.Texts[1].Text})
}

func findRow(t *testing.T, s report.Section, id criteria.ID, ctl control.ID) report.ControlEntry {
	t.Helper()
	for _, entry := range s.Criteria {
		for _, row := range entry.Rows {
			if entry.ID == id && row.Control == ctl {
				return row
			}
		}
	}
	require.Fail(t, "no such row", "%s under %s", ctl, id)
	return report.ControlEntry{}
}

func TestResultKinds(t *testing.T) {
	c := newCase(t)
	name := func(id criteria.ID) string { return string(baseControl(id)) }
	for _, tc := range []struct {
		id     criteria.ID
		kind   report.ResultKind
		text   string
		change func(string)
	}{
		{criteria.CC1_1, report.ResultNoDeviation, "No deviation noted.", func(string) {}},
		{criteria.CC1_2, report.ResultDeviation, "25 items tested, 1 deviated (1 deviation):", func(n string) { c.deviates(n, 1) }},
		{criteria.CC1_3, report.ResultDidNotOperate, "What shows it: Ticket and alert data.", func(n string) { c.noOccurrence(n) }},
		{criteria.CC1_4, report.ResultNotTestable, "Other procedures tried: Logs and mails were searched.", func(n string) { c.notTestable(n) }},
		{criteria.CC1_5, report.ResultNotTested, "Not assessed: no test of this control is recorded.", func(n string) { c.untested(n) }},
		{criteria.CC2_1, report.ResultOpen, "Not concluded: the test has no final result.", func(n string) { c.testNamed(n).ConcludedOn = "" }},
		{criteria.CC2_2, report.ResultDesign, "The design of the control was not suitable.", func(n string) { c.judgmentOf(control.ID(n)).Design = report.Deficient }},
		{criteria.CC2_3, report.ResultNotImplemented, "The control was described, and was not in operation, 1 January 2026 to 30 June 2026.", func(n string) {
			c.judgmentOf(control.ID(n)).FirstOperated = "2026-07-01"
		}},
		{criteria.CC3_1, report.ResultUnknown, "Evidence of whether the control was suitably designed could not be had.", func(n string) { c.judgmentOf(control.ID(n)).Design = report.Undetermined }},
		{criteria.CC3_2, report.ResultNotInPlace, "The description does not give this control for any day of the period.", func(n string) { c.controlOf(control.ID(n)).Until = "2025-12-31" }},
		{criteria.CC3_3, report.ResultUnresolved, "Not concluded: for 1 of 2 items tested nobody could tell.", func(n string) {
			c.tested(n, evidence.Haphazard, 400, 2)
			c.planNamed(n).Attributes = []evidence.Attribute{{ID: "A", Text: "It is approved."}}
			c.testNamed(n).Grid = []evidence.TestedItem{{Item: "x", Outcomes: []evidence.Outcome{evidence.Held}}, {Item: "y", Outcomes: []evidence.Outcome{evidence.CannotTell}}}
		}},
		{criteria.CC3_4, report.ResultNotTested, "Not assessed: no test covers 1 July 2026 to 31 December 2026.", func(n string) { c.planNamed(n).Period = firstHalf }},
		{criteria.CC4_1, report.ResultOpen, "A test is planned, and none is recorded.", func(n string) {
			c.eng.Fieldwork.Tests = slices.DeleteFunc(c.eng.Fieldwork.Tests, func(x evidence.Test) bool { return x.Plan == "P-"+n })
		}},
		{criteria.CC4_2, report.ResultDeviation, "1 deviation known from elsewhere than a test of this control:", func(n string) {
			c.deviation(evidence.Deviation{Control: control.ID(n), FoundThrough: "a complaint"})
		}},
	} {
		tc.change(name(tc.id))
		d := c.assemble()
		s, _ := d.Section(report.TestsAndResults)
		row := findRow(t, s, tc.id, baseControl(tc.id))
		require.True(t, slices.ContainsFunc(row.Results, func(r report.ResultEntry) bool {
			return r.Kind == tc.kind && strings.Contains(r.Text, tc.text)
		}), "%s: %+v", tc.kind, row.Results)
		for format, text := range renderings(t, d) {
			require.Contains(t, text, tc.text, format)
		}
	}
}

// TestBasisOfTests: a reader is never left to think that a part was the whole.
func TestBasisOfTests(t *testing.T) {
	c := newCase(t)
	name := string(baseControl(criteria.CC8_1))
	c.eng.Program.Populations = []evidence.Population{{ID: "POP", Definition: "Changes that went live", Source: "the forge"}}
	basis := func() string {
		s, _ := c.assemble().Section(report.TestsAndResults)
		return findRow(t, s, criteria.CC8_1, baseControl(criteria.CC8_1)).Tests[0].Basis
	}
	require.Equal(t, "25 of 400 items. Chosen: a random sample.", basis())
	c.planNamed(name).Population = "POP"
	require.Equal(t, "25 of 400 items of the population: Changes that went live (from the forge). Chosen: a random sample.", basis())
	c.census(name, 1)
	require.Equal(t, "All 1 item of the population: Changes that went live (from the forge).", basis())
	c.tested(name, evidence.Census, 400, 25)
	require.Equal(t, "25 of 400 items of the population: Changes that went live (from the forge). Chosen: every item.", basis())
	c.planNamed(name).Population = ""
	c.tested(name, evidence.Judgmental, 400, 3)
	require.Equal(t, "3 of 400 items. Chosen: by the tester's judgment, so that no rate follows.", basis())
	c.tested(name, evidence.Configuration, 1, 1).testNamed(name).ConfigurationHistory = "EV-1"
	require.Equal(t, "The configuration, looked at once, and the history of its changes: Ticket and alert data.", basis())
}

func TestStandingOfEachCriterion(t *testing.T) {
	d := richCase(t).assemble()
	s, _ := d.Section(report.TestsAndResults)
	var ids []criteria.ID
	standing := map[criteria.ID]report.Standing{}
	for _, entry := range s.Criteria {
		ids = append(ids, entry.ID)
		standing[entry.ID] = entry.Standing
		require.Equal(t, entry.Standing == report.WithControls, len(entry.Rows) > 0, entry.ID)
		require.Equal(t, entry.Standing != report.WithControls, entry.Explanation != "", entry.ID)
	}
	require.Equal(t, criteria.Applicable(criteria.Security, criteria.Availability, criteria.Privacy), ids)
	require.Equal(t, report.CarvedOutOnly, standing[criteria.CC6_4])
	require.Equal(t, report.NotRelevant, standing[criteria.P3_1])
	require.Equal(t, report.WithoutControl, standing[criteria.P3_2])
	require.Equal(t, report.Counts{
		Criteria: int64(len(ids)), NotRelevant: 1, CarvedOut: 1, WithoutControl: 1, Controls: int64(len(ids)) - 3 + 2, Tests: int64(len(ids)) - 3 + 2, Deviations: 4,
	}, d.Conclusions.Counts)
	for _, entry := range s.Criteria {
		for _, row := range entry.Rows {
			require.NotContains(t, []control.ID{"OLD-1", "HID-1"}, row.Control, "not described or not relied on")
		}
	}
	require.Len(t, s.OtherDeviations, 1)
	require.Equal(t, control.ID("OLD-1"), s.OtherDeviations[0].Control)
}

func TestDescriptionListsWhatIsDisclosed(t *testing.T) {
	d := richCase(t).assemble()
	s, _ := d.Section(report.SystemDescription)
	c := s.Description
	require.Len(t, c.Parts, 9)
	require.Len(t, c.Commitments, 1, "only principal ones")
	require.Equal(t, []string{"C-1", "C-2", "C-3"}, []string{c.Components[0].ID, c.Components[1].ID, c.Components[2].ID})
	require.Len(t, c.Incidents, 1, "only disclosed ones")
	require.Len(t, c.Changes, 1)
	require.Len(t, c.UserEntityControls, 1)
	require.Len(t, c.SubserviceOrganizations, 2)
	require.Equal(t, []control.ID{"VM-1"}, c.SubserviceOrganizations[1].MonitoredBy)
	require.Equal(t, []report.IrrelevantCriterion{{ID: criteria.P3_1, Reason: "Nothing is collected from individuals."}}, c.NotRelevant)
	ids := map[control.ID]bool{}
	for _, ctl := range c.Controls {
		ids[ctl.ID] = true
	}
	require.True(t, ids["OLD-1"], "described, though not relied on")
	require.False(t, ids["HID-1"], "not described")

	one := newCase(t).type1()
	one.eng.Program.System.Changes = richCase(t).eng.Program.System.Changes
	s, _ = one.assemble().Section(report.SystemDescription)
	require.Len(t, s.Description.Parts, 8, "DC 9 is for a type 2")
	require.Empty(t, s.Description.Changes)
}

func TestWordingOfTheFirm(t *testing.T) {
	c := newCase(t).unmodified()
	c.carvedOut(criteria.CC6_4)
	c.eng.Fieldwork.Wording = []report.Wording{
		{Element: "scope-identify", Paragraphs: []string{"{organization}/{system}/{auditor}/{categories}/{date}/{period}/{time}{cuec}{csoc}{except-for} {not a slot} {"}},
		{Element: "scope-cuec", Paragraphs: []string{"For a condition that does not hold."}},
	}
	d := c.assemble()
	el, _ := findElement(d, "scope-identify")
	require.True(t, el.FirmWording)
	span := "1 January 2026 to 31 December 2026"
	require.Equal(t, []string{"Acme, Inc./Acme Cloud/Doe & Partners/security/" + span + "/" + span + "/from " + span +
		", with subservice organizations running the controls assumed of them {not a slot} {"}, el.Paragraphs)
	el, _ = findElement(d, "scope-cuec")
	require.Equal(t, report.ElementNotNeeded, el.State)
}

func TestAssertionNotGiven(t *testing.T) {
	c := newCase(t)
	c.eng.Fieldwork.Letters.Assertion = report.Assertion{}
	d := c.assemble()
	el, _ := findElement(d, "assertion-design")
	require.Equal(t, report.ElementProposed, el.State)
	require.Contains(t, el.Why, "proposal")
	el, _ = findElement(d, "assertion-signature")
	require.Equal(t, report.ElementMissing, el.State)
	require.Contains(t, codes(d), string(report.MissingGround))
}

// TestForbiddenWords: the library's own sentences never speak as only marketing does, and a type 1 says nothing of how
// controls run but that it was not tested.
func TestForbiddenWords(t *testing.T) {
	for _, d := range []report.Deliverable{richCase(t).assemble(), newCase(t).unmodified().assemble(), newCase(t).type1().assemble(), newCase(t).type1().unmodified().assemble()} {
		for format, text := range renderings(t, d) {
			lower := strings.ToLower(text)
			for _, word := range []string{"certif", "complian", "guarantee", "soc 2 standard", "passed"} {
				require.NotContains(t, lower, word, "%s of a %s", format, d.Report)
			}
			if d.Report == report.Type1 {
				for _, words := range []string{"we tested", "worked so well", "tests performed", "no deviation", "from 1 january"} {
					require.NotContains(t, lower, words, format)
				}
			}
		}
	}
}

// TestOrderMeansNothing: the same records in another order give the same bytes, in every format.
func TestOrderMeansNothing(t *testing.T) {
	e := richCase(t).eng
	d, err := report.Assemble(e, report.Type2)
	require.NoError(t, err)
	want := renderings(t, d)
	for seed := range uint64(20) {
		other, err := report.Assemble(shuffled(e, seed), report.Type2)
		require.NoError(t, err)
		require.Equal(t, want, renderings(t, other), "seed %d", seed)
	}
}

func TestEqualBytesEachTime(t *testing.T) {
	e := richCase(t).eng
	var want map[string]string
	for i := range 100 {
		d, err := report.Assemble(e, report.Type2)
		require.NoError(t, err)
		got := renderings(t, d)
		if i == 0 {
			want = got
		}
		require.Equal(t, want, got)
	}
}

// TestAssembleChangesNothing: neither assembling nor writing changes the engagement.
func TestAssembleChangesNothing(t *testing.T) {
	c := richCase(t)
	before := fmt.Sprintf("%#v", c.eng)
	d := c.assemble()
	data := renderings(t, d)["JSON"]
	d.Blocks()
	require.Equal(t, before, fmt.Sprintf("%#v", c.eng))
	require.Equal(t, data, renderings(t, d)["JSON"], "Blocks changed the deliverable")
}
