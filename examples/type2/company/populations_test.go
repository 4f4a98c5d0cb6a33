package company

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/scope"
)

func population(t *testing.T, id string) evidence.Population {
	t.Helper()
	p, ok := Program().Population(id)
	require.True(t, ok)
	return p
}

func TestPopulationsAreCheckedAndPinned(t *testing.T) {
	for _, p := range Program().Populations {
		listing := p.ItemIDs()
		if len(listing) == 0 {
			var err error
			listing, err = heldListing(p.ID)
			require.NoError(t, err)
		}
		require.EqualValues(t, len(listing), p.Count, p.ID)
		root, err := sampling.PopulationRoot(listing)
		require.NoError(t, err)
		require.Equal(t, root, p.Root, p.ID)
		require.Greater(t, p.Extracted.Date(), throughout().To, "%s is read after the period", p.ID)
		require.NotEmpty(t, p.IndependentSource, p.ID)
		require.Equal(t, evidence.Completeness, p.Checks[0].Aim, p.ID)
	}
}

func TestPopulationCounts(t *testing.T) {
	// Texts of the record give these numbers.
	for id, want := range map[string]int64{
		popChanges: 269, popEmergencies: 7, popGrants: 142, popRemovals: 107, popRoleChanges: 9, popSessions: 210,
		popHires: 19, popStaff: 76, popGannet: 22, popPetrel: 30, popFindings: 96, popAlerts: 1312, popEvents: 47,
		popCases: 164, popBackups: 252, popDeletions: 17,
	} {
		require.Equal(t, want, population(t, id).Count, id)
	}
	require.Len(t, Program().Populations, 16)
}

func TestChangesAreWhatTheTestsSayOfThem(t *testing.T) {
	emergencies := 0
	for _, c := range population(t, popChanges).Items {
		require.NotEqual(t, c.Performer, c.Approver, c.ID)
		require.True(t, calendar.IsBusinessDay(c.Done.Date(), holidays()), c.ID)
		require.True(t, throughout().Contains(c.Done.Date()), c.ID)
		require.True(t, c.Requested.Before(c.Approved), c.ID)
		if c.Emergency == scope.Yes {
			emergencies++
			require.True(t, calendar.BusinessDays(2).Allows(c.Done, c.Approved, holidays()), c.ID)
			continue
		}
		require.True(t, c.Approved.Before(c.Done), c.ID)
	}
	require.Equal(t, 7, emergencies)
}

// An item of a population that the program carries with its times deviates exactly if a deviation of it is recorded.
func TestRecordedDeviationsAreAllThatTheListingsShow(t *testing.T) {
	recorded := make(map[string]bool)
	for _, d := range deviations() {
		recorded[d.Item] = true
	}
	for _, id := range []string{popGrants, popSessions, popRoleChanges, popFindings, popEvents, popDeletions, popBackups, popEmergencies} {
		for _, item := range population(t, id).Items {
			acted := item.Done
			if acted.IsZero() {
				acted = item.Occurred
			}
			late := !item.Due.IsZero() && acted.Date().After(item.Due)
			unapproved := id != popEmergencies && item.Approved.After(acted)
			require.Equal(t, recorded[item.ID], late || unapproved, "%s in %s", item.ID, id)
		}
	}
}

func TestAdministratorsDoNotApproveThemselves(t *testing.T) {
	for _, s := range population(t, popSessions).Items {
		require.NotEqual(t, s.Performer, s.Approver, s.ID)
	}
}
