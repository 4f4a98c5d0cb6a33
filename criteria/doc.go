// Package criteria names the criteria of a SOC 2 examination: the 61 trust services criteria, the five categories and
// 20 series they belong to, and the nine description criteria DC 1 to DC 9.
//
// A criterion is named by an [ID], with a constant for each: [CC6_1] is "CC6.1". Look it up with [Get], list what an
// examination covers with [Applicable], or walk a category in published order with [InCategory]:
//
//	for c := range criteria.InCategory(criteria.Availability) {
//		fmt.Println(c.ID, c.Title)
//	}
//
// [ParseID] takes the published spelling alone. Other tools' spellings (SOC2-CC6.1, cc_6_1, CC6.1.3) are read by
// [Recognize], which says why it refuses what it refuses.
//
// The criteria are those of 2017, unchanged by the revision of 2022, which reworked the points of focus; a document
// says which it was written to by an [Edition]. Some people still call categories trust principles and the criteria
// TSC. All titles and summaries are this project's own words: the official text belongs to its publisher.
//
// Which criteria an examination covers and why one is not relevant is a question for package scope; which control
// meets which criterion, for package control.
package criteria
