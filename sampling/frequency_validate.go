package sampling

import (
	"strings"

	"github.com/soc2kit/soc2/problem"
)

// MaxFrequencyRows bounds the rows of a frequency table.
const MaxFrequencyRows = 1000

// Codes of the problems of a [FrequencyTable].
const (
	// CodeFrequencyUnsourced: a table without a name, a source or a known provenance: {"name":""}.
	CodeFrequencyUnsourced problem.Code = "frequency-table-unsourced"
	// CodeFrequencyRows: a table without rows, or with more than [MaxFrequencyRows]: {"rows":[]}.
	CodeFrequencyRows problem.Code = "frequency-rows-out-of-range"
	// CodeFrequencyRow: a rule with an unknown interval, with bounds that are negative or in the wrong order, with one
	// share of two, or without any number: {"interval":"weekly","least":5,"most":3}.
	CodeFrequencyRow problem.Code = "frequency-row-invalid"
)

// Validate lists what is wrong with t.
func (t FrequencyTable) Validate() problem.List {
	var l problem.List
	if strings.TrimSpace(t.Name) == "" {
		l.Errorf("/name", CodeFrequencyUnsourced, "blank; the name of the table expected")
	}
	if strings.TrimSpace(t.Source) == "" {
		l.Errorf("/source", CodeFrequencyUnsourced, "blank; whose convention it is expected")
	}
	if !t.Provenance.IsValid() {
		l.Errorf("/provenance", CodeFrequencyUnsourced, "%.40q; one of read, recalled, firm, span expected", string(t.Provenance))
	}
	if n := len(t.Rows); n < 1 || n > MaxFrequencyRows {
		l.Errorf("/rows", CodeFrequencyRows, "%d rows; 1 to %d expected", n, MaxFrequencyRows)
		return l
	}
	for i, row := range t.Rows {
		l.Append(row.Validate().Under("rows", i))
	}
	return l
}

// Validate lists what is wrong with r.
func (r FrequencyRow) Validate() problem.List {
	var l problem.List
	if r.Interval != "" && !r.Interval.IsScheduled() {
		l.Errorf("/interval", CodeFrequencyRow, "%.40q; a scheduled interval, or none, expected", string(r.Interval))
	}
	bounds := func(lower string, low int64, upper string, high int64, open bool) {
		switch {
		case low < 0 || low > MaxPopulation:
			l.Errorf("/"+lower, CodeFrequencyRow, "%d; 0 to %d expected", low, int64(MaxPopulation))
		case high < 0 || high > MaxPopulation:
			l.Errorf("/"+upper, CodeFrequencyRow, "%d; 0 to %d expected", high, int64(MaxPopulation))
		case high < low && !(open && high == 0):
			l.Errorf("/"+upper, CodeFrequencyRow, "%d; at least %d expected", high, low)
		}
	}
	bounds("from", r.From, "to", r.To, true)
	shared := r.LeastShare != "" || r.MostShare != ""
	bounds("least", r.Least, "most", r.Most, shared)
	if shared {
		least, okLeast := checkRate(&l, "leastShare", r.LeastShare, inclusive)
		most, okMost := checkRate(&l, "mostShare", r.MostShare, inclusive)
		if okLeast && okMost && most.compare(least) < 0 {
			l.Errorf("/mostShare", CodeFrequencyRow, "%s; at least %s expected", r.MostShare, r.LeastShare)
		}
	} else if r.Least < 1 {
		l.Errorf("/least", CodeFrequencyRow, "%d; a number of items, or shares of the population, expected", r.Least)
	}
	return l
}
