package sampling

import "github.com/soc2kit/soc2/calendar"

// A FrequencyImplication is what one number of a table leaves possible.
type FrequencyImplication struct {
	// Interval is that of the rule; absent for a rule about populations of a size.
	Interval calendar.Interval `json:"interval,omitzero"`
	// Population is the number of items that it was computed for.
	Population int64 `json:"population"`
	// Items is what the rule asks for.
	Items ItemRange `json:"items"`
	// Fewest is what the fewest items without deviation leave possible.
	Fewest Implication `json:"fewest"`
	// Most is what the most items without deviation leave possible.
	Most Implication `json:"most"`
}

// Implied returns what each rule leaves possible at the risk, above 0 and below 1, where no deviation is found, in the order of the rows.
// A rule is computed for a year of its interval, and where it names sizes of populations instead, for the smallest
// and the largest of them; a rule without any for populations of 250 items.
func (t FrequencyTable) Implied(risk Rate) ([]FrequencyImplication, error) {
	l := t.Validate()
	f, _ := checkRate(&l, "risk", risk, between)
	if err := refused("frequency table", l); err != nil {
		return nil, err
	}
	var all []FrequencyImplication
	for _, row := range t.Rows {
		for _, population := range row.populations() {
			items := row.items(population)
			if items.Least < 1 {
				continue
			}
			left := func(n int64) Implication { return Result{N: n, Population: population}.implied(risk, f) }
			all = append(all, FrequencyImplication{row.Interval, population, items, left(items.Least), left(items.Most)})
		}
	}
	return all, nil
}

// populations returns the sizes that a rule is explained with.
func (r FrequencyRow) populations() []int64 {
	if n := OccurrencesPerYear(r.Interval); n > 0 && r.fits(r.Interval, n) {
		return []int64{n}
	}
	var sizes []int64
	if r.From > 0 {
		sizes = append(sizes, r.From)
	}
	if r.To > 0 && r.To != r.From {
		sizes = append(sizes, r.To)
	}
	if len(sizes) == 0 {
		sizes = append(sizes, 250)
	}
	return sizes
}
