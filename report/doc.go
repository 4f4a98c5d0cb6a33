// Package report joins a program and a fieldwork into an engagement, derives what opinion is indicated, and assembles
// the deliverables.
//
// The flow is one way, and each step is a function over values:
//
//	eng, problems, err := report.ReadEngagement(f, nil) // or Join of a program and a Fieldwork
//	c := report.Conclude(eng)                           // deviation, control, criterion, subject: each step kept
//	rep, err := report.Assemble(eng, report.Type2)      // sections keyed by kind; what is missing is listed
//	doc := rep.Blocks()                                 // the block tree of package document
//	err = document.WriteHTML(w, doc, nil)
//
// An opinion derived here is indicated, never issued: the values are [Indicated], and a missing judgment gives
// [Undecided], never a clean opinion. A practitioner's own opinion is recorded beside it as [PractitionerOpinion]; without
// one every rendering is a draft. The library cannot sign.
//
// What keeps the logic sound is one law: adding a deviation, removing a test or forgetting a decision never moves a
// subject towards unmodified. [Conclusions.Why] tells the steps for one criterion.
package report
