package sampling

import (
	"fmt"
	"math"
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// The functions here restate the definitions in exact rational arithmetic, without regard to cost.

func choose(n, k int64) *big.Rat {
	if k < 0 || k > n {
		return new(big.Rat)
	}
	return new(big.Rat).SetInt(new(big.Int).Binomial(n, k))
}

func mul(xs ...*big.Rat) *big.Rat {
	p := big.NewRat(1, 1)
	for _, x := range xs {
		p.Mul(p, x)
	}
	return p
}

func power(x *big.Rat, n int64) *big.Rat {
	p := big.NewRat(1, 1)
	for range n {
		p.Mul(p, x)
	}
	return p
}

// slowHypergeometric is P(X <= k) for n items out of pop of which dev deviate.
func slowHypergeometric(k, n, pop, dev int64) *big.Rat {
	sum := new(big.Rat)
	for i := int64(0); i <= k; i++ {
		sum.Add(sum, mul(choose(dev, i), choose(pop-dev, n-i)))
	}
	return sum.Quo(sum, choose(pop, n))
}

// slowBinomial is P(X <= k) for n items at rate p.
func slowBinomial(k, n int64, p *big.Rat) *big.Rat {
	q := new(big.Rat).Sub(big.NewRat(1, 1), p)
	sum := new(big.Rat)
	for i := int64(0); i <= k; i++ {
		sum.Add(sum, mul(choose(n, i), power(p, i), power(q, n-i)))
	}
	return sum
}

func rat(t testing.TB, r Rate) *big.Rat {
	t.Helper()
	x, err := r.Rat()
	require.NoError(t, err)
	return x
}

func ratCeil(x *big.Rat) int64 {
	q, m := new(big.Int).QuoRem(x.Num(), x.Denom(), new(big.Int))
	if m.Sign() > 0 {
		q.Add(q, big.NewInt(1))
	}
	return q.Int64()
}

func TestSizeIsTheFirstThatMeetsTheDefinition(t *testing.T) {
	risks := []Rate{"0.01", "0.05", "0.10", "0.2", "0.25", "0.5", "0.75"}
	t.Run("hypergeometric", func(t *testing.T) {
		ties := 0
		for pop := int64(1); pop <= 40; pop++ {
			for _, tolerable := range []Rate{"0.05", "0.1", "0.125", "0.3", "0.5", "0.9"} {
				for _, expected := range []Rate{"0", "0.02", "0.045", "0.0999", "0.25", "0.6"} {
					if expected.Compare(tolerable) >= 0 {
						continue
					}
					for _, convention := range Conventions() {
						nt := mul(big.NewRat(pop, 1), rat(t, tolerable))
						dev := ratCeil(nt)
						floor := new(big.Int).Quo(nt.Num(), nt.Denom()).Int64()
						switch convention {
						case Floor:
							dev = floor
						case FloorPlus:
							dev = floor + 1
						}
						// P does not depend on the risk: one pass over n serves all of them.
						accepted := make([]*big.Rat, pop+1)
						for n := int64(1); n <= pop; n++ {
							k := ratCeil(mul(big.NewRat(n, 1), rat(t, expected)))
							accepted[n] = slowHypergeometric(k, n, pop, dev)
						}
						for _, risk := range risks {
							want := int64(0)
							for n := int64(1); n <= pop && dev > 0; n++ {
								if c := accepted[n].Cmp(rat(t, risk)); c <= 0 {
									if c == 0 {
										ties++
									}
									want = n
									break
								}
							}
							p := Plan{Tolerable: tolerable, Expected: expected, Risk: risk, Population: pop, Convention: convention}
							got, err := p.Size()
							require.NoError(t, err)
							require.Equal(t, want == 0, got.EveryItem, "%+v", p)
							require.Equal(t, want == 0, got.Reason != "", "%+v", p)
							if want == 0 {
								require.Equal(t, Size{N: pop, Census: true, EveryItem: true, Reason: got.Reason}, got)
							} else {
								require.Equal(t, want, got.N, "%+v", p)
								require.Equal(t, want == pop, got.Census, "%+v", p)
							}
							if want > 0 {
								exact, _ := accepted[want].Float64()
								require.InDelta(t, exact, got.Risk, 1e-13, "%+v", p)
								if want > 1 {
									before, _ := accepted[want-1].Float64()
									require.InDelta(t, before, got.RiskOneLess, 1e-13, "%+v", p)
								}
							}
						}
					}
				}
			}
		}
		require.Greater(t, ties, 50, "the grid is meant to hold exact ties")
	})
	t.Run("binomial", func(t *testing.T) {
		const limit = 60
		ties := 0
		for _, tolerable := range []Rate{"0.05", "0.1", "0.2", "0.25", "0.5", "0.75", "0.9"} {
			for _, expected := range []Rate{"0", "0.01", "0.035", "0.1", "0.24", "0.4"} {
				if expected.Compare(tolerable) >= 0 {
					continue
				}
				for _, risk := range append(risks, "0.0625", "0.03125", "0.015625") {
					want := int64(0)
					for n := int64(1); n <= limit; n++ {
						p := slowBinomial(ratCeil(mul(big.NewRat(n, 1), rat(t, expected))), n, rat(t, tolerable))
						if c := p.Cmp(rat(t, risk)); c <= 0 {
							if c == 0 {
								ties++
							}
							want = n
							break
						}
					}
					p := Plan{Tolerable: tolerable, Expected: expected, Risk: risk}
					got, err := p.Size()
					require.NoError(t, err)
					if want == 0 {
						require.True(t, got.N > limit || got.N == 0, "%+v %+v", p, got)
					} else {
						require.Equal(t, want, got.N, "%+v", p)
					}
				}
			}
		}
		require.GreaterOrEqual(t, ties, 5, "the grid is meant to hold exact ties")
	})
}

func TestLimitsMeetTheirDefinition(t *testing.T) {
	confidences := []Rate{"0.5", "0.8", "0.90", "0.95", "0.99"}
	t.Run("hypergeometric", func(t *testing.T) {
		for pop := int64(1); pop <= 24; pop++ {
			for n := int64(1); n <= pop; n++ {
				cdf := make(map[[2]int64]*big.Rat)
				for dev := int64(0); dev <= pop; dev++ {
					for k := int64(-1); k <= n; k++ {
						cdf[[2]int64{dev, k}] = slowHypergeometric(k, n, pop, dev)
					}
				}
				for k := int64(0); k <= n; k++ {
					upper := func(risk *big.Rat) int64 {
						last := k
						for dev := k; dev <= pop-(n-k); dev++ {
							if cdf[[2]int64{dev, k}].Cmp(risk) > 0 {
								last = dev
							}
						}
						return last
					}
					lower := func(risk *big.Rat) int64 {
						for dev := k; dev < pop-(n-k); dev++ {
							if new(big.Rat).Sub(big.NewRat(1, 1), cdf[[2]int64{dev, k - 1}]).Cmp(risk) > 0 {
								return dev
							}
						}
						return pop - (n - k)
					}
					for _, c := range confidences {
						risk := new(big.Rat).Sub(big.NewRat(1, 1), rat(t, c))
						half := mul(risk, big.NewRat(1, 2))
						r := Result{N: n, Deviations: k, Population: pop}
						got, err := Evaluate(r, c)
						require.NoError(t, err)
						want := Counts{upper(risk), lower(risk), upper(half), lower(half)}
						require.Equal(t, want, got.Counts, "%+v %s", r, c)
						for _, tolerable := range []Rate{"0", "0.05", "0.1", "0.125", "0.25", "0.5", "1"} {
							above, err := Exceeds(r, c, tolerable)
							require.NoError(t, err)
							is := big.NewRat(want.UpperCount, pop).Cmp(rat(t, tolerable)) > 0
							require.Equal(t, is, above, "%+v %s %s", r, c, tolerable)
						}
					}
				}
			}
		}
	})
	t.Run("binomial", func(t *testing.T) {
		for _, n := range []int64{1, 2, 3, 5, 9, 20} {
			for k := int64(0); k <= n; k++ {
				for _, c := range []Rate{"0.5", "0.90", "0.95"} {
					r := Result{N: n, Deviations: k}
					l, err := Evaluate(r, c)
					require.NoError(t, err)
					risk := new(big.Rat).Sub(big.NewRat(1, 1), rat(t, c))
					half := mul(risk, big.NewRat(1, 2))
					at := func(limit float64, risk *big.Rat, tail func(p *big.Rat) *big.Rat) {
						got, _ := tail(new(big.Rat).SetFloat64(limit)).Float64()
						want, _ := risk.Float64()
						require.InDelta(t, want, got, 1e-12, "%+v %s", r, c)
					}
					lowerTail := func(p *big.Rat) *big.Rat { return slowBinomial(k, n, p) }
					upperTail := func(p *big.Rat) *big.Rat {
						return new(big.Rat).Sub(big.NewRat(1, 1), slowBinomial(k-1, n, p))
					}
					if k == n {
						require.Equal(t, 1.0, l.Upper)
						require.Equal(t, 1.0, l.UpperTwoSided)
					} else {
						at(l.Upper, risk, lowerTail)
						at(l.UpperTwoSided, half, lowerTail)
					}
					if k == 0 {
						require.Zero(t, l.Lower)
						require.Zero(t, l.LowerTwoSided)
					} else {
						at(l.Lower, risk, upperTail)
						at(l.LowerTwoSided, half, upperTail)
					}
				}
			}
		}
	})
}

func TestExceedsDecidesTiesExactly(t *testing.T) {
	for _, c := range []struct {
		name       string
		result     Result
		confidence Rate
		tolerable  Rate
		above      bool
	}{
		{"0.5^4 is exactly the risk", Result{N: 4}, "0.9375", "0.5", false},
		{"a hair more confidence", Result{N: 4}, "0.93750000000000000000000000000000001", "0.5", true},
		{"0.9 of one item is exactly the risk", Result{N: 1}, "0.9", "0.9", false},
		{"all deviate", Result{N: 3, Deviations: 3}, "0.5", "0.99", true},
		{"no rate is above 1", Result{N: 3, Deviations: 3}, "0.5", "1", false},
		{"one deviation in a billion found with 95 of 100", Result{N: 950_000_000, Population: 1_000_000_000}, "0.95", "0", false},
		{"one item fewer", Result{N: 949_999_999, Population: 1_000_000_000}, "0.95", "0", true},
		{"whole population at the rate", Result{N: 20, Deviations: 1, Population: 20}, "0.95", "0.05", false},
		{"whole population above the rate", Result{N: 20, Deviations: 1, Population: 20}, "0.95", "0.0499999999", true},
		{"whole population, binomial asked for", Result{Model: Binomial, N: 20, Deviations: 1, Population: 20}, "0.95", "0.05", false},
		{"as many in order as the rate needs", Result{N: 18, Population: 20}, "0.6", "0.1", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := Exceeds(c.result, c.confidence, c.tolerable)
			require.NoError(t, err)
			require.Equal(t, c.above, got)
		})
	}
}

