// Package distribution holds the gamma, beta and Student distributions that limits and sample sizes rest on, for real
// parameters.
//
// Each tail is computed where it is small, so that it keeps its relative precision however improbable it is:
//
//	lower, upper := distribution.Gamma(1+k, mean)   // upper is the Poisson probability of at most k
//	lower, upper := distribution.Beta(1+k, n-k, rate) // upper is the binomial probability of at most k
//
// k need not be whole: that is how a fractional number of expected errors is planned with. The inverses are
// [GammaQuantile], [BetaQuantile] and [StudentUpperQuantile].
//
// Arguments are a [Pair] or a [Rate], which hold them to 32 digits, so that the relative error stays below 1e-12 for parameters
// between 1e-6 and 1e12, as tests hold it to. A tail takes a few hundred steps at most, whatever the parameters. Outside their
// domain, which ends at parameters of 1e300, the functions give NaN. What must be decided exactly is decided by
// [CompareUpperGamma] and [CompareUpperBeta].
package distribution
