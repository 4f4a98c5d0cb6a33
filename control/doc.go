// Package control models what a service organization does to meet the criteria: its controls, which of them suffice
// together for each criterion, and the risks they answer.
//
// A [Control] says which criteria it helps to meet. Which controls suffice together is a separate statement, the
// alternatives of a [CriterionControls]: each [Alternative] is a set of members that together meet the criterion. A
// compensating control is one more alternative; a carve-out is one whose members are assumed at a subservice organization.
//
//	alternatives := []control.Alternative{
//		control.Together("AC-01", "AC-02"), // grants and reviews together
//		control.Together("AC-09"),          // or the automated recertification alone
//	}
//
// [Matrix] answers who meets what. Whether a control operated is a question for package evidence, what follows from it
// one for package report.
package control