// The fast tails are held to a hundredth of the slack that the exact comparison takes over from.
func TestTailsAgainstExactSums(t *testing.T) {
	check := func(l law, k int64) {
		t.Helper()
		var share, whole *big.Float
		switch l.model {
		case Hypergeometric:
			share, whole = l.exactHypergeometric(k)
		case Poisson:
			share, whole = l.exactPoisson(k)
		default:
			share, whole = l.exactBinomial(k)
		}
		require.NotNil(t, share, "%+v %d", l, k)
		p := exactly().Quo(share, whole)
		want, _ := p.Float64()
		rest, _ := exactly().Sub(exactly().SetInt64(1), p).Float64()
		lower, upper := l.tails(k)
		const relative = slack / 100
		if want > 1e-290 {
			require.InEpsilon(t, want, lower, relative, "P(X<=%d) of %+v", k, l)
		}
		if rest > 1e-290 && float64(k) >= l.mean {
			require.InEpsilon(t, rest, upper, relative, "P(X>%d) of %+v", k, l)
		}
	}
	for _, n := range []int64{1, 2, 7, 16, 60, 1000, 46050, 3_000_000, 1_000_000_000} {
		for _, rate := range []Rate{"1e-9", "0.000001", "0.001", "0.05", "0.3", "0.5", "0.93", "0.999999"} {
			f, err := rate.fraction()
			require.NoError(t, err)
			mean := float64(n) * f.float()
			if mean > 20_000 {
				continue // the exact sums would take long
			}
			for _, k := range []int64{0, 1, 3, int64(mean / 2), int64(mean), int64(mean) + 1, int64(mean*1.2) + 2, int64(mean)*2 + 5} {
				if k < n {
					check(lawAt(Binomial, n, f), k)
					if n < 1e6 {
						check(lawAt(Poisson, n, f), k)
					}
				}
			}
		}
	}
	for _, pop := range []int64{2, 9, 52, 1000, 1_000_000, 1_000_000_000, 1_000_000_000_000} {
		for _, n := range []int64{1, 2, 5, 30, 600, 5000, pop / 3, pop / 2, pop - 3, pop - 1} {
			for _, dev := range []int64{1, 2, 5, 40, 3000, pop / 20, pop / 2, pop - 2} {
				if n < 1 || n >= pop || dev < 1 || dev > pop || min(n, dev, pop-n, pop-dev) > 10_000 {
					continue
				}
				l := lawOf(n, pop, dev)
				least, most := l.support()
				for _, k := range []int64{least, least + 1, least + 3, int64(l.mean / 2), int64(l.mean), int64(l.mean) + 3, most - 1} {
					if least <= k && k < most && k-least < 20_000 {
						check(l, k)
					}
				}
			}
		}
	}
}

