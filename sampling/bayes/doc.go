// Package bayes is attribute sampling with a prior: what is known of the rate of deviation before the sample counts.
//
// A [Prior] is made from a [Basis]: from nothing, from an earlier sample, from tolerable and intolerable rates held
// equally probable, from assessed risks. It is data that can be filed, and says in words what it assumes. A [Plan] has a
// size, with the two probabilities that certify it; [Evaluate] says what is believed after the sample:
//
//	prior, err := bayes.Basis{Method: bayes.Impartial, Tolerable: "0.05"}.Prior()
//	question := bayes.Question{Tolerable: "0.05", Confidence: "0.95"}
//	size, err := bayes.Plan{Prior: prior, Question: question, Expected: "0"}.Size()
//	after, err := bayes.Evaluate(prior, sampling.Result{N: size.N, Deviations: 0}, question)
//
// The priors are conjugate: beta for the binomial model, gamma for Poisson's, beta-binomial for a finite population, whose
// posterior is about the items not examined; limits then are counts in the whole population. The methods are those of
// the R package jfa 0.7, but for what [Basis] says.
//
// A credible limit is a statement about this rate, given the prior; a confidence limit of package sampling is one about
// the procedure. With the prior [Strict] the upper limits and the sizes of the two are the same numbers. A prior that
// claims more than its basis supports makes the sample too small: what it rests on belongs in the workpapers.
package bayes
