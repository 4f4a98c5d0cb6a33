package distribution

import "math"

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

// maxSeries bounds the series here. Twenty terms do.
const maxSeries = 200

// Deviance returns x ln(x/m) + m - x for x and m above 0, given d = x - m. It is D0 of Loader, "Fast and accurate
// computation of binomial probabilities" (2000); d is an argument so that the caller can give it without cancellation.
func Deviance(x, m, d float64) float64 {
	if math.Abs(d) >= 0.1*(x+m) {
		return x*math.Log(x/m) - d
	}
	v := d / (x + m)
	sum, term := d*v, 2*x*v
	for j := 3.0; j < maxSeries; j += 2 {
		term *= v * v
		next := sum + term/j
		if next == sum {
			break
		}
		sum = next
	}
	return sum
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

// log1pLess returns ln(1+u) - u for u above -1.
func log1pLess(u float64) float64 {
	if math.Abs(u) >= 0.3 {
		return math.Log1p(u) - u
	}
	// ln(1+u) = 2 artanh(v) with v = u/(2+u), and 2v - u = -u v.
	v := u / (2 + u)
	sum, term := -u*v, 2*v
	for j := 3.0; j < maxSeries; j += 2 {
		term *= v * v
		next := sum + term/j
		if next == sum {
			break
		}
		sum = next
	}
	return sum
}