func TestExactPathIsBounded(t *testing.T) {
	half, err := Rate("0.5").fraction()
	require.NoError(t, err)
	for _, unsure := range []int{-1, +1} {
		require.Equal(t, unsure, lawAt(Binomial, 1e9, half).compare(5e8, half, unsure))
		require.Equal(t, unsure, lawAt(Poisson, 1e9, half).compare(5e8, half, unsure))
		require.Equal(t, unsure, lawOf(4e8, 1e9, 4e8).compare(1e8, half, unsure))
	}
}

// Sizes beyond what a slow sum reaches are certified by their two exact probabilities instead.
func TestLargeSizesAreCertified(t *testing.T) {
	for _, p := range []Plan{
		{Tolerable: "0.05", Expected: "0.045", Risk: "0.05"},
		{Tolerable: "0.01", Expected: "0.009", Risk: "0.05"},
		{Tolerable: "0.01", Expected: "0.0095", Risk: "0.10", Population: 1_000_000_000},
		{Tolerable: "0.001", Expected: "0.0005", Risk: "0.01", Population: 500_000},
		{Model: Poisson, Tolerable: "0.02", Expected: "0.018", Risk: "0.05"},
	} {
		s, err := p.Size()
		require.NoError(t, err)
		risk, err := p.Risk.fraction()
		require.NoError(t, err)
		found := newSearch(p)
		require.Equal(t, found.expected.ceilOf(s.N), s.Acceptance)
		at, before := found.at(s.N), found.at(s.N-1)
		require.LessOrEqual(t, at.compare(s.Acceptance, risk, +1), 0, "%+v %+v", p, s)
		require.Positive(t, before.compare(found.expected.ceilOf(s.N-1), risk, -1), "%+v %+v", p, s)
		// No bracket below does at its last size, one by one.
		for k := int64(1); k < s.Acceptance; k++ {
			last := min(found.expected.most(k), found.limit)
			require.False(t, found.at(last).within(k, found.risk), "%+v: k = %d, n = %d", p, k, last)
		}
	}
}

