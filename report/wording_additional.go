package report

import "strings"

func hasAdditionalSubjects(a *assembly) (bool, string) {
	return len(a.e.Program.Terms.AdditionalSubjects) > 0, "the terms name no further subject matter"
}

func additionalSubjectWords(a *assembly) []string {
	paragraphs := []string{"We examined further subject matter. Each part has criteria and an opinion of its own, and none of what follows is part of the trust services criteria."}
	for _, s := range a.e.Program.Terms.AdditionalSubjects {
		paragraphs = append(paragraphs, orBracket(s.Title, "subject matter not named")+". Measured against: "+
			strings.TrimRight(orBracket(s.Criteria, "criteria not named"), ". ")+".")
	}
	return paragraphs
}

// additionalOpinionWords returns the practitioner's words on each further subject. The library derives nothing on them.
func additionalOpinionWords(a *assembly) []string {
	o := a.e.Fieldwork.PractitionerOpinion
	if o == nil {
		return []string{"No practitioner has given an opinion on the further subject matter. The record indicates none: nothing is derived for it."}
	}
	var paragraphs []string
	for _, s := range a.e.Program.Terms.AdditionalSubjects {
		for _, given := range o.Additional {
			if given.Subject == s.ID && given.Opinion.IsValid() {
				paragraphs = append(paragraphs, "Our opinion on "+orBracket(s.Title, "further subject matter")+" is "+string(given.Opinion)+".")
				paragraphs = append(paragraphs, given.Paragraphs...)
			}
		}
	}
	return paragraphs
}
