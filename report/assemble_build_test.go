package report_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/document"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/scope"
)

// richCase is newCase for Security, Availability and Privacy with one of everything that a report can print: a carve-out
// and an included subservice organization, CUECs, an incident, a change, a control with two wordings, a criterion that is
// not relevant, one without a control, deviations of several kinds, a design deficiency and further information.
func richCase(t testing.TB) *engagementCase {
	c := newCase(t, criteria.Privacy, criteria.Security, criteria.Availability)
	p, f := &c.eng.Program, &c.eng.Fieldwork
	p.Parties.ServiceAuditor.City, p.Parties.ServiceAuditor.State = "Hamburg", "Germany"
	p.Editions.AttestationStandards = "AT-C 105 and 205"
	p.OtherInformation = []scope.OtherInformation{{ID: "road-map", Title: "Road map", Paragraphs: []string{"A second data center opens."}}}
	p.Commitments = []scope.Commitment{
		{ID: "SC-1", Kind: scope.ServiceCommitment, Text: "The service answers at any time.", Categories: []criteria.Category{criteria.Availability}, Source: "contract", Principal: true},
		{ID: "SC-2", Kind: scope.ServiceCommitment, Text: "A promise to one user alone.", Categories: []criteria.Category{criteria.Security}, Source: "side letter"},
	}
	p.System.Components = []scope.Component{
		{ID: "C-2", Kind: scope.Software, Name: "Ledger", InBoundary: true},
		{ID: "C-1", Kind: scope.Infrastructure, Name: "Cluster", InBoundary: true, From: "2026-03-01"},
		{ID: "C-3", Kind: scope.Software, Name: "Billing"},
	}
	p.System.Incidents = []scope.Incident{
		{ID: "INC-1", Occurred: "2026-05-03", Found: "2026-05-04", Nature: "Settlement was late.", Effect: "Eleven hours.", Resolution: "Restarted.", Disclosed: true},
		{ID: "INC-2", Occurred: "2026-06-03", Nature: "A matter that is not disclosed.", Significant: scope.No, Decision: decided()},
	}
	p.System.Changes = []scope.Change{{ID: "CH-1", Date: "2026-07-01", What: "Another identity provider.", Before: "Old", After: "New", Disclosed: true}}
	p.UserEntityControls = []scope.UserEntityControl{
		{ID: "CUEC-1", Text: "Users remove their leavers.", Assumed: scope.Yes, Necessary: scope.Yes, Criteria: []criteria.ID{criteria.CC6_2}, Listed: true},
	}
	p.UserResponsibilities = []scope.UserResponsibility{{ID: "UR-1", Text: "Users read the manual."}}
	c.carvedOut(criteria.CC6_4)
	p.SubserviceOrganizations = append(p.SubserviceOrganizations, scope.SubserviceOrganization{
		ID: "DESK", Name: "Help desk", Services: "First line", Necessary: scope.Yes, Decision: decided(), Method: scope.Inclusive, Disclosed: true,
		Assertion: "EV-1", Representations: "EV-1",
	})

	// One control under two criteria, with two wordings, deviations found by its test and otherwise.
	c.control("AC-07", criteria.CC6_2, criteria.CC6_3).deviates("AC-07", 2, func(d *evidence.Deviation) {
		d.Nature, d.Response, d.Date, d.Corrected = "An account stayed open.", "The export now runs hourly.", "2026-05-06", "2026-05-09"
	})
	c.deviation(evidence.Deviation{Control: "AC-07", FoundThrough: "a complaint"})
	c.controlOf("AC-07").Title = "Leavers"
	c.controlOf("AC-07").Versions = []control.Version{
		{From: "2026-01-01", To: "2026-06-30", Text: "Access of leavers ends within a week."},
		{From: "2026-07-01", Text: "Access of leavers ends within a day."},
	}
	c.tolerable("AC-07", scope.Yes)
	c.noOccurrence(string(baseControl(criteria.CC7_5)))
	c.notTestable(string(baseControl(criteria.A1_2)))
	c.judgmentOf(baseControl(criteria.CC8_1)).Design = report.Deficient

	// Criteria without a control: said to be not relevant, and not said to be anything.
	c.remove(baseControl(criteria.P3_1)).meets(criteria.P3_1)
	c.remove(baseControl(criteria.P3_2)).meets(criteria.P3_2)
	p.Criteria[slices.IndexFunc(p.Criteria, func(x control.CriterionControls) bool { return x.ID == criteria.P3_1 })].NotRelevantReason = "Nothing is collected from individuals."

	// Controls that stand under no criterion, one with a deviation.
	c.control("OLD-1", criteria.CC5_1).controlOf("OLD-1").Relied = false
	c.deviates("OLD-1", 1)
	c.control("HID-1", criteria.CC5_1).controlOf("HID-1").Described = false
	f.Wording = []report.Wording{{Element: "emphasis", Paragraphs: []string{"Note INC-1 of {system}."}}}
	return c
}

