package distribution

import "math"

// legendre holds the positive half of the nodes and weights of Gauss and Legendre's rule with 16 points.
var legendre = [8][2]float64{
	{0.09501250983763744019, 0.1894506104550684963},
	{0.2816035507792589132, 0.1826034150449235889},
	{0.4580167776572273863, 0.1691565193950025382},
	{0.6178762444026437484, 0.1495959888165767321},
	{0.7554044083550030339, 0.1246289712555338721},
	{0.8656312023878317439, 0.09515851168249278481},
	{0.9445750230732325761, 0.06225352393864789286},
	{0.9894009349916499326, 0.02715245941175409485},
}

// Integrate returns the integral of a smooth f from low to high by 16 points.
func Integrate(low, high float64, f func(float64) float64) float64 {
	half := (high - low) / 2
	middle := low + half
	sum := 0.0
	for _, p := range legendre {
		sum += p[1] * (f(middle-half*p[0]) + f(middle+half*p[0]))
	}
	return half * sum
}

// MaxPanels bounds the work of an integral over a tail. Some forty panels do.
const MaxPanels = 300

// tailIntegral returns the integral of f from 0 to limit. f falls from 1 at 0 on a scale of width, and ever faster, as
// the tail of a log-concave density does.
func tailIntegral(width, limit float64, f func(float64) float64) float64 {
	sum, at := 0.0, 0.0
	for range MaxPanels {
		next := math.Min(at+width, limit)
		panel := Integrate(at, next, f)
		sum += panel
		if at = next; panel <= 0x1p-58*sum || at >= limit {
			break
		}
	}
	return sum
}
