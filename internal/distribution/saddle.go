package distribution

import "math"

// The densities are written by the saddle point expansion of Loader, "Fast and accurate computation of binomial
// probabilities" (2000): it has no cancellation of large logarithms.

// deviance returns x ln(x/m) + m - x, which is D0 in Loader's paper, for x and m above 0.
func deviance(x, m float64) float64 {
	if math.Abs(x-m) >= 0.1*(x+m) {
		return x*math.Log(x/m) + m - x
	}
	v := (x - m) / (x + m)
	sum, term := (x-m)*v, 2*x*v
	for j := 3.0; ; j += 2 {
		term *= v * v
		next := sum + term/j
		if next == sum {
			return sum
		}
		sum = next
	}
}

// stirlingError returns ln(Gamma(a+1)) - ln(sqrt(2 pi a) (a/e)^a) for a above 0. The series is exact to the last bit from
// 16 on; below, it is reached by the recurrence of the gamma function.
func stirlingError(a float64) float64 {
	sum := 0.0
	for a < 16 {
		sum += (a+0.5)*math.Log1p(1/a) - 1
		a++
	}
	s := 1 / (a * a)
	return sum + (1./12-s*(1./360-s*(1./1260-s*(1./1680-s*(1./1188-s*691./360360)))))/a
}

// gammaMass returns x^a e^-x / Gamma(a+1), the Poisson probability of a where a is whole.
func gammaMass(a, x float64) float64 {
	return math.Exp(-stirlingError(a)-deviance(a, x)) / math.Sqrt(2*math.Pi*a)
}

// betaMass returns x^a y^b Gamma(a+b+1) / (Gamma(a+1) Gamma(b+1)), the binomial probability of a among a+b where both are
// whole; y is 1 - x.
func betaMass(a, b, x, y float64) float64 {
	n := a + b
	c := stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n*x) - deviance(b, n*y)
	return math.Exp(c) / math.Sqrt(2*math.Pi*a*(b/n))
}