// issued records an opinion that modifies design and operation, and marks the terms as issued.
func (c *engagementCase) issued(opinion scope.OpinionTuple, basis ...report.BasisParagraph) *engagementCase {
	c.eng.Program.Terms.Status = scope.Issued
	c.eng.Program.Parties.ServiceAuditor.City, c.eng.Program.Parties.ServiceAuditor.State = "Hamburg", "Germany"
	c.eng.Fieldwork.PractitionerOpinion = &report.PractitionerOpinion{
		Practitioner: "P. Partner", Firm: "Doe & Partners LLP", Date: reportDay, Opinion: opinion, Basis: basis,
	}
	return c
}

func (c *engagementCase) unmodified() *engagementCase {
	o := scope.OpinionTuple{Description: scope.Unmodified, Design: scope.Unmodified, Operating: scope.Unmodified}
	if c.eng.Program.Terms.Type == scope.Type1 {
		o.Operating = ""
	}
	return c.issued(o)
}

// assemble assembles the engagement as what its terms say.
func (c *engagementCase) assemble() report.Deliverable {
	c.t.Helper()
	d, err := report.Assemble(c.eng, report.DeliverableKind(c.eng.Program.Terms.Type))
	require.NoError(c.t, err)
	return d
}

// renderings returns a deliverable as JSON, HTML and Markdown, by the name of the format.
func renderings(t testing.TB, d report.Deliverable) map[string]string {
	t.Helper()
	var data, html, markdown bytes.Buffer
	require.NoError(t, report.WriteDeliverable(&data, d))
	require.NoError(t, document.WriteHTML(&html, d.Blocks(), nil))
	require.NoError(t, document.WriteMarkdown(&markdown, d.Blocks(), nil))
	return map[string]string{"JSON": data.String(), "HTML": html.String(), "Markdown": markdown.String()}
}

// shuffledRecords returns e with its records in another order.
func shuffledRecords(e report.Engagement, seed uint64) report.Engagement {
	r := rand.New(rand.NewPCG(seed, 1))
	p, f := &e.Program, &e.Fieldwork
	p.Commitments, p.Controls, p.Criteria = mixedOrder(r, p.Commitments), mixedOrder(r, p.Controls), mixedOrder(r, p.Criteria)
	p.SubserviceOrganizations, p.UserEntityControls = mixedOrder(r, p.SubserviceOrganizations), mixedOrder(r, p.UserEntityControls)
	p.Evidence, p.Terms.Categories = mixedOrder(r, p.Evidence), mixedOrder(r, p.Terms.Categories)
	p.System.Description, p.System.Components = mixedOrder(r, p.System.Description), mixedOrder(r, p.System.Components)
	p.System.Incidents, p.System.Changes = mixedOrder(r, p.System.Incidents), mixedOrder(r, p.System.Changes)
	for i := range p.Controls {
		p.Controls[i].Criteria = mixedOrder(r, p.Controls[i].Criteria)
	}
	f.Plans, f.Tests, f.Deviations = mixedOrder(r, f.Plans), mixedOrder(r, f.Tests), mixedOrder(r, f.Deviations)
	f.Judgments.Controls, f.Wording = mixedOrder(r, f.Judgments.Controls), mixedOrder(r, f.Wording)
	return e
}

func mixedOrder[T any](r *rand.Rand, list []T) []T {
	out := slices.Clone(list)
	r.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// largeCase is an engagement with n controls, each under two criteria, tested ten times a year.
func largeCase(t testing.TB, n int) report.Engagement {
	c := bareCase(t)
	applicable := c.eng.Program.Terms.Applicable()
	for i := range n {
		id := control.ID("K-" + string(rune('A'+i%26)) + strconv.Itoa(i))
		c.control(id, applicable[i%len(applicable)], applicable[(i+7)%len(applicable)])
		c.untestedFast()
		for k := range 10 {
			month := calendar.Month(2026, 1)
			month.From, month.To = year.From.AddDays(36*k), year.From.AddDays(36*k+35)
			c.plan(id, string(id)+"-"+strconv.Itoa(k), month)
		}
	}
	return c.eng
}

// untestedFast takes the plan and test that were added last away.
func (c *engagementCase) untestedFast() {
	f := &c.eng.Fieldwork
	f.Plans, f.Tests = f.Plans[:len(f.Plans)-1], f.Tests[:len(f.Tests)-1]
}
