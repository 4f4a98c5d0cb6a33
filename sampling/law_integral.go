package sampling

import "math"

// A wide distribution has so many terms that they are integrated instead of summed, from this variance on and while
// neighbouring terms differ by less than this share of themselves.
const (
	wideVariance = 2000 * 2000
	wideStep     = 1. / 500
	// edge is how far from the ends of its support a term has to be for the series of Stirling's formula to hold.
	edge = 16
)

// integral returns the sum of P(X = x) over x = k, k+toward, k+2*toward, ..., which are the terms outwards of the mean,
// without going through them; false where the distribution is not wide there.
//
// By the midpoint formula of Euler and Maclaurin the sum from k upwards is the integral from k - 1/2 and a 24th of the
// slope there. The next term is below 1e-13 of the sum, given wideStep. The integral is taken over panels by the rule of
// Gauss with eight nodes, each no wider than half a standard deviation and than what decays by e^-2, which makes it exact
// to the last bits of a float64; what remains is the error of the terms themselves. It takes a few hundred of them,
// however wide the distribution is.
func (l law) integral(k int64, toward int64) (float64, bool) {
	variance := l.variance()
	least, most := l.support()
	if !(variance > wideVariance) || k-least <= edge || most-k <= edge {
		return 0, false
	}
	up, down := l.odds(k)
	if toward > 0 {
		up, down = l.odds(k + 1)
		up, down = down, up
	}
	if decay := 1 - down/up; !(decay < wideStep) { // down/up is the quotient of the next term outwards and this one
		return 0, false
	}
	first := l.density(k, 0)
	if first == 0 {
		return 0, false
	}
	out := float64(toward)
	at := func(distance float64) float64 { return l.density(k, out*distance) } // outwards from k
	sum := (first - l.density(k-toward, 0)) / 24
	deviation, room := math.Sqrt(variance), float64(min(k-least, most-k)-edge)
	for from := -0.5; ; {
		width, here := deviation/2, at(from)
		if fall := math.Log(here / at(from+1)); fall > 0 { // what a term decays by in a step from here
			width = min(width, 2/fall)
		}
		if from+width >= room {
			return 0, false // sum them after all
		}
		panel := 0.0
		for i, node := range gaussNodes {
			middle, half := from+width/2, width/2
			panel += gaussWeights[i] * (at(middle-half*node) + at(middle+half*node)) * half
		}
		sum += panel
		from += width
		if panel <= sum*0x1p-56 || at(from) == 0 {
			return min(1, sum), true
		}
	}
}

// variance returns the variance of the number of deviations in the sample.
func (l *law) variance() float64 {
	switch l.model {
	case Hypergeometric:
		pop, n, dev := float64(l.population), float64(l.n), float64(l.deviations)
		return n * (dev / pop) * ((pop - dev) / pop) * ((pop - n) / max(1, pop-1))
	case Poisson:
		return l.mean
	}
	return l.mean * l.q
}

// The rule of Gauss and Legendre with eight nodes on [-1, 1], of which these are the positive ones.
var (
	gaussNodes   = [...]float64{0.1834346424956498, 0.5255324099163290, 0.7966664774136267, 0.9602898564975363}
	gaussWeights = [...]float64{0.3626837833783620, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763}
)
