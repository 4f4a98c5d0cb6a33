package report

import (
	"cmp"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/scope"
)

// description returns management's description: its words, and the lists of what it discloses. The entries are those of
// the listing of criteria.
func (a *assembly) description(entries []CriterionEntry) Section {
	content := &DescriptionContent{
		Parts: a.descriptionParts(), Commitments: a.commitments(), Components: a.components(), Incidents: a.incidents(), Changes: a.changes(),
		UserEntityControls: []DescribedUserControl{}, UserResponsibilities: sortedBy(a.e.Program.UserResponsibilities, func(u scope.UserResponsibility) string { return u.ID }),
		SubserviceOrganizations: []DescribedSubservice{}, Criteria: []DescribedCriterion{}, Controls: []DescribedControl{}, NotRelevant: []IrrelevantCriterion{},
	}
	a.describedControls(content, entries)
	for _, u := range a.userControls {
		content.UserEntityControls = append(content.UserEntityControls, DescribedUserControl{u.ID, u.Text, criteria.Sorted(u.Criteria)})
	}
	for _, s := range a.disclosedSubservice {
		content.SubserviceOrganizations = append(content.SubserviceOrganizations, a.subserviceEntry(s))
	}
	return Section{
		Kind: SystemDescription, Title: sectionTitle(SystemDescription), Author: ByManagement, Assured: Examined, Description: content,
	}
}

func (a *assembly) descriptionParts() []DescriptionPart {
	parts := []DescriptionPart{}
	for dc := range criteria.DescriptionCriteria() {
		if dc.Type2Only && a.kind == Type1 {
			continue
		}
		section, _ := a.e.Program.System.Section(dc.ID)
		parts = append(parts, DescriptionPart{
			ID: dc.ID, Title: dc.Title, Paragraphs: slices.Clone(section.Paragraphs), NotApplicable: section.NotApplicable, Answered: section.IsAnswered(),
		})
	}
	return parts
}

func (a *assembly) commitments() []DescribedCommitment {
	list := []DescribedCommitment{}
	for _, c := range sortedBy(a.e.Program.Commitments, func(c scope.Commitment) string { return c.ID }) {
		if c.Principal {
			list = append(list, DescribedCommitment{c.ID, c.Kind, c.Text, orderedCategories(c.Categories), c.Source})
		}
	}
	return list
}

func (a *assembly) components() []scope.Component {
	sorted := slices.Clone(a.e.Program.System.Components)
	slices.SortStableFunc(sorted, func(x, y scope.Component) int {
		return cmp.Or(
			cmp.Compare(slices.Index(scope.ComponentKinds(), x.Kind), slices.Index(scope.ComponentKinds(), y.Kind)),
			strings.Compare(x.ID, y.ID),
		)
	})
	return sorted
}

func (a *assembly) incidents() []DescribedIncident {
	list := []DescribedIncident{}
	for _, in := range a.e.Program.System.Incidents {
		if in.Disclosed {
			list = append(list, DescribedIncident{in.ID, in.Occurred, in.Found, in.Nature, in.Effect, in.Resolution})
		}
	}
	slices.SortStableFunc(list, func(x, y DescribedIncident) int {
		return cmp.Or(x.Occurred.Compare(y.Occurred), strings.Compare(x.ID, y.ID))
	})
	return list
}

func (a *assembly) changes() []DescribedChange {
	list := []DescribedChange{}
	if a.kind == Type1 {
		return list
	}
	for _, ch := range a.e.Program.System.Changes {
		if ch.Disclosed {
			list = append(list, DescribedChange{ch.ID, ch.Date, ch.What, ch.Before, ch.After})
		}
	}
	slices.SortStableFunc(list, func(x, y DescribedChange) int {
		return cmp.Or(x.Date.Compare(y.Date), strings.Compare(x.ID, y.ID))
	})
	return list
}

// describedControls lists the controls of the description, by criterion and by id, and the criteria that are not relevant.
func (a *assembly) describedControls(content *DescriptionContent, entries []CriterionEntry) {
	under := make(map[control.ID][]criteria.ID)
	for _, entry := range entries {
		described := DescribedCriterion{ID: entry.ID, Standing: entry.Standing, Controls: []control.ID{}, Assumed: entry.Assumed}
		if entry.Standing == NotRelevant {
			content.NotRelevant = append(content.NotRelevant, IrrelevantCriterion{entry.ID, entry.Explanation})
			content.Criteria = append(content.Criteria, described)
			continue
		}
		for _, ctl := range a.mapped[entry.ID] {
			described.Controls = append(described.Controls, ctl.ID)
			under[ctl.ID] = append(under[ctl.ID], entry.ID)
		}
		if len(described.Controls) > 0 {
			described.Standing = WithControls
		}
		content.Criteria = append(content.Criteria, described)
	}
	seen := make(map[control.ID]bool, len(a.e.Program.Controls))
	for _, ctl := range sortedBy(a.e.Program.Controls, func(c control.Control) control.ID { return c.ID }) {
		ctl = a.x.controls[ctl.ID]
		if seen[ctl.ID] || !ctl.Described {
			continue
		}
		seen[ctl.ID] = true
		content.Controls = append(content.Controls, DescribedControl{
			ID: ctl.ID, Title: ctl.Title, Texts: a.texts(ctl), Frequency: ctl.Frequency.String(), Criteria: under[ctl.ID], Relied: ctl.Relied,
		})
	}
}

func (a *assembly) subserviceEntry(s scope.SubserviceOrganization) DescribedSubservice {
	entry := DescribedSubservice{
		ID: s.ID, Name: s.Name, Services: s.Services, Method: s.Method, Criteria: criteria.Sorted(s.Criteria),
		Controls: sortedBy(s.Controls, func(c scope.SubserviceControl) string { return c.ID }), MonitoredBy: append([]control.ID{}, a.monitors[s.ID]...),
	}
	for i, c := range entry.Controls {
		entry.Controls[i].Criteria = criteria.Sorted(c.Criteria)
	}
	return entry
}
