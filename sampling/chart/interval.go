package chart

import (
	"errors"
	"fmt"
	"strings"

	"github.com/soc2kit/soc2/document"
	"github.com/soc2kit/soc2/sampling"
)

// A Row is one conclusion among several: that of an attribute, a stratum or a control.
type Row struct {
	// Name says what was tested. Required.
	Name string
	// Conclusion is what [sampling.Conclude] says of it.
	Conclusion sampling.Conclusion
}

// Interval returns the figure of one conclusion: the rate of deviation found and its one-sided limits against the tolerable
// rate, or that nothing may be inferred. It fails on a conclusion that does not follow from its own result.
func Interval(c sampling.Conclusion) (document.Figure, error) {
	f, err := Intervals([]Row{{Name: count(c.Result.N, "item") + " examined", Conclusion: c}})
	if err != nil {
		return document.Figure{}, err
	}
	words := c.Reason
	if !f.Rows[0].Unknown && !isWhole(c.Result) { // those say already what they rest on
		words += " " + f.Caption.String()
	}
	f.Caption = document.Plain(words)
	return f, nil
}

// Intervals returns the figure of conclusions below each other, in the order given, on one axis. It fails on a conclusion
// that does not follow from its own result.
func Intervals(rows []Row) (document.Figure, error) {
	if len(rows) == 0 {
		return document.Figure{}, errors.New("chart: no conclusion to draw")
	}
	f := document.Figure{
		Title:    "Deviation rate against the tolerable rate",
		X:        document.Axis{Label: "Deviation rate in the population", Percent: true},
		RowNames: document.RowNames{Label: "Tested", State: "Standing", From: "Lower limit", Value: "Rate found", To: "Upper limit"},
	}
	var confidence sampling.Rate
	inferred, several, open, known := false, false, false, false
	for _, r := range rows {
		c, err := sampling.Conclude(r.Conclusion.Result, r.Conclusion.Choice, r.Conclusion.Confidence, r.Conclusion.Tolerable)
		if err != nil {
			return document.Figure{}, fmt.Errorf("chart: %q: %w", r.Name, err)
		}
		if c.Standing != r.Conclusion.Standing {
			return document.Figure{}, fmt.Errorf("chart: %q: the standing is given as %q, and %q follows from the result", r.Name, r.Conclusion.Standing, c.Standing)
		}
		f.Rows = append(f.Rows, row(r.Name, c))
		switch {
		case c.Standing == sampling.NothingInferred:
			open = true
		case isWhole(c.Result):
			known = true
		case inferred && c.Confidence.Compare(confidence) != 0:
			several = true
		default:
			inferred, confidence = true, c.Confidence
		}
	}
	var words []string
	switch {
	case several:
		words = append(words, "Each limit is one-sided, with the confidence of its row; reliance rests on the upper one.")
		for i, r := range rows {
			if !f.Rows[i].Unknown && !isWhole(r.Conclusion.Result) {
				f.Rows[i].State += ", confidence " + percent(r.Conclusion.Confidence)
			}
		}
	case inferred:
		words = append(words, fmt.Sprintf("Each limit is one-sided, with %s confidence; reliance rests on the upper one.", percent(confidence)))
	}
	if known {
		words = append(words, "Where every item was examined the rate is known, and there is no sampling risk.")
	}
	if open {
		words = append(words, "Where the items were not chosen at random no rate follows, and there is no interval.")
	}
	f.Caption = document.Plain(strings.Join(words, " "))
	return f, nil
}

// row returns the row of c, which follows from its result.
func row(name string, c sampling.Conclusion) document.IntervalRow {
	r := document.IntervalRow{
		Label: name, State: standing(c), Tone: tones[c.Standing],
		Lines: []document.ReferenceLine{{Label: "Tolerable rate", At: round(number(c.Tolerable))}},
	}
	interval, ok := c.Interval()
	if !ok {
		// Whatever else is said, a row without limits is one of which nothing is known.
		r.Unknown, r.Tone = true, document.Absent
		return r
	}
	r.Value = round(interval.Found)
	// The limits are rounded outwards, and reach the rate found where that was rounded past them.
	r.From = min(number(sampling.RoundDown(interval.Lower, 9)), r.Value)
	r.To = max(number(sampling.RoundUp(interval.Upper, 9)), r.Value)
	return r
}

var tones = map[sampling.Standing]document.Tone{
	sampling.WithinTolerable: document.Good,
	sampling.NotShownWithin:  document.Attention,
	sampling.AboveTolerable:  document.Bad,
	sampling.NothingInferred: document.Absent,
}

// isWhole reports whether every item was examined, so that the rate is known.
func isWhole(r sampling.Result) bool { return r.N == r.Population }

// standing says in words how the rate stands to the tolerable one, and from what that follows.
func standing(c sampling.Conclusion) string {
	r := c.Result
	found := "no deviation among "
	if r.Deviations > 0 {
		found = count(r.Deviations, "deviation") + " among "
	}
	if isWhole(r) {
		found += "all "
	}
	found += count(r.N, "item")
	tolerable := percent(c.Tolerable)
	if c.Limits == nil {
		return "Nothing may be inferred: " + found + ", not chosen at random"
	}
	upper := ", upper limit " + percent(sampling.RoundUp(c.Limits.Upper, 4))
	lower := ", lower limit " + percent(sampling.RoundDown(c.Limits.Lower, 4))
	if isWhole(r) {
		upper, lower = "", ""
	}
	switch c.Standing {
	case sampling.WithinTolerable:
		return "Within the tolerable rate of " + tolerable + ": " + found + upper
	case sampling.AboveTolerable:
		return "Above the tolerable rate of " + tolerable + ": " + found + lower
	}
	return "Not shown to be within the tolerable rate of " + tolerable + ": " + found + upper
}
