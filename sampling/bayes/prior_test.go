package bayes

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

func codes(l problem.List) (found []problem.Code) {
	for _, p := range l {
		found = append(found, p.Code)
	}
	return found
}

func TestBasisFaults(t *testing.T) {
	risks := Basis{Method: RiskModel, Tolerable: "0.05", Confidence: "0.95", InherentRisk: "0.5", ControlRisk: "0.1"}
	for _, c := range []struct {
		document string
		want     []problem.Code
		path     string
	}{
		{`{}`, []problem.Code{CodeMethodUnknown}, "/method"},
		{`{"method":"guess"}`, []problem.Code{CodeMethodUnknown}, "/method"},
		{`{"method":"uniform","model":"normal"}`, []problem.Code{sampling.CodeModelUnknown}, "/model"},
		{`{"method":"uniform","model":"hypergeometric"}`, []problem.Code{sampling.CodePopulationRange}, "/population"},
		{`{"method":"uniform","population":-1}`, []problem.Code{sampling.CodePopulationRange}, "/population"},
		{`{"method":"uniform","items":30}`, []problem.Code{CodeBasisUnused}, "/items"},
		{`{"method":"impartial"}`, []problem.Code{CodeBasisMissing}, "/tolerableRate"},
		{`{"method":"sample","items":30,"deviations":31}`, []problem.Code{CodeBasisRange}, "/deviations"},
		{`{"method":"sample","items":-1}`, []problem.Code{CodeBasisRange}, "/items"},
		{`{"method":"sample","items":30,"weight":0}`, []problem.Code{sampling.CodeRateRange}, "/weight"},
		{`{"method":"sample","items":30,"weight":"a tenth"}`, []problem.Code{sampling.CodeRateInvalid}, "/weight"},
		{`{"method":"impartial","tolerableRate":1}`, []problem.Code{sampling.CodeRateRange}, "/tolerableRate"},
		{`{"method":"impartial","tolerableRate":0.05,"expectedRate":0.05}`, []problem.Code{sampling.CodeExpectedRate}, "/expectedRate"},
		{`{"method":"impartial","tolerableRate":0.05,"convention":"round"}`, []problem.Code{sampling.CodeConventionUnknown}, "/convention"},
		{`{"method":"bounded","upperLimit":0.2}`, []problem.Code{CodeBasisMissing}, "/confidence"},
	} {
		var b Basis
		require.NoError(t, json.Unmarshal([]byte(c.document), &b), c.document)
		l := b.Validate()
		require.Equal(t, c.want, codes(l), "%s: %v", c.document, l)
		require.Equal(t, c.path, l[0].Path, c.document)
		_, err := b.Prior()
		require.ErrorContains(t, err, "bayes: prior: ")
	}
	require.Equal(t, []problem.Code{CodeBasisRange}, codes(risks.Validate()), "0.5 x 0.1 is the risk of the audit")
	risks.ControlRisk = "0.11"
	require.Empty(t, risks.Validate())
	require.Len(t, Basis{Method: Hypothesis, Items: 1}.Validate(), 3, "all problems at once")
	_, err := Basis{Method: Given}.Prior()
	require.ErrorContains(t, err, "WithParameters")
}

func TestPriorsThatThereAreNot(t *testing.T) {
	for _, b := range []Basis{
		{Method: Hypothesis, Tolerable: "0.5", Expected: "0.1", Probability: "0.4"},           // beta(1, 1) gives 0.5 already
		{Method: Impartial, Tolerable: "0.001", Population: 10, Convention: sampling.Floor},   // no count is tolerable
		{Method: Bounded, Upper: "0.05", Expected: "0.0499999999999999", Confidence: "0.999"}, // too near
		{Method: RiskModel, Tolerable: "0.001", Population: 10, Convention: sampling.Floor, Confidence: "0.9", InherentRisk: "1", ControlRisk: "1"},
	} {
		_, err := b.Prior()
		require.ErrorContains(t, err, string(CodeUnattainable), "%+v", b)
		require.Equal(t, []problem.Code{CodeUnattainable}, codes(Prior{b, 1, 1}.Validate()), "%+v", b)
	}
}

func TestParameterFaults(t *testing.T) {
	for _, c := range [][2]float64{{-1, 1}, {1, -1}, {math.NaN(), 1}, {1, math.Inf(1)}, {1, 2e12}, {0, 0}, {1e-9, 1}} {
		_, err := WithParameters(sampling.Binomial, 0, c[0], c[1])
		require.ErrorContains(t, err, string(CodeParameterRange), "%v", c)
	}
	p := mustPrior(t, Basis{Method: Uniform})
	p.Beta = 9
	require.Equal(t, []problem.Code{CodeParametersDiffer}, codes(p.Validate()))
	p = mustPrior(t, Basis{Method: RiskModel, Tolerable: "0.05", Confidence: "0.95", InherentRisk: "1", ControlRisk: "1"})
	require.Equal(t, [2]float64{1, 0}, [2]float64{p.Alpha, p.Beta}, "high risks are worth no sample")
}

