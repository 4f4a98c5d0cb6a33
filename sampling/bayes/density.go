package bayes

import "math"

// stirlingError returns ln Γ(z+1) - ln(sqrt(2 pi z) (z/e)^z) for z above 0.
func stirlingError(z float64) float64 {
	sum := 0.0
	for ; z < 16; z++ {
		sum += (z+0.5)*math.Log1p(1/z) - 1
	}
	s := 1 / (z * z)
	return sum + (1./12-s*(1./360-s*(1./1260-s*(1./1680-s*(1./1188-s*691./360360)))))/z
}

// maxTerms bounds the series here. Twenty terms do.
const maxTerms = 200

// deviance returns x ln(x/m) + m - x for x and m above 0, given d = x - m. It is D0 of Loader, "Fast and accurate
// computation of binomial probabilities" (2000); d is an argument so that the caller can give it without cancellation.
func deviance(x, m, d float64) float64 {
	if math.Abs(d) >= 0.1*(x+m) {
		return x*math.Log(x/m) - d
	}
	v := d / (x + m)
	sum, term := d*v, 2*x*v
	for j := 3.0; j < maxTerms; j += 2 {
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
func betaKernel(a, b float64, r rate) float64 {
	n := a + b
	d := r.excess(a, b)
	c := stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(a, n*r.p.high, d) - deviance(b, n*r.q.high, -d)
	return math.Sqrt(a*(b/n)/(2*math.Pi)) * math.Exp(c)
}

// gammaKernel returns x^a e^-x / Γ(a), for a and x above 0.
func gammaKernel(a float64, x pair) float64 {
	return math.Sqrt(a/(2*math.Pi)) * math.Exp(-stirlingError(a)-deviance(a, x.high, (a-x.high)-x.low))
}

// log1pLess returns ln(1+u) - u for u above -1.
func log1pLess(u float64) float64 {
	if math.Abs(u) >= 0.3 {
		return math.Log1p(u) - u
	}
	// ln(1+u) = 2 artanh(v) with v = u/(2+u), and 2v - u = -u v.
	v := u / (2 + u)
	sum, term := -u*v, 2*v
	for j := 3.0; j < maxTerms; j += 2 {
		term *= v * v
		next := sum + term/j
		if next == sum {
			break
		}
		sum = next
	}
	return sum
}
