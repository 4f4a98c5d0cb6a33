package report_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/report"
)

// Short names of the values that the tables of cases are full of.
const (
	U  = report.IndicatedUnmodified
	Q  = report.IndicatedQualified
	A  = report.IndicatedAdverse
	D  = report.IndicatedDisclaimer
	X  = report.Undecided
	NA = report.NotApplicable

	desc   = report.Description
	design = report.Design
	oper   = report.Operating
)

// A workedCase is an engagement and what must be concluded from it. Expected values come from the logic as it is written
// down, not from running it.
type workedCase struct {
	name  string
	cats  []criteria.Category // none: Security
	build func(c *engagementCase)
	want  outcome
}

// An outcome is what must be indicated. Lists that are not given must be empty, except that considerations are only
// demanded, since there may be more.
type outcome struct {
	description, design, operating report.Indicated

	onDesign, onOperating []criteria.ID            // criteria that modify the opinion
	items                 []criteria.DescriptionID // description criteria that modify the opinion
	categories            []criteria.Category      // of the operating opinion; checked where given
	considers             []string                 // codes
	noReport              int                      // number of reasons
}

func ids(ids ...criteria.ID) []criteria.ID { return ids }

func runCases(t *testing.T, cases []workedCase) {
	t.Helper()
	for _, tt := range cases {
		t.Run(tt.name, func(t *testing.T) {
			c := newCase(t, tt.cats...)
			tt.build(c)
			requireSound(t, c.eng)
			got := report.Conclude(c.eng)
			want := tt.want
			require.Equal(t, [3]report.Indicated{want.description, want.design, want.operating},
				[3]report.Indicated{got.Description, got.Design, got.Operating}, "description, design, operating\n%s", told(got))
			require.Empty(t, got.Subject(desc).Criteria, "criteria of the description")
			require.ElementsMatch(t, want.onDesign, got.Subject(design).Criteria, "criteria of design")
			require.ElementsMatch(t, want.onOperating, got.Subject(oper).Criteria, "criteria of operation")
			require.ElementsMatch(t, want.items, got.Subject(desc).DescriptionCriteria, "description criteria")
			require.Empty(t, got.Subject(design).DescriptionCriteria)
			require.Empty(t, got.Subject(oper).DescriptionCriteria)
			if want.categories != nil {
				require.Equal(t, want.categories, got.Subject(oper).Categories)
			}
			require.Len(t, got.NoReport, want.noReport)
			for _, code := range want.considers {
				require.True(t, considers(got, code), "no consideration %q in %v", code, got.Considerations)
			}
			requireConsistent(t, c.eng, got)
		})
	}
}

// requireSound fails if the record has errors: a case must be undecided for its own reasons.
func requireSound(t testing.TB, e report.Engagement) {
	t.Helper()
	require.NoError(t, e.Validate().Err(), "the record has errors")
}

func considers(c report.Conclusions, code string) bool {
	for _, x := range c.Considerations {
		if x.Code == code {
			return true
		}
	}
	return false
}

// told lists what is open and the reasons of each subject, for the message of a failure.
func told(c report.Conclusions) string {
	s := ""
	for _, sc := range c.Subjects {
		for _, r := range sc.Reasons {
			s += string(sc.Subject) + ": " + r.Text + "\n"
		}
	}
	return s
}

func TestWorkedCases(t *testing.T) {
	t.Run("operation", func(t *testing.T) { runCases(t, operationCases) })
	t.Run("design", func(t *testing.T) { runCases(t, designCases) })
	t.Run("limitation", func(t *testing.T) { runCases(t, limitationCases) })
	t.Run("subservice", func(t *testing.T) { runCases(t, subserviceCases) })
	t.Run("deviation", func(t *testing.T) { runCases(t, deviationCases) })
	t.Run("event", func(t *testing.T) { runCases(t, eventCases) })
}
