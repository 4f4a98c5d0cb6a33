package report

import (
	"strings"

	"github.com/soc2kit/soc2/scope"
)

func organizationDutyWords(a *assembly) []string {
	return a.fill(
		"The management of {organization} answers for what it commits to towards its users, for what its system must do so that it can, and for controls that are designed, "+
			"put in place and run so as to make that reasonably sure.",
		"It wrote the description and the assertion beside it, and answers for both being complete, correct and set out as the {description-criteria} ask. "+
			"It chose the categories, named the criteria, stated the controls that belong to each, and worked out which risks stand in the way.")
}

// auditorDutyWords states independence, so it has no words until the record confirms it.
func auditorDutyWords(a *assembly) []string {
	independence := a.e.Fieldwork.Independence
	if independence.Confirmed != scope.Yes || len(independence.Impairments) > 0 {
		return nil
	}
	paragraphs := []string{"Our part is to give an opinion on the subjects named above, from what we found. We worked by the attestation standards of the AICPA{standards}. " +
		"They call for an examination planned and carried out so that reasonable assurance stands behind what is said: a high degree of certainty, though not an absolute one."}
	if a.e.Fieldwork.PractitionerOpinion == nil {
		paragraphs = append(paragraphs, "Whether the evidence gathered is enough to carry an opinion is for a practitioner to say; nobody has said it.")
	} else if n := a.disclaimed(); len(n) == 0 {
		paragraphs = append(paragraphs, "The evidence that we gathered is, in our view, enough in amount and in quality to carry our opinion.")
	} else if !a.allDisclaimed() {
		paragraphs = append(paragraphs, "Apart from "+enumerate(n)+", the evidence that we gathered is, in our view, enough in amount and in quality to carry our opinion.")
	} else {
		paragraphs = append(paragraphs, "For the reasons given below we could not gather the evidence that an opinion needs.")
	}
	paragraphs = append(paragraphs, "We are independent of {organization}, and we kept the other rules of professional ethics that go with such work.")
	standards := ""
	if text := strings.TrimSpace(a.e.Program.Editions.AttestationStandards); text != "" {
		standards = " (" + text + ")"
	}
	paragraphs = a.fill(paragraphs...)
	paragraphs[0] = strings.Replace(paragraphs[0], "{standards}", standards, 1)
	return paragraphs
}

func procedureWords(a *assembly) []string {
	if a.allDisclaimed() {
		return a.fill("Our work on {system} could not be completed; the reasons are given below.")
	}
	steps := []string{
		"we made ourselves familiar with {system} and with what {organization} commits to and requires",
		"we weighed where the description or the controls might fall short",
		"we held the description against the {description-criteria}, and looked at it as a whole",
		"we sought evidence of how the controls are designed and whether they were put in place",
	}
	if a.kind == Type2 {
		steps = append(steps, "we tested how the controls worked {time}")
	}
	text := "Among other things, " + strings.Join(steps, "; ") + ". Where our judgment called for it, we did more."
	if names := a.disclaimed(); len(names) > 0 {
		text += " For " + enumerate(names) + " this work could not be completed; the reasons are given below."
	}
	return a.fill(text)
}

func limitWords(a *assembly) []string {
	paragraphs := []string{
		"The description is written for many readers at once. It may leave out what would matter to one of them alone.",
		"Controls can fail. People make mistakes, misjudge, or find ways round a rule, and no control notices everything.",
	}
	if a.kind == Type2 {
		return a.fill(append(paragraphs, "What we say is about the time {time}. Carrying it forward is risky: systems change, and care in following rules can slacken.")...)
	}
	return a.fill(append(paragraphs, "What we say is about the state {time}. Carrying it forward is risky: systems change, and a design that was fit may cease to be.")...)
}

func noOperationWords(a *assembly) []string {
	return a.fill("We did not test how the controls in the description run from day to day. We therefore give no opinion on whether they do their job in practice.")
}

func testsReferenceWords(a *assembly) []string {
	return a.fill("The section headed \"" + sectionTitle(TestsAndResults) + "\" lists the controls that we tested, what we did and when it speaks for, and what we found.")
}

func restrictedUseWords(a *assembly) []string {
	what, time := "This report", "{time}"
	if a.kind == Type2 {
		what, time = "This report, the tests and results in it included,", "at some time {time}"
	}
	return a.fill(
		what+" is written for a limited circle: {organization}; those who used {system} "+time+"; business partners who bear risks that come from it; practitioners who serve any of them; "+
			"and, provided that they know enough to read it, those who consider using {system} or doing business with {organization}, and regulators.",
		"To know enough means to understand what {system} does, how it connects with users, subservice organizations and others, what internal control can and cannot do, "+
			"which controls users and subservice organizations have to run and how these work together with those of {organization}, the criteria, and the risks that "+
			"controls are there to meet.",
		"Nobody else should use this report.")
}

func signatureWords(a *assembly) []string {
	if o := a.e.Fieldwork.PractitionerOpinion; o != nil && strings.TrimSpace(o.Firm) != "" {
		return []string{o.Firm}
	}
	return nil
}

func locationWords(a *assembly) []string {
	firm := a.e.Program.Parties.ServiceAuditor
	if strings.TrimSpace(firm.City) == "" || strings.TrimSpace(firm.State) == "" {
		return nil
	}
	return []string{firm.City + ", " + firm.State}
}

func dateWords(a *assembly) []string {
	if o := a.e.Fieldwork.PractitionerOpinion; o != nil && o.Date.IsValid() {
		return []string{longDate(o.Date)}
	}
	return nil
}