func ExamplePlan_Size_certificate() {
	p := Plan{Tolerable: "0.08", Expected: "0.07", Risk: "0.10"}
	s, err := p.Size()
	if err != nil {
		panic(err)
	}
	fmt.Println(s.N, s.Acceptance)
	fmt.Printf("%.4f <= 0.10 < %.4f\n", s.Risk, s.RiskOneLess)
	// Output:
	// 1300 91
	// 0.0989 <= 0.10 < 0.1003
}

// One deviation in a sample of one, and none, at confidences near 1 and near 0: the limits are the risk and its complement.
func TestLimitsOfOneItem(t *testing.T) {
	for _, digits := range []int{1, 3, 7, 9, 11, 15, 18, 24, 29} {
		confidence := Rate("0." + strings.Repeat("9", digits))
		risk := math.Pow10(-digits)
		l, err := Evaluate(Result{N: 1, Deviations: 1}, confidence)
		require.NoError(t, err)
		require.InEpsilon(t, risk, l.Lower, 1e-12, "%s", confidence)
		require.InEpsilon(t, risk/2, l.LowerTwoSided, 1e-12, "%s", confidence)
		// 1 - e^-m = risk
		l, err = Evaluate(Result{N: 1, Deviations: 1, Model: Poisson}, confidence)
		require.NoError(t, err)
		require.InEpsilon(t, -math.Log1p(-risk), l.Lower, 1e-12, "%s", confidence)
		small := Rate("0." + strings.Repeat("0", digits-1) + "1")
		l, err = Evaluate(Result{N: 1, Deviations: 0}, small)
		require.NoError(t, err)
		require.InEpsilon(t, risk, l.Upper, 1e-12, "%s", small)
	}
	for _, c := range []struct {
		population    int64
		confidence    Rate
		one, twoSided int64
	}{
		{1e12, "0.9999999999", 101, 51},
		{1e12, "0.999999", 1_000_001, 500_001},
		{1e9, "0.9999999", 101, 51},
		{1000, "0.9", 101, 51},
	} {
		l, err := Evaluate(Result{N: 1, Deviations: 1, Population: c.population}, c.confidence)
		require.NoError(t, err)
		// P(X >= 1) = D/N: the first count above the risk, which D = risk x N ties with.
		require.Equal(t, c.one, l.LowerCount, "%+v", c)
		require.Equal(t, c.twoSided, l.LowerCountTwoSided, "%+v", c)
	}
	for _, c := range []struct{ confidence, tolerable Rate }{
		{"0.999999999", "0.000000001"}, {"0.999999999999999999", "0.00000000000000001"}, {"0.9", "0.1"},
	} {
		found, err := Conclude(Result{N: 1, Deviations: 1}, ChosenRandomly, c.confidence, c.tolerable)
		require.NoError(t, err)
		require.Equal(t, NotShownWithin, found.Standing, "%+v", c)
	}
}
