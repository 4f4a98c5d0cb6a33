package company

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/scope"
)

func TestControlsAreSeventy(t *testing.T) {
	// The workpaper on the charter (GV-05) gives the number of controls, that on GV-08 the number of their owners.
	owners := make(map[string]bool)
	for _, c := range Program().Controls {
		require.True(t, c.Described && c.Relied, c.ID)
		require.NotEmpty(t, c.Commitments, c.ID)
		require.NotEmpty(t, c.Risks, c.ID)
		owners[c.Owner] = true
	}
	require.Len(t, Program().Controls, 70)
	require.Len(t, owners, 11)
}

func TestFrequenciesOfControlsAreMixed(t *testing.T) {
	seen := make(map[calendar.Interval]bool)
	for _, c := range Program().Controls {
		seen[c.Frequency.Interval] = true
	}
	for _, want := range []calendar.Interval{calendar.Annual, calendar.Semiannual, calendar.Quarterly, calendar.Monthly, calendar.Weekly, calendar.BusinessDaily, calendar.Continuous, ""} {
		require.True(t, seen[want], "%q, where absent means on events alone", want)
	}
}

// Mapping and alternatives say the same: a control is a member of some alternative of each criterion to which it is mapped.
func TestAlternativesUseEveryControlAndCoverEveryCriterion(t *testing.T) {
	p := Program()
	applicable := p.Terms.Applicable()
	require.Len(t, applicable, 38)
	var stated []criteria.ID
	members := make(map[criteria.ID][]string)
	for _, c := range p.Criteria {
		stated = append(stated, c.ID)
		require.NotEmpty(t, c.Alternatives, c.ID)
		for _, a := range c.Alternatives {
			for _, m := range a.Members {
				members[c.ID] = append(members[c.ID], m.ID)
			}
		}
	}
	require.Equal(t, applicable, stated, "in published order, none left out")
	for _, c := range p.Controls {
		for _, id := range c.Criteria {
			require.Contains(t, members[id], string(c.ID), "%s is mapped to %s", c.ID, id)
		}
	}
	for _, u := range p.UserEntityControls {
		for _, id := range u.Criteria {
			require.Contains(t, members[id], u.ID)
		}
	}
}

func TestCommitmentsAreTracedToRisksAndControls(t *testing.T) {
	p := Program()
	threatened, served, answered := make(map[string]bool), make(map[string]bool), make(map[string]bool)
	for _, r := range p.Risks {
		for _, id := range r.Commitments {
			threatened[id] = true
		}
	}
	for _, c := range p.Controls {
		for _, id := range c.Commitments {
			served[id] = true
		}
		for _, id := range c.Risks {
			answered[id] = true
		}
	}
	for _, c := range p.Commitments {
		require.True(t, threatened[c.ID], "%s has a risk", c.ID)
		require.True(t, served[c.ID], "%s has a control", c.ID)
	}
	for _, r := range p.Risks {
		require.True(t, answered[r.ID], "%s has a control", r.ID)
	}
	for _, category := range p.Terms.Categories {
		require.True(t, slices.ContainsFunc(p.Commitments, func(c scope.Commitment) bool { return slices.Contains(c.Categories, category) }), category)
	}
}

func TestControlsAreNoSlowerThanTheirCommitments(t *testing.T) {
	p := Program()
	allowed := make(map[string]calendar.Allowance)
	for _, c := range p.Commitments {
		allowed[c.ID] = c.DueWithin
	}
	event := calendar.Date("2026-04-01")
	for _, c := range p.Controls {
		for _, id := range c.Commitments {
			if c.DueWithin.IsZero() || allowed[id].IsZero() {
				continue
			}
			require.LessOrEqual(t, c.DueWithin.LastDay(event, nil), allowed[id].LastDay(event, nil), "%s and %s", c.ID, id)
		}
	}
}

func TestDescriptionAnswersEachCriterion(t *testing.T) {
	sys := Program().System
	for dc := range criteria.DescriptionCriteria() {
		section, ok := sys.Section(dc.ID)
		require.True(t, ok && section.IsAnswered(), dc.ID)
	}
	for _, kind := range scope.ComponentKinds() {
		require.True(t, slices.ContainsFunc(sys.Components, func(c scope.Component) bool { return c.Kind == kind && c.InBoundary }), kind)
	}
}

func TestPoliciesAreInForceThroughout(t *testing.T) {
	const lifetime = 365 + 30 // days from approval for which a version may stand
	for _, policy := range Program().Policies {
		for d := throughout().From; !d.After(throughout().To); d = d.AddDays(1) {
			inForce := 0
			for _, v := range policy.Versions {
				if !d.Before(v.From) && (v.To.IsZero() || !d.After(v.To)) {
					inForce++
					require.LessOrEqual(t, v.Approved.DaysUntil(d), lifetime, "%s on %s", policy.ID, d)
				}
			}
			require.Equal(t, 1, inForce, "%s on %s", policy.ID, d)
		}
	}
}

func TestEveryControlCarriesOutAPolicy(t *testing.T) {
	p := Program()
	for _, c := range p.Controls {
		require.True(t, slices.ContainsFunc(p.Policies, func(policy program.Policy) bool { return slices.Contains(policy.Controls, c.ID) }), c.ID)
	}
}

func TestRisksAreAssessedThroughout(t *testing.T) {
	const lifetime = 365 + 30
	assessments := riskAssessments()
	for d := throughout().From; !d.After(throughout().To); d = d.AddDays(1) {
		require.True(t, slices.ContainsFunc(assessments, func(a control.RiskAssessment) bool {
			age := a.Performed.DaysUntil(d)
			return age >= 0 && age <= lifetime
		}), d)
	}
}

func TestEvidenceIsAskedForOrLookedAt(t *testing.T) {
	e := engagement(t)
	used := map[string]bool{e.Program.System.IncidentQuery: true}
	mark := func(ids []string) {
		for _, id := range ids {
			used[id] = true
		}
	}
	for _, pop := range e.Program.Populations {
		for _, c := range pop.Checks {
			mark(c.Evidence)
		}
	}
	for _, w := range e.Fieldwork.Tests {
		for _, p := range w.Procedures {
			mark(p.Evidence)
		}
	}
	digests := make(map[evidence.Digest]string)
	for _, item := range e.Program.Evidence {
		require.True(t, used[item.ID], "nobody looked at %s", item.ID)
		require.Empty(t, digests[item.Digest], "two items have one digest")
		digests[item.Digest] = item.ID
		require.False(t, item.Collected.Before(item.Created), item.ID)
	}
	require.GreaterOrEqual(t, len(digests), 60)
}
