package report

import (
	"slices"
	"strings"

	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/scope"
)

func titleWords(a *assembly) []string {
	return a.fill("Report of the independent service auditor on {system}")
}

func addresseeWords(a *assembly) []string {
	if to := a.e.Program.Parties.AddressedTo(); strings.TrimSpace(to) != "" {
		return []string{"To: " + to}
	}
	return nil
}

func scopeWords(a *assembly) []string {
	lead := "We examined"
	if a.allDisclaimed() {
		lead = "We set out to examine"
	}
	first := lead + " the description that {organization} gives of {system}, as it was {time}. The measure for the description was the {description-criteria}."
	if a.kind == Type1 {
		return a.fill(first, "We also looked at the controls stated in it, and asked whether their design {time} was fit to let {organization} keep what it commits to "+
			"and meet what its system requires. The measure for that was the {criteria}, in the parts for {categories}.")
	}
	return a.fill(first, "We also looked at the controls stated in it. We asked whether their design was fit to let {organization} keep what it commits to and meet what "+
		"its system requires, and whether they worked in practice, {time}. The measure for both was the {criteria}, in the parts for {categories}.")
}

func hasOtherInformation(a *assembly) (bool, string) {
	return len(a.e.Program.OtherInformation) > 0, "the report has no further information from management"
}

func otherInformationWords(a *assembly) []string {
	return a.fill("The section headed \"" + sectionTitle(FurtherInformation) + "\" was added by the management of {organization}. It is no part of the description. " +
		"We did not examine it, and no opinion of ours reaches it.")
}

func hasUserControls(a *assembly) (bool, string) {
	return len(a.userControls) > 0, "no controls are assumed of user entities"
}

func userControlWords(a *assembly) []string {
	return a.fill("Some controls have to be run by user entities, as the description says. The controls of {organization} were designed with these in mind, and only " +
		"together with them do they serve their purpose. What user entities do lay outside our work: we judged neither the design of their controls nor whether these work.")
}

func hasCarveOut(a *assembly) (bool, string) {
	return len(a.subservice(scope.CarveOut)) > 0, "no subservice organization is carved out"
}

func carveOutWords(a *assembly) []string {
	list := a.subservice(scope.CarveOut)
	paragraphs := a.fill("{organization} relies on others whose controls the description leaves out. It names the kinds of control that it assumes there. " +
		"Those controls, and whether they are designed well and work, were no part of our examination.")
	for _, s := range list {
		text := orBracket(s.Name, "subservice organization not named") + ": " + strings.TrimRight(orBracket(s.Services, "services not stated"), ". ") + "."
		if ids := criteria.Sorted(s.Criteria); len(ids) > 0 {
			text += " Left to its controls, in whole or in part: " + enumerate(idStrings(ids)) + "."
		}
		paragraphs = append(paragraphs, text)
	}
	return paragraphs
}

func hasInclusive(a *assembly) (bool, string) {
	return len(a.subservice(scope.Inclusive)) > 0, "no subservice organization is included"
}

func inclusiveWords(a *assembly) []string {
	names := subserviceNames(a.subservice(scope.Inclusive))
	return append(a.fill("The description takes in controls that others run for {organization}. We examined them like its own."), "Included: "+names+".")
}

// firmWrote returns the condition of an element that only the firm can write.
func firmWrote(id string) func(*assembly) (bool, string) {
	return func(a *assembly) (bool, string) { return len(a.firm[id]) > 0, "the firm has written none" }
}

func hasNonOccurrence(a *assembly) (bool, string) {
	return len(a.notOperated) > 0, "no criterion rests on controls alone that had nothing to act on"
}

func nonOccurrenceWords(a *assembly) []string {
	paragraphs := a.fill("Some criteria rest on controls that had nothing to act on {time}. These did not operate, so there was nothing for us to test, and we cannot say how " +
		"well they would have worked:")
	for _, cc := range a.notOperated {
		var ids []string
		for _, row := range a.rows(cc.ID) {
			conclusion, _ := a.conclusions.Control(row.Control)
			if slices.ContainsFunc(conclusion.Slices, func(s ControlSlice) bool { return s.Operation == OperationNone }) {
				ids = append(ids, string(row.Control))
			}
		}
		paragraphs = append(paragraphs, string(cc.ID)+": "+orBracket(enumerate(ids), "no control stated")+".")
	}
	return paragraphs
}

// subservice returns the subservice organizations that the description names with the given method, by id.
func (a *assembly) subservice(method scope.SubserviceMethod) []scope.SubserviceOrganization {
	var list []scope.SubserviceOrganization
	for _, s := range a.disclosedSubservice {
		if s.Method == method {
			list = append(list, s)
		}
	}
	return list
}

// assumesSubservice reports whether controls are assumed of a carved-out subservice organization.
func (a *assembly) assumesSubservice() bool {
	for _, s := range a.subservice(scope.CarveOut) {
		if len(s.Controls) > 0 {
			return true
		}
	}
	return false
}
