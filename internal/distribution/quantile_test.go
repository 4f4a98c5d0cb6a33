package distribution

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/stretchr/testify/require"
)

// A tail at a quantile is the share that the quantile was asked for, and the other way round.
func TestQuantilesInvertTails(t *testing.T) {
	random := rand.New(rand.NewPCG(15, 16))
	for range 4000 {
		a, b := math.Exp(random.Float64()*16-2), math.Exp(random.Float64()*20-2)
		share := []float64{0.5, 0.05, 1e-12, 0.025, 1e-6, 0.3}[random.IntN(6)]
		for _, above := range []bool{false, true} {
			x, _ := BetaQuantile(a, b, share, above)
			if x < 1e-300 || x > 1-1e-6 { // x itself cannot say how far from 1 it is
				continue
			}
			lower, upper := Beta(a, b, RateAt(x))
			if above {
				lower = upper
			}
			// The rate is good to a few units in its last place; the tail then to as many times its own slope.
			slope := betaKernel(a, b, RateAt(x)) / (1 - x) / share
			require.InEpsilon(t, share, lower, 1e-12+4e-15*slope, "%v %v %v %v %v", a, b, share, above, x)

			x = GammaQuantile(a, share, above)
			if x < 1e-300 {
				continue
			}
			lower, upper = Gamma(a, Pair{High: x})
			if above {
				lower = upper
			}
			slope = gammaKernel(a, Pair{High: x}) / share
			require.InEpsilon(t, share, lower, 1e-12+4e-15*slope, "%v %v %v", a, share, above)
		}
	}
}
