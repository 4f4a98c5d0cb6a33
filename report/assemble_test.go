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
	further := func(c *engagementCase) {
		c.eng.Program.Terms.AdditionalSubjects = []scope.AdditionalSubject{{ID: "X-1", Title: "Handling of health records", Criteria: "Example criteria, first edition"}}
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
		{"scope-additional-subject", both, further},
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
		{"opinion-additional", both, further},
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
					if hold && row.id == "opinion-additional" {
						c.eng.Fieldwork.PractitionerOpinion.Additional = []report.AdditionalOpinion{{Subject: "X-1", Opinion: scope.Unmodified, Paragraphs: []string{"As examined."}}}
					}
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
	require.Len(t, report.Elements(), 36, "an element without a row in this table")
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

// TestOrderMeansNothing: the same records in another order give the same bytes, in every format.
func TestOrderMeansNothing(t *testing.T) {
	e := richCase(t).eng
	d, err := report.Assemble(e, report.Type2)
	require.NoError(t, err)
	want := renderings(t, d)
	for seed := range uint64(20) {
		other, err := report.Assemble(shuffledRecords(e, seed), report.Type2)
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

// TestDeliverableReadsBack: what is written is the whole of it.
func TestDeliverableReadsBack(t *testing.T) {
	for _, c := range []*engagementCase{richCase(t), newCase(t).unmodified(), newCase(t).type1()} {
		d := c.assemble()
		data := renderings(t, d)["JSON"]
		var back report.Deliverable
		require.NoError(t, json.Unmarshal([]byte(data), &back))
		require.Equal(t, renderings(t, d), renderings(t, back))
	}
}

func TestClosedSetsOfDeliverables(t *testing.T) {
	closedSet(t, report.DeliverableKinds())
	closedSet(t, report.SectionKinds())
	closedSet(t, report.Authors())
	closedSet(t, report.Assurances())
	closedSet(t, report.MissingCodes())
	closedSet(t, report.Standings())
	closedSet(t, report.ResultKinds())
	closedSet(t, report.Needs())
	closedSet(t, report.ElementStates())
}

func closedSet[T interface {
	~string
	IsValid() bool
	EnumValues() []string
}](t *testing.T, values []T) {
	t.Helper()
	var spellings []string
	for _, v := range values {
		require.True(t, v.IsValid())
		spellings = append(spellings, string(v))
	}
	require.Equal(t, spellings, T("").EnumValues())
	require.Len(t, slices.Compact(slices.Sorted(slices.Values(spellings))), len(values), "a spelling twice")
	require.False(t, T("").IsValid(), "the zero value says nothing")
	require.False(t, T("other").IsValid())
}
