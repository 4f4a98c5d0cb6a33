// Package sampling says how many items to test, which ones, and what their result licenses about the population.
//
// It is attribute sampling: an item deviates or it does not. A [Plan] is data that can be filed; its [Plan.Size] comes
// with the two probabilities that certify it. [Draw] selects the items so that anybody who holds the list can repeat it,
// and [Evaluate] gives the exact limits of what was found, whatever the number of deviations:
//
//	s, err := sampling.Plan{Tolerable: "0.05", Expected: "0", Risk: "0.05", Population: 250}.Size()
//	if s.N == 0 || s.EveryItem {
//		fmt.Println(s.Reason) // no sample meets the plan; with EveryItem s.N is the whole population, to be tested as a census
//	}
//	sel, err := sampling.Draw(ids, sampling.Request{Context: "2026/CC8.1/approval", Size: s.N}, sampling.Nonce(rand.Reader))
//	limits, err := sampling.Evaluate(sampling.Result{N: s.N, Deviations: 1, Population: 250}, "0.95")
//	c, err := sampling.Conclude(sampling.Result{N: s.N, Deviations: 1, Population: 250}, sampling.ChosenRandomly, "0.95", "0.05")
//	fmt.Println(c.Standing, c.Reason)
//
// Before a test, [Implied] says what a number of items would leave possible, [Plan.SizeWithPower] keeps a second risk, that
// of not relying on a control that is as expected, a [Discovery] is sized to find a rare
// deviation, a [StagedPlan] stops or goes on after each group, [Plan.DesignStages] finds its smallest groups, and
// [Plan.Curve] gives the operating characteristic as data. After it, [Plan.Expand] extends a sample and says what looking
// again costs, [EvaluateStrata] combines strata, and [EvaluateAttributes] treats several attributes at once. A
// [FrequencyTable] holds a firm's convention of how many items to test, with what it implies computed beside it.
//
// Rates are exact decimals, see [Rate]: every rounding to a whole item and every tie is decided without error. The laws
// are the binomial, the Poisson and the hypergeometric; a tie counts as within the risk.
//
// A selection follows protocol soc2-sample/1: [Commit] fixes population, size and the source of randomness by one
// SHA-256, [Selection.Draw] adds the randomness, [Selection.Verify] repeats both and names the first field that differs.
// [Selection.Numbers] gives the whole numbers of its seed to selections that this package does not make. The library has no
// randomness of its own: the caller passes the bytes or a reader of them.
//
// A population of any size is selected where it lies. [CommitStream] reads it sorted and [Selection.DrawStream] in one further
// pass; [Selection.Queries] is the SQL that selects the same items inside a database; parts of a population, each with its own
// [Part], give what the whole gives. A [Stratification] divides a sample among strata, which are draws of their own, and
// [MeasureSpread] tells how a sample lies in its period.
//
// Which control is tested, and what follows from a deviation, are questions for packages evidence and report. Of items
// chosen by judgment, haphazardly or in blocks no rate may be inferred: [Conclude] says so, and a [Result] is always that of a
// random sample.
package sampling