func TestPriorIsReadBack(t *testing.T) {
	for _, b := range []Basis{
		{Method: Uniform, Population: 250},
		{Method: Sample, Items: 60, Deviations: 1, Weight: "0.5"},
		{Method: Impartial, Tolerable: "0.05", Expected: "0.01", Model: sampling.Poisson},
		{Method: Bounded, Upper: "0.1", Confidence: "0.9", Population: 1000},
	} {
		p := mustPrior(t, b)
		text, err := json.Marshal(p)
		require.NoError(t, err)
		var back Prior
		require.NoError(t, json.Unmarshal(text, &back))
		require.Equal(t, p, back)
		require.Empty(t, back.Validate())
	}
	text, err := json.Marshal(mustPrior(t, Basis{Method: Impartial, Tolerable: "0.05"}))
	require.NoError(t, err)
	require.JSONEq(t, `{"method":"impartial","model":"binomial","tolerableRate":0.05,"alpha":1,"beta":13.5134073339}`, string(text))
}

func TestEquivalentSample(t *testing.T) {
	p := mustPrior(t, Basis{Method: Sample, Items: 60, Deviations: 2, Weight: "0.5"})
	require.Equal(t, EquivalentSample{30, 1}, p.EquivalentSample())
	p = mustPrior(t, Basis{Method: Sample, Items: 60, Deviations: 2, Weight: "0.5", Model: sampling.Poisson})
	require.Equal(t, EquivalentSample{30, 1}, p.EquivalentSample())
	require.Equal(t, EquivalentSample{0, 0}, mustPrior(t, Basis{Method: Strict}).EquivalentSample())
	require.Equal(t, EquivalentSample{1, 0}, mustPrior(t, Basis{Method: Uniform}).EquivalentSample())
}

// An earlier sample as prior, with the present one, is the prior of both samples in one.
func TestSamplesAddUp(t *testing.T) {
	q := Question{Tolerable: "0.05", Confidence: "0.95"}
	two, err := Evaluate(mustPrior(t, Basis{Method: Sample, Items: 40, Deviations: 1}), sampling.Result{N: 60, Deviations: 2}, q)
	require.NoError(t, err)
	one, err := Evaluate(mustPrior(t, Basis{Method: Strict}), sampling.Result{N: 100, Deviations: 3}, q)
	require.NoError(t, err)
	require.Equal(t, one.Posterior, two.Posterior)
	require.Equal(t, one.Summary, two.Summary)
}

func TestAssumes(t *testing.T) {
	for _, c := range []struct {
		basis Basis
		want  string
	}{
		{Basis{}, "The prior is not valid."},
		{Basis{Method: Uniform, Population: 250}, "Before the sample the number of deviations among 250 items follows beta-binomial(1, 1). Nothing is known of it; all rates are held equally probable. It is worth an earlier sample of 1 item with 0 deviations."},
		{Basis{Method: Strict}, "Before the sample the rate of deviation follows beta(1, 0). Nothing is known of it, and nothing is assumed in favour of small rates: upper limits are the classical ones. It is worth no sample at all. Alone it is no distribution; with a sample it may become one."},
		{Basis{Method: Sample, Items: 30, Deviations: 1, Weight: "0.6"}, "Before the sample the rate of deviation follows beta(1.6, 17.4). It rests on an earlier sample of 30 items with 1 deviation, which counts 0.6 today. It is worth an earlier sample of 18 items with 0.6 deviations."},
		{Basis{Method: Impartial, Tolerable: "0.05", Model: sampling.Poisson}, "Before the sample the rate of deviation follows gamma(1, 13.8629). A tolerable rate and an intolerable one are held equally probable, the tolerable rate being 0.05, and 0 the most probable rate. It is worth an earlier sample of 13.8629 items with 0 deviations."},
	} {
		p, _ := c.basis.Prior()
		require.Equal(t, c.want, p.Assumes())
	}
	favour, err := WithParameters(sampling.Binomial, 0, 0.5, 12)
	require.NoError(t, err)
	require.Contains(t, favour.Assumes(), "The parameters are given; what they rest on is not said. It is worth an earlier sample of 11.5 items, and favours the rate 0")
}

func TestMethods(t *testing.T) {
	require.Len(t, Methods(), len(Method("").EnumValues()))
	for i, m := range Methods() {
		require.True(t, m.IsValid())
		require.Equal(t, string(m), Method("").EnumValues()[i])
		require.Contains(t, members, m)
	}
	require.False(t, Method("").IsValid())
	Methods()[0] = "changed"
	require.Equal(t, Given, Methods()[0])
}
