package report_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/scope"
)

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
		{scope.Qualified, "Except for what is said above about CC6.1, CC8.1 and DC 4, and in every other respect that matters, the controls that the description lists"},
		{scope.Adverse, "Because of what is said above about its basis, the controls that the description lists did not work so well"},
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
		require.Contains(t, strings.Join(missingCodes(d), " "), string(report.MissingAgreement), "the record indicates another opinion")
	}
}

func missingCodes(d report.Deliverable) []string {
	var list []string
	for _, m := range d.Missing {
		list = append(list, string(m.Code))
	}
	return list
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
		" together with the controls assumed of subservice organizations {not a slot} {"}, el.Paragraphs)
	el, _ = findElement(d, "scope-cuec")
	require.Equal(t, report.ElementNotNeeded, el.State)
}

func TestAssertionNotGiven(t *testing.T) {
	c := newCase(t)
	c.eng.Fieldwork.Letters.Assertion = report.Assertion{Status: report.Refused}
	s, _ := c.assemble().Section(report.ManagementAssertion)
	for _, el := range s.Elements {
		require.Empty(t, el.Paragraphs, "nothing is proposed to management that refuses: %s", el.ID)
	}
	c.eng.Fieldwork.Letters.Assertion = report.Assertion{}
	d := c.assemble()
	el, _ := findElement(d, "assertion-design")
	require.Equal(t, report.ElementProposed, el.State)
	require.Contains(t, el.Why, "proposal")
	el, _ = findElement(d, "assertion-signature")
	require.Equal(t, report.ElementMissing, el.State)
	require.Contains(t, missingCodes(d), string(report.MissingGround))
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

// TestDisclaimersClaimNothing: where an opinion is disclaimed, no sentence says that its evidence was enough.
func TestDisclaimersClaimNothing(t *testing.T) {
	basis := report.BasisParagraph{Subjects: report.Subjects(), Text: "Access to records was refused."}
	words := func(o scope.OpinionTuple) string {
		d := newCase(t).issued(o, basis).assemble()
		var all []string
		for _, id := range []string{"scope-identify", "sa-responsibilities", "sa-procedures-summary"} {
			el, _ := findElement(d, id)
			all = append(all, el.Paragraphs...)
		}
		return strings.Join(all, " ")
	}
	some := words(scope.OpinionTuple{Description: scope.Qualified, Design: scope.Unmodified, Operating: scope.Disclaimer})
	require.Contains(t, some, "Apart from the operation of the controls, the evidence")
	require.Contains(t, some, "For the operation of the controls this work could not be completed")
	none := words(scope.OpinionTuple{Description: scope.Disclaimer, Design: scope.Disclaimer, Operating: scope.Disclaimer})
	require.Contains(t, none, "We set out to examine")
	require.NotContains(t, none, "enough in amount")
	require.NotContains(t, none, "we tested")
}

// TestIndicatedBasis: a modified opinion that is only indicated has a basis that says so.
func TestIndicatedBasis(t *testing.T) {
	c := newCase(t)
	c.remove(baseControl(criteria.CC8_1)).meets(criteria.CC8_1)
	c.notPervasive(report.Design, criteria.CC8_1).notPervasive(report.Operating, criteria.CC8_1)
	d := c.assemble()
	require.Equal(t, report.IndicatedQualified, d.Conclusions.Subject(report.Design).Indicated)
	el, _ := findElement(d, "basis-for-modification")
	require.Equal(t, report.ElementMissing, el.State)
	require.Contains(t, el.Paragraphs[0], "For the design of the controls the record indicates: qualified.")
	el, _ = findElement(d, "opinion-design")
	require.Contains(t, el.Paragraphs[0], "The record indicates: qualified (CC8.1).")
	require.Equal(t, report.SubjectSummary{}, d.Conclusions.Subject("price"))
}
