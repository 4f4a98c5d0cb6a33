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

const (
	// MaxPanels bounds the work of an integral over a tail. Some forty panels do.
	MaxPanels = 300
	// panelWidth is the width of a panel, in scales. What falls by e^-4 in the first panel may fall by e^-40 in one where
	// the rest is negligible: the rule is exact there to 1e-9 of the panel.
	panelWidth = 4
)

// tailIntegral returns the integral of f from 0 to limit. f falls from its value at 0 by a factor of e or so within the
// scale, and ever faster, as the tail of a log-concave density does.
func tailIntegral(scale, limit float64, f func(float64) float64) float64 {
	sum, at := 0.0, 0.0
	for range MaxPanels {
		next := math.Min(at+panelWidth*scale, limit)
		panel := Integrate(at, next, f)
		sum += panel
		if at = next; panel <= 0x1p-58*sum || at >= limit {
			break
		}
	}
	return sum
}

// kneeIntegral returns the integral of f from 0 to limit. f is nearly flat up to a knee below the limit, differing by a
// share of about e^-d at a distance d from it, and falls on a scale of 1 from there on, ever faster: the tail of a density
// whose parameter is near 0, by the logarithm of its argument. A panel goes half of the way to the knee: what bends there
// has vanished by as much as the panel is wide. As the knee is at most at 1500, the logarithm of all numbers, there are
// at most 11 of them.
func kneeIntegral(knee, limit float64, f func(float64) float64) float64 {
	sum, at := 0.0, 0.0
	for knee-at > 1 {
		next := at + (knee-at)/2
		sum += Integrate(at, next, f)
		at = next
	}
	return sum + tailIntegral(0.125, limit-at, func(d float64) float64 { return f(at + d) })
}
