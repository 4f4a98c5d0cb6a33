// Package consistent reperforms selections made with Rivest's consistent sampler, which election audits and some firms use.
//
// Every item has a ticket, a decimal fraction that the SHA-256 of seed and identifier gives, and the items with the smallest
// tickets are the sample; with replacement, an item that is selected gets a new and larger ticket:
//
//	tickets, err := consistent.Sample(ids, "01382438112797316654", 25)
//	for _, t := range tickets {
//		fmt.Println(t.Short(9), t.ID)
//	}
//
// Method and vectors are those of R. L. Rivest, "Consistent Sampling with Replacement", arXiv 1808.10016, and of its reference
// implementation: equal identifiers and seed give equal tickets.
//
// To select rather than to reperform, use package sampling: there the seed is bound to population, size and a commitment that
// is made beforehand, and here it is not, so that a record of this package shows nothing about seeds that were tried before.
package consistent
