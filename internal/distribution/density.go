package distribution

import "math"

// The densities are written by the saddle point expansion of Loader, "Fast and accurate computation of binomial
// probabilities" (2000): it has no cancellation of large logarithms.

// StirlingError returns ln Γ(z+1) - ln(sqrt(2 pi z) (z/e)^z) for z above 0, and 0 for z = 0. The series is exact to the last
// bit from 16 on. Below, whole numbers are looked up, and the others get there by the recurrence of the gamma function.
func StirlingError(z float64) float64 {
	if i := int(z); z < float64(len(stirlingErrors)) && float64(i) == z {
		return stirlingErrors[i]
	}
	sum := 0.0
	for ; z < 16; z++ {
		sum += (z+0.5)*math.Log1p(1/z) - 1
	}
	s := 1 / (z * z)
	return sum + (1./12-s*(1./360-s*(1./1260-s*(1./1680-s*(1./1188-s*691./360360)))))/z
}

// stirlingErrors holds the values below 16, to 17 digits.
var stirlingErrors = [...]float64{
	0, 0.081061466795327258, 0.041340695955409294, 0.027677925684998339,
	0.020790672103765093, 0.016644691189821192, 0.013876128823070748, 0.011896709945891770,
	0.010411265261972096, 0.0092554621827127329, 0.0083305634333628713, 0.0075736754879518408,
	0.0069428401072095299, 0.0064089941880042071, 0.0059513701127588477, 0.0055547335519628014,
}

// Deviance returns x ln(x/m) + m - x for x and m above 0, given d = x - m. It is D0 in Loader's paper; d is an argument so
// that the caller can give it without cancellation.
func Deviance(x, m, d float64) float64 {
	v := d / (x + m)
	if w := v * v; w < oddRange {
		return d*v + 2*x*v*moreOdd(w)
	}
	if ratio := x / m; ratio > 0 && ratio <= math.MaxFloat64 {
		return x*math.Log(ratio) - d
	}
	return x*(math.Log(x)-math.Log(m)) - d
}

// log1pLess returns ln(1+u) - u for u from -1 on.
func log1pLess(u float64) float64 {
	// ln(1+u) = 2 artanh(v) with v = u/(2+u), and 2v - u = -u v.
	v := u / (2 + u)
	if w := v * v; w < oddRange {
		return -u*v + 2*v*moreOdd(w)
	}
	return math.Log1p(u) - u
}

// oddRange is the square from which a logarithm is so far from its argument that it may be subtracted: beyond a factor of
// 1.5 between x and m.
const oddRange = 1. / 25

// moreOdd returns artanh(v)/v - 1 = w/3 + w^2/5 + ... for w = v^2 below [oddRange]: the first power left out is below
// 2^-60 of the sum. Pairs of terms leave a processor something to do at the same time.
func moreOdd(w float64) float64 {
	square, sum := w*w, 0.0
	if w > 1./1000 {
		sum = 1./27 + w*(1./29)
		sum = (1./23 + w*(1./25)) + square*sum
		sum = (1./19 + w*(1./21)) + square*sum
		sum = (1./15 + w*(1./17)) + square*sum
	}
	sum = (1./11 + w*(1./13)) + square*sum
	sum = (1./7 + w*(1./9)) + square*sum
	return w * ((1./3 + w*(1./5)) + square*sum)
}

// betaKernel returns p^a q^b / B(a,b), for a and b above 0 and a rate strictly between 0 and 1.
func betaKernel(a, b float64, r Rate) float64 {
	n := a + b
	d := r.excess(a, b)
	c := StirlingError(n) - StirlingError(a) - StirlingError(b) - Deviance(a, n*r.P.High, d) - Deviance(b, n*r.Q.High, -d)
	return math.Sqrt(a*(b/n)/(2*math.Pi)) * math.Exp(c)
}

// gammaKernel returns x^a e^-x / Γ(a), for a and x above 0.
func gammaKernel(a float64, x Pair) float64 {
	return math.Sqrt(a/(2*math.Pi)) * math.Exp(-StirlingError(a)-Deviance(a, x.High, (a-x.High)-x.Low))
}
