// Package evidence models what an examination rests on: items with provenance and digests, populations, requests, tests
// of controls and what they found.
//
// Management's side: an [Item] is a record kept, a [Population] is the whole from which a sample is taken, a [Request]
// ("PBC") asks for something. The firm's side: a [TestPlan] says what a test must look at, a [DrawnSample] which items were
// selected, a [Test] what was done and found item by item, a [Deviation] ("exception") where a control did not operate as described.
//
// A test has one of six states, kept apart by [Test.State]: operated without deviation, with deviation, due but missed, no
// occurrence, could not be tested, and unresolved. An absent result is none of them, and never a pass.
//
// Information produced by the entity ("IPE") carries the checks made of its completeness and accuracy. What follows from the tests for
// criteria and opinions is in package report.
package evidence
