package report

import (
	"strings"

	"github.com/soc2kit/soc2/scope"
)

func assertionIntroduction(a *assembly) []string {
	return a.fill("This is the assertion of the management of {organization}. The description of {system} in this report, as it was {time}, is ours. It is there so that readers, with what "+
		"they know of their own controls, can weigh the risks of relying on {system}.",
		"We chose the categories that it covers: {categories}.")
}

func assertionCriteria(a *assembly) []string {
	return a.fill("We wrote the description to the {description-criteria}. We judged our controls by the {criteria}, in the parts for {categories}.")
}

func assertionDescription(a *assembly) []string {
	if given(a) && !a.e.Fieldwork.Letters.Assertion.Description {
		return nil
	}
	return a.fill("We assert that the description shows {system} as we built and used it {time}, when held against the {description-criteria}.")
}

func assertionDesign(a *assembly) []string {
	if given(a) && !a.e.Fieldwork.Letters.Assertion.Design {
		return nil
	}
	return a.fill("We assert that the controls that the description lists were so designed, {time}, that they would, if run as designed{others}, make it reasonably sure that " +
		"we keep what we commit to and meet what our system requires.")
}

func assertionOperating(a *assembly) []string {
	if given(a) && !a.e.Fieldwork.Letters.Assertion.Operating {
		return nil
	}
	return a.fill("We assert that these controls worked so well{others} {time} that they made it reasonably sure that we kept what we commit to and met what our system requires.")
}

func given(a *assembly) bool { return a.e.Fieldwork.Letters.Assertion.Status == Given }

func countsOnOthers(a *assembly) (bool, string) {
	return len(a.others()) > 0, "no controls are assumed of others"
}

func assertionConditions(a *assembly) []string {
	return a.fill("Our controls count on controls at " + enumerate(a.others()) + ", which the description names. What we assert of our own controls holds only together with them; " +
		"of theirs we assert nothing.")
}

func hasMatters(a *assembly) (bool, string) {
	if len(a.e.Fieldwork.Letters.Assertion.Acknowledged) > 0 {
		return true, ""
	}
	modified, _ := isModified(a)
	return modified && given(a), "no opinion is modified, and the assertion acknowledges no matter"
}

func assertionMatters(a *assembly) []string {
	matters := a.e.Fieldwork.Letters.Assertion.Acknowledged
	if len(matters) == 0 {
		return nil
	}
	return append([]string{"What we assert is limited by the following matters:"}, matters...)
}

// assertionSubservice names the assertions of the subservice organizations that are included; without one of them it says
// nothing, since the method is then not open.
func assertionSubservice(a *assembly) []string {
	var paragraphs []string
	for _, s := range a.subservice(scope.Inclusive) {
		if s.Assertion == "" {
			return nil
		}
		paragraphs = append(paragraphs, s.Name+" has given an assertion of its own on its part of the system: "+a.evidenceTitle(s.Assertion)+".")
	}
	return paragraphs
}

func assertionSignature(a *assembly) []string {
	letter := a.e.Fieldwork.Letters.Assertion
	if !given(a) || strings.TrimSpace(letter.Signer) == "" {
		return nil
	}
	signer := letter.Signer
	if letter.Title != "" {
		signer += ", " + letter.Title
	}
	return []string{signer + ", " + a.fill("for the management of {organization}")[0]}
}

func assertionDate(a *assembly) []string {
	if d := a.e.Fieldwork.Letters.Assertion.Date; given(a) && d.IsValid() {
		return []string{longDate(d)}
	}
	return nil
}
