// Package distribution holds the gamma, beta and Student distributions that limits and sample sizes rest on, for real
// parameters.
//
// Each tail is computed where it is small, so that it keeps its relative precision however improbable it is:
//
//	lower, upper := distribution.Gamma(1+k, n*rate)        // upper is the Poisson probability of at most k
//	lower, upper := distribution.Beta(1+k, n-k, rate, 1-rate) // upper is the binomial probability of at most k
//
// k need not be whole: that is how a fractional number of expected errors is planned with. The inverses are
// [PoissonUpper], [BinomialUpper] and their counterparts, and [StudentUpperQuantile].
//
// Functions in float64 have a relative error below 1e-12 where the parameters are between 0.001 and 1,000,000, as tests
// hold them to; the time is in proportion to the root of the parameter. Outside their domain they give NaN. What must be
// decided exactly is decided by [CompareUpperGamma] and [CompareUpperBeta].
package distribution
