package monetary

import (
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// Validate lists what is wrong with the record by itself. Whether it is true of the items only [UnitSelection.Verify] can tell.
func (s UnitSelection) Validate() problem.List {
	l := s.Selection.Validate().Under("selection")
	if path, err := s.unfit(); err != nil {
		l.Errorf(path, CodeUnitDraw, "%v", err)
	}
	checkMethod(&l, s.Method)
	l.Append(s.Stratification.validate().Under("stratification"))
	if s.IsPending() {
		if !s.Sample.isZero() {
			l.Errorf("/sample", sampling.CodePendingInvalid, "a sample needs the randomness that is missing")
		}
		return l
	}
	l.Append(s.Sample.validate(s.Method, s.Stratification).Under("sample"))
	return l
}

func (s UnitSample) isZero() bool {
	return s.Method == "" && s.Size == 0 && s.BookValue == "" && len(s.Hits) == 0 && len(s.Top) == 0
}

// validate lists what is wrong with s by itself: amounts that are none, and sizes and values that do not add up.
func (s Stratification) validate() problem.List {
	var l problem.List
	if s.Size < 1 || s.Size > MaxSize {
		l.Errorf("/size", CodeSizeRange, "%d; 1 to %d monetary units expected", s.Size, MaxSize)
	}
	if s.Decimals < 0 || s.Decimals > MaxDecimals {
		l.Errorf("/decimals", CodeSizeRange, "%d; 0 to %d expected", s.Decimals, MaxDecimals)
		return l
	}
	values := map[string]int64{}
	for _, m := range []struct {
		name   string
		amount Amount
	}{{"bookValue", s.BookValue}, {"topValue", s.TopValue}, {"restValue", s.RestValue}, {"samplingInterval", s.Interval}, {"negativeValue", s.NegativeValue}} {
		path := problem.Pointer(m.name)
		if _, _, ok := checkAmount(&l, path, m.amount); !ok {
			continue
		}
		minor, err := m.amount.Minor(s.Decimals)
		if err != nil {
			l.Errorf(path, CodeAmountRange, "%s; an amount of at most %d decimals expected", m.amount, s.Decimals)
		} else if (minor < 0) != (m.name == "negativeValue") && minor != 0 {
			l.Errorf(path, CodeAmountRange, "%s has the wrong sign", m.amount)
		}
		values[m.name] = minor
	}
	if l.HasErrors() {
		return l
	}
	if values["bookValue"]-values["topValue"] != values["restValue"] { // none is below 0, so that nothing overflows
		l.Errorf("/restValue", CodeTotalRange, "%s; the book value less that of the top stratum expected", s.RestValue)
	}
	if s.RestItems != s.Items-int64(len(s.Top)) || s.Items < 1 || s.RestItems < 0 {
		l.Errorf("/restItems", CodeSizeRange, "%d; the %d items less the %d of the top stratum expected", s.RestItems, s.Items, len(s.Top))
	}
	hits := s.Size - int64(len(s.Top))
	if s.RestItems == 0 {
		hits = 0
	}
	if s.RestSize != hits {
		l.Errorf("/restSize", CodeSizeRange, "%d hits; %d expected", s.RestSize, hits)
	}
	return l
}

// validate lists what is wrong with s as a sample of a stratification.
func (s UnitSample) validate(method UnitMethod, from Stratification) problem.List {
	var l problem.List
	if s.Method != method {
		l.Errorf("/method", CodeSampleDiffers, "%.40q; the selection is by %.40q", string(s.Method), string(method))
	}
	if s.Size != from.RestSize {
		l.Errorf("/size", CodeSampleDiffers, "%d; the stratification asks for %d hits", s.Size, from.RestSize)
	}
	if s.BookValue.Compare(from.RestValue) != 0 {
		l.Errorf("/bookValue", CodeSampleDiffers, "%.40q; the rest is worth %.40q", string(s.BookValue), string(from.RestValue))
	}
	if p := listDiffersIn("top", s.Top, from.Top, TopItem.differs); p.different {
		l.Errorf(p.pointer, CodeSampleDiffers, "not what the stratification says")
	}
	seen := make(map[string]bool, len(s.Hits)+len(s.Top))
	for _, item := range from.Top {
		seen[item.ID] = true
	}
	times := int64(0)
	for i, hit := range s.Hits {
		own := hit.validate(method)
		if seen[hit.ID] {
			own.Errorf("/id", problem.CodeIDRepeated, "%.40q was selected before", hit.ID)
		}
		seen[hit.ID] = true
		times += max(0, min(hit.Times, MaxSize)) // so that the sum does not overflow
		l.Append(own.Under("hits", i))
	}
	if times != s.Size {
		l.Errorf("/hits", CodeSizeRange, "%d hits; %d expected", times, s.Size)
	}
	return l
}

func (h Hit) validate(method UnitMethod) problem.List {
	var l problem.List
	if err := sampling.CheckItem(h.ID); err != nil {
		l.Errorf("/id", problem.CodeIDInvalid, "%v", err)
	}
	if book, _, ok := checkAmount(&l, "/bookValue", h.Book); ok && book <= 0 {
		l.Errorf("/bookValue", CodeAmountRange, "%s; an item whose book value is not above 0 holds no monetary unit", h.Book)
	}
	units := h.Times
	if method == ModifiedSieve {
		units = 0
	}
	if h.Times < 1 || h.Times > MaxSize || method == ModifiedSieve && h.Times != 1 {
		l.Errorf("/times", CodeSizeRange, "%d; 1 to %d expected, and 1 under the modified sieve", h.Times, MaxSize)
	} else if int64(len(h.Units)) != units {
		l.Errorf("/units", CodeSizeRange, "%d elements; %d expected", len(h.Units), units)
	}
	for i, unit := range h.Units {
		path := problem.Pointer("units", i)
		minor, _, ok := checkAmount(&l, path, unit)
		if ok && (minor <= 0 || i > 0 && unit.Compare(h.Units[i-1]) < 0) {
			l.Errorf(path, CodeAmountRange, "%s; an amount above 0 and not below the one before it expected", unit)
		}
	}
	return l
}
