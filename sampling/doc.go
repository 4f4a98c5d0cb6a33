// Package sampling says how many items to test, which ones, and what their result licenses about the population.
//
// It is attribute sampling: an item deviates or it does not. A [Plan] is data that can be filed; its [Plan.Size] comes
// with the two probabilities that certify it. [Draw] selects the items so that anybody who holds the list can repeat it,
// and [Evaluate] gives the exact limits of what was found, whatever the number of deviations:
//
//	s, err := sampling.Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05", Population: 250}.Size()
//	sel, err := sampling.Draw(ids, sampling.Request{Context: "2026/CC8.1/approval", Size: s.N}, sampling.Nonce(rand.Reader))
//	limits, err := sampling.Evaluate(sampling.Result{N: s.N, Deviations: 1, Population: 250}, "0.95")
//	above, err := sampling.Exceeds(sampling.Result{N: s.N, Deviations: 1, Population: 250}, "0.95", "0.05")
//
// Rates are exact decimals, see [Rate]: every rounding to a whole item and every tie is decided without error. The laws
// are the binomial, the Poisson and the hypergeometric; a tie counts as within the risk.
//
// A selection follows protocol soc2-sample/1: [Commit] fixes population, size and the source of randomness by one
// SHA-256, [Selection.Draw] adds the randomness, [Selection.Verify] repeats both and names the first field that differs.
// The library has no randomness of its own: the caller passes the bytes or a reader of them.
//
// Which control is tested, and what follows from a deviation, are questions for packages evidence and report. Of items
// chosen by judgment, haphazardly or in blocks no rate may be inferred: no function here takes them.
package sampling
