package report_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/scope"
)

// Asking alone is never enough: a test that did nothing else concludes nothing.
func TestInquiryAloneConcludesNothing(t *testing.T) {
	c := newCase(t)
	name := string(baseControl(criteria.CC6_2))
	c.testNamed(name).Procedures = []evidence.Procedure{{Kind: evidence.Inquiry, Text: "Asked."}}
	got := report.Conclude(c.eng)
	require.Equal(t, report.Undecided, got.Operating)
	entry := entryOf(t, c.assemble(), criteria.CC6_2)
	require.Equal(t, report.ResultOpen, entry.Rows[0].Results[0].Kind, "and the report does not say that no deviation was noted")

	c.testNamed(name).Procedures = append(c.testNamed(name).Procedures, evidence.Procedure{Kind: evidence.Inspection, Text: "Inspected."})
	require.Equal(t, report.IndicatedUnmodified, report.Conclude(c.eng).Operating)
}

// Each configuration of an automated control is looked at.
func TestOneLookForEachConfiguration(t *testing.T) {
	c := newCase(t)
	id := baseControl(criteria.CC6_2)
	c.controlOf(id).Automation, c.controlOf(id).Variants = control.Automated, []string{"east", "west", "north"}
	c.planNamed(string(id)).Extent = evidence.Configuration
	test := c.testNamed(string(id))
	test.PopulationSize, test.Tested, test.ConfigurationHistory = 3, 1, "EV-1"
	require.Equal(t, report.Undecided, report.Conclude(c.eng).Operating)
	test.Tested = 3
	require.Equal(t, report.IndicatedUnmodified, report.Conclude(c.eng).Operating)
}

// An aggregate of findings that are none any more has to be weighed again; it qualifies nothing by itself.
func TestStaleAggregateIsOpen(t *testing.T) {
	c := newCase(t)
	c.eng.Fieldwork.Judgments.Aggregates = []report.Aggregate{{
		ID: "AG-1", Material: scope.Yes, Pervasive: scope.No, Decision: decided(),
		Findings: []report.FindingKey{misstatement(report.Operating, criteria.CC6_2), misstatement(report.Operating, criteria.CC6_3)},
	}}
	require.Equal(t, report.Undecided, report.Conclude(c.eng).Operating)
}

// No report comes out undrafted that is cleaner than its record, or that lacks what it rests on.
func TestNothingIsIssuedAgainstTheRecord(t *testing.T) {
	for name, against := range map[string]func(*engagementCase){
		"no representation letter": func(c *engagementCase) { c.eng.Fieldwork.Letters.Representations = report.Representations{} },
		"representations refused":  func(c *engagementCase) { c.eng.Fieldwork.Letters.Representations.Status = report.Refused },
		"a criterion unmet": func(c *engagementCase) {
			c.deviates(string(baseControl(criteria.CC6_2)), 20)
		},
		"a criterion without control": func(c *engagementCase) { c.meets(criteria.CC6_2) },
		"a test without a result":     func(c *engagementCase) { c.testNamed(string(baseControl(criteria.CC6_2))).Concluded = "" },
		"dated before a letter":       func(c *engagementCase) { c.eng.Fieldwork.Letters.Assertion.Date = "2027-06-01" },
	} {
		c := newCase(t)
		c.unmodified()
		require.False(t, c.assemble().Draft, "the base can be issued")
		against(c)
		d := c.assemble()
		require.True(t, d.Draft, name)
		require.NotEmpty(t, d.DraftReason, name)
		require.Contains(t, renderings(t, d)["Markdown"], "DRAFT", name)
	}
}

// Under a criterion the report says on which days nothing met it, though no row shows a deviation.
func TestDaysWithoutAControlAreTold(t *testing.T) {
	c := newCase(t)
	c.controlOf(baseControl(criteria.CC8_1)).To = "2026-06-30"
	entry := entryOf(t, c.assemble(), criteria.CC8_1)
	require.Equal(t, report.ResultNoDeviation, entry.Rows[0].Results[0].Kind)
	require.Contains(t, entry.Indicated[0], "2026-07-01 to 2026-12-31")
}

func entryOf(t *testing.T, d report.Deliverable, id criteria.ID) report.CriterionEntry {
	t.Helper()
	for _, s := range d.Sections {
		for _, entry := range s.Criteria {
			if entry.ID == id {
				return entry
			}
		}
	}
	require.Fail(t, "no entry", "%s", id)
	return report.CriterionEntry{}
}
