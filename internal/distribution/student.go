package distribution

import "math"

// Student returns P(T <= t) and P(T > t) for T that follows Student's distribution with df degrees of freedom, df > 0,
// which need not be whole; the precision of this package is kept from 0.5 on.
func Student(t, df float64) (lower, upper float64) {
	switch {
	case !(df > 0) || math.IsInf(df, 1) || math.IsNaN(t):
		return math.NaN(), math.NaN()
	case math.IsInf(t, 1):
		return 1, 0
	case math.IsInf(t, -1):
		return 0, 1
	}
	// x = df / (df + t^2), written so that no square overflows.
	r := t / math.Sqrt(df)
	x, y := 1/(1+r*r), 0.0
	if math.Abs(r) <= 1 {
		y = r * r / (1 + r*r)
	} else {
		y = 1 / (1 + 1/(r*r))
	}
	beyond, _ := Beta(df/2, 0.5, Rate{Pair{High: x}, Pair{High: y}})
	if t < 0 {
		return beyond / 2, 1 - beyond/2
	}
	return 1 - beyond/2, beyond / 2
}

// StudentUpperQuantile returns the t with P(T > t) = q for df degrees of freedom, df > 0, and 0 < q < 1.
func StudentUpperQuantile(q, df float64) float64 {
	switch {
	case !(df > 0) || math.IsInf(df, 1) || !(q > 0 && q < 1):
		return math.NaN()
	case q == 0.5:
		return 0
	case q > 0.5:
		return -StudentUpperQuantile(1-q, df)
	}
	x, y := BetaQuantile(df/2, 0.5, 2*q, false)
	return math.Sqrt(df) * math.Sqrt(y/x)
}
