package sampling

import (
	"math"
	"testing"
	"time"
)

// fuzzPatience is far above what any input takes: it tells a hang from a slow machine.
const fuzzPatience = 20 * time.Second

func checkLimits(t *testing.T, l Limits) {
	t.Helper()
	for _, x := range []float64{l.Upper, l.Lower, l.UpperTwoSided, l.LowerTwoSided} {
		if math.IsNaN(x) || math.IsInf(x, 0) || x < 0 {
			t.Fatalf("%+v", l)
		}
	}
	if l.LowerTwoSided > l.UpperTwoSided || l.Upper > l.UpperTwoSided || l.Lower < l.LowerTwoSided {
		t.Fatalf("the one-sided limits lie outside the two-sided ones, or these cross: %+v", l)
	}
}

func FuzzPlan(f *testing.F) {
	f.Add("", "0.05", "0.01", "0.05", int64(0), "")
	f.Add("hypergeometric", "0.05", "0.02", "0.10", int64(1_000_000_000_000), "floor+1")
	f.Add("binomial", "0.5", "0.4999", "0.4999999999999", int64(0), "")        // a near tie at every size
	f.Add("binomial", "0.5", "0.4999999", "0.4999", int64(0), "")              // a near miss at every size
	f.Add("poisson", "0.999999", "0.99999", "0.9999999999", int64(0), "floor") // a high risk
	f.Add("", "1e-12", "0", "1e-30", int64(1), "")                             // the smallest rates
	f.Fuzz(func(t *testing.T, model, tolerable, expected, risk string, population int64, convention string) {
		p := Plan{Model(model), Rate(tolerable), Rate(expected), Rate(risk), population, Convention(convention)}
		start := time.Now()
		s, err := p.Size()
		if took := time.Since(start); took > fuzzPatience {
			t.Fatalf("%+v takes %v", p, took)
		}
		if err != nil {
			return
		}
		if s.N == 0 || s.EveryItem {
			if s.Reason == "" {
				t.Fatalf("%+v: neither a size nor a reason", p)
			}
			return
		}
		limit := p.Risk.floatOrZero()
		if math.IsNaN(s.Risk) || math.IsNaN(s.RiskOneLess) || s.Risk > limit*(1+slack) || s.RiskOneLess < limit*(1-slack) || s.Acceptance > s.N {
			t.Fatalf("%+v: %+v", p, s)
		}
		if population > 0 && s.N > population {
			t.Fatalf("%+v: %+v", p, s)
		}
	})
}

func (r Rate) floatOrZero() float64 {
	f, err := r.fraction()
	if err != nil {
		return 0
	}
	return f.float()
}

func FuzzResult(f *testing.F) {
	f.Add("", int64(60), int64(1), int64(0), "0.95", "0.05", "random")
	f.Add("", int64(500_000_000_000), int64(250_000_000_000), int64(1_000_000_000_000), "0.95", "0.5", "random")
	f.Add("poisson", int64(1), int64(1), int64(0), "1e-30", "1", "random")
	f.Add("binomial", int64(4), int64(0), int64(0), "0.9375", "0.5", "census")
	f.Fuzz(func(t *testing.T, model string, n, deviations, population int64, confidence, tolerable, choice string) {
		r := Result{Model(model), n, deviations, population}
		start := time.Now()
		l, err := Evaluate(r, Rate(confidence))
		if err == nil {
			checkLimits(t, l)
		}
		c, err := Conclude(r, Choice(choice), Rate(confidence), Rate(tolerable))
		if err == nil && (!c.Standing.IsValid() || c.Reason == "") {
			t.Fatalf("%+v", c)
		}
		if err == nil && c.Choice == ChosenRandomly {
			above, err := Exceeds(r, Rate(confidence), Rate(tolerable))
			if err != nil || above == c.Supported() {
				t.Fatalf("%+v: %v %v", c, above, err)
			}
		}
		i, err := Implied(r, Rate(confidence))
		if err == nil && math.IsNaN(i.Upper) {
			t.Fatalf("%+v", i)
		}
		_, _ = Plan{Model: r.Model, Tolerable: Rate(tolerable), Expected: "0", Risk: Rate(confidence), Population: population}.Expand(r, 1)
		if took := time.Since(start); took > fuzzPatience {
			t.Fatalf("%+v takes %v", r, took)
		}
	})
}

func FuzzStagedPlan(f *testing.F) {
	f.Add("", int64(0), "0.05", int64(50), int64(0), int64(4), int64(51), int64(1), int64(3))
	f.Add("", int64(1_000_000_000_000), "0.5", int64(5000), int64(-1), int64(1000), int64(5000), int64(999), int64(1000))
	f.Add("poisson", int64(0), "1", int64(1), int64(-1), int64(2), int64(1_000_000_000), int64(1), int64(2))
	f.Fuzz(func(t *testing.T, model string, population int64, rate string, n1, a1, r1, n2, a2, r2 int64) {
		p := StagedPlan{Model: Model(model), Population: population, Stages: []Stage{{n1, a1, r1}, {n2, a2, r2}}}
		start := time.Now()
		got, err := p.At(Rate(rate))
		if took := time.Since(start); took > fuzzPatience {
			t.Fatalf("%+v takes %v", p, took)
		}
		if err != nil {
			return
		}
		if !(got.Acceptance >= 0 && got.Acceptance <= 1 && got.AverageSampleNumber >= float64(n1) && got.AverageSampleNumber <= float64(n1+n2)*(1+1e-9)) {
			t.Fatalf("%+v: %+v", p, got)
		}
	})
}

func FuzzStrata(f *testing.F) {
	f.Add(int64(1000), int64(25), int64(1), int64(3000), int64(75), int64(0), "pooled", "0.9")
	f.Add(int64(100_000_000_000), int64(50_000_000_000), int64(25_000_000_000), int64(100_000_000_000), int64(7), int64(0), "", "0.95")
	f.Fuzz(func(t *testing.T, p1, n1, k1, p2, n2, k2 int64, method, confidence string) {
		start := time.Now()
		got, err := EvaluateStrata([]StratumResult{{"a", p1, n1, k1}, {"b", p2, n2, k2}}, StrataMethod(method), Rate(confidence))
		if took := time.Since(start); took > fuzzPatience {
			t.Fatalf("takes %v", took)
		}
		if err != nil {
			return
		}
		checkLimits(t, got.Total)
		if c := got.Total; c.UpperCount > p1+p2 || c.UpperCount < k1+k2 || c.LowerCount < k1+k2 {
			t.Fatalf("%+v", got)
		}
	})
}
