package sampling

import (
	"fmt"
	"io"
	"sync"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/internal/strictjson"
	"github.com/soc2kit/soc2/problem"
)

// A FrequencyTable says how many items to test by how often a control is performed. No standard prescribes such
// numbers: a table is the convention of whoever its Source names, and a firm may bring its own.
//
// [ReadFrequencyTable] reads a firm's own. What a table implies is computed by [FrequencyTable.Implied].
type FrequencyTable struct {
	// Name is what the table is called in workpapers. Required.
	Name string `json:"name"`
	// Source says whose convention it is. Required.
	Source string `json:"source"`
	// Provenance says how sure it is that the source says so. Required.
	Provenance FrequencyProvenance `json:"provenance"`
	// Note says what else belongs to the convention, such as what follows from a deviation.
	Note string `json:"note,omitzero"`
	// Rows are the rules. The first that fits decides. At least one.
	Rows []FrequencyRow `json:"rows"`
}

// A FrequencyRow is one rule of a [FrequencyTable]: for controls of an interval, or for populations of a size.
type FrequencyRow struct {
	// Interval is how often the control is performed. Absent means any, also on events.
	Interval calendar.Interval `json:"interval,omitzero"`
	// From is the smallest population that the rule is for. Absent means no bound.
	From int64 `json:"from,omitzero"`
	// To is the largest population that the rule is for. Absent means no bound.
	To int64 `json:"to,omitzero"`
	// Least is the smallest number of items of the rule. With a share it is the smallest whatever the share gives.
	Least int64 `json:"least,omitzero"`
	// Most is the largest number of items of the rule, at least Least; equal to it where the rule names one number. Absent
	// means no bound, where there is a share.
	Most int64 `json:"most,omitzero"`
	// LeastShare is the smaller share of the population that the rule names, rounded up to items. It needs MostShare, and is
	// absent where the rule names items.
	LeastShare Rate `json:"leastShare,omitzero"`
	// MostShare is the larger share, at least LeastShare; equal to it where the rule names one share.
	MostShare Rate `json:"mostShare,omitzero"`
}

// A FrequencyProvenance says how a [FrequencyTable] came to be known.
//
// The zero FrequencyProvenance is "not said" and never valid.
type FrequencyProvenance string

const (
	ReadAtSource  FrequencyProvenance = "read"     // seen in what the source published
	Recalled      FrequencyProvenance = "recalled" // widely cited; check it at the source before naming it
	OfTheFirm     FrequencyProvenance = "firm"     // the firm's own
	SpanOfSources FrequencyProvenance = "span"     // the span of several sources that were read
)

// FrequencyProvenances lists the provenances.
func FrequencyProvenances() []FrequencyProvenance {
	return []FrequencyProvenance{ReadAtSource, Recalled, OfTheFirm, SpanOfSources}
}

// IsValid reports whether p is one of the provenances.
func (p FrequencyProvenance) IsValid() bool {
	return p == ReadAtSource || p == Recalled || p == OfTheFirm || p == SpanOfSources
}

// EnumValues lists the spellings, for JSON Schema.
func (FrequencyProvenance) EnumValues() []string { return []string{"read", "recalled", "firm", "span"} }

// An ItemRange is a number of items to test, from Least to Most. Zeros mean that a table has no rule.
type ItemRange struct {
	Least int64 `json:"least"` // the fewest
	Most  int64 `json:"most"`  // the most; equal to Least where the rule names one number
}

// OccurrencesPerYear returns how often a control of the interval is performed in a year: 1, 2, 4, 12, 26, 52, 260 and 365. It
// is 0 for a continuous and an unknown interval.
func OccurrencesPerYear(i calendar.Interval) int64 {
	switch i {
	case calendar.Annual:
		return 1
	case calendar.Semiannual:
		return 2
	case calendar.Quarterly:
		return 4
	case calendar.Monthly:
		return 12
	case calendar.Biweekly:
		return 26
	case calendar.Weekly:
		return 52
	case calendar.BusinessDaily:
		return 260
	case calendar.Daily:
		return 365
	}
	return 0
}

// Items returns how many items to test of a control that is performed every interval for a year; zeros if the table has
// no rule for it.
func (t FrequencyTable) Items(i calendar.Interval) ItemRange {
	n := OccurrencesPerYear(i)
	if n == 0 {
		return ItemRange{}
	}
	r, _ := t.For(i, n)
	return r
}

// For returns how many items to test of a population, 1 to [MaxPopulation], that comes from a control of the interval; "" for a
// control that events call for. It is never more than the population. False means that no rule fits.
func (t FrequencyTable) For(i calendar.Interval, population int64) (ItemRange, bool) {
	if population < 1 || population > MaxPopulation {
		return ItemRange{}, false
	}
	for _, row := range t.Rows {
		if row.fits(i, population) {
			return row.items(population), true
		}
	}
	return ItemRange{}, false
}

func (r FrequencyRow) fits(i calendar.Interval, population int64) bool {
	return (r.Interval == "" || r.Interval == i) && population >= r.From && (r.To <= 0 || population <= r.To)
}

func (r FrequencyRow) items(population int64) ItemRange {
	found := ItemRange{r.Least, r.Most}
	least, errLeast := r.LeastShare.fraction()
	most, errMost := r.MostShare.fraction()
	if errLeast == nil && errMost == nil {
		upTo := population
		if r.Most > 0 {
			upTo = r.Most
		}
		found.Least = min(max(least.ceilOf(population), r.Least), upTo)
		found.Most = min(max(most.ceilOf(population), r.Least), upTo)
	}
	found.Least = max(0, min(found.Least, population))
	found.Most = max(found.Least, min(found.Most, population))
	return found
}

var frequencyForm = sync.OnceValue(strictjson.TableOf[FrequencyTable])

// ReadFrequencyTable reads a firm's own table as JSON. The error, a *[problem.ReadError] unless r itself failed, says why
// it could not be read; the problems are those of [FrequencyTable.Validate].
func ReadFrequencyTable(r io.Reader, opts *problem.ReadOptions) (FrequencyTable, problem.List, error) {
	if r == nil {
		return FrequencyTable{}, nil, fmt.Errorf("sampling: frequency table: no reader")
	}
	t, problems, err := strictjson.Read[FrequencyTable](r, frequencyForm(), "frequency table", opts)
	if err != nil {
		return FrequencyTable{}, nil, err
	}
	return t, strictjson.Gather(problems, t.Validate()), nil
}
