package sampling

import (
	"fmt"
	"math/big"
)

func noneTolerable(p Plan) string {
	return fmt.Sprintf("No deviation is tolerable among %s at a rate of %s: test every item.", count(p.Population, "item"), percentOf(p.Tolerable))
}

func noExtension(p Plan, most int64) string {
	if p.Population > 0 {
		return fmt.Sprintf("With %s no sample of the %s meets the plan: test every item, or take the control as deviating.", count(most, "deviation"), count(p.Population, "item"))
	}
	return fmt.Sprintf("With %s no sample meets the plan.", count(most, "deviation"))
}

// metAlready says that there is nothing to extend.
func (e Expansion) metAlready(p Plan) string {
	reason := fmt.Sprintf("%s among %s: the plan is met, and there is nothing to extend.", deviations(e.Acceptance), count(e.Total, "item"))
	if e.Looks == 1 {
		return reason
	}
	reason += e.cost(p)
	if e.Strict == 0 {
		reason += fmt.Sprintf(" That is not shown to be within %s.", percentOf(p.Risk))
	}
	return reason + supposition(int(e.Looks)-1)
}

// advice says how far to extend, and what it costs. None says that no extension keeps the risk within the plan's.
func (e Expansion) advice(p Plan, found Result, earlier int, none bool) string {
	reason := fmt.Sprintf("Keep the %s and add %d, drawn at random from the rest: with no more than %s in all %d the plan is met.",
		count(e.First, "item"), e.More, count(e.Acceptance, "deviation"), e.Total)
	reason += e.cost(p)
	switch {
	case e.Strict > 0:
		reason += fmt.Sprintf(" With %d items in all it stays within %s.", e.Strict, percentOf(p.Risk))
	case none:
		reason += fmt.Sprintf(" No extension keeps it within %s.", percentOf(p.Risk))
	default:
		reason += fmt.Sprintf(" No extension was found that keeps it within %s.", percentOf(p.Risk))
	}
	reason += supposition(earlier)
	tolerable, _ := p.Tolerable.fraction()
	if found.Deviations > tolerable.floorOf(found.N) {
		reason += " The rate found so far is above the tolerable one: a larger sample is unlikely to meet the plan."
	}
	return reason
}

// cost says what having looked so often does to the risk. The numbers printed stand to each other, and to the risk of the
// plan, as what they stand for does.
func (e Expansion) cost(p Plan) string {
	planned, err := p.Risk.Rat()
	if err != nil {
		return ""
	}
	one, ok := printableRate(e.Risk, true).fitting(func(x *big.Rat) bool { return x.Cmp(planned) <= 0 })
	if !ok { // equal in all digits that are computed
		one = planned
	}
	if e.OverallRisk <= e.Risk*(1+slack) {
		return fmt.Sprintf(" No look before could have met the plan, so that the risk is %s.", percentage(one))
	}
	overall, all := printableRate(e.OverallRisk, true), "slightly more"
	above := overall.value.Cmp(planned) > 0
	if x, ok := overall.fitting(func(x *big.Rat) bool { return x.Cmp(one) > 0 && (x.Cmp(planned) > 0) == above }); ok {
		all = percentage(x)
	}
	if e.IsBound {
		all = "at most " + all
	}
	return fmt.Sprintf(" Having looked %s, the risk is %s, not %s.", times(e.Looks), all, percentage(one))
}

// supposition says what the overall risk rests on.
func supposition(earlier int) string {
	looks := "the sample was not extended before"
	if earlier > 0 {
		looks = "there were no other looks"
	}
	return fmt.Sprintf(" This supposes that %s, and that how many deviations end the extending was fixed before the first look.", looks)
}

func times(n int64) string {
	if n == 2 {
		return "twice"
	}
	return fmt.Sprintf("%d times", n)
}
