package monetary

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// A UnitRequest is what a selection of monetary units fixes before its randomness exists.
type UnitRequest struct {
	// Context names what the selection is for, such as "ENG-2025-014/PI1.4/invoices": engagement, criterion, test. It follows
	// the rule of [sampling.CheckItem], and is never used for another selection. The context of the draw is this one with
	// "/monetary-units/METHOD/SIZE" after it, and "/whole" where there is no top stratum.
	Context string
	// Method says how the units are selected.
	Method UnitMethod
	// Size is the number of monetary units, 1 to [MaxSize], as a [Plan] gives it: the items of the top stratum and the hits in
	// the rest together.
	Size int64
	// Whole asks for no top stratum, see [StratifyWhole].
	Whole bool
	// Source is the SHA-256 of the file that the items were read from, exactly as received; "" if there is none.
	Source sampling.Hex
	// Beacon says in advance where the randomness will come from, such as "drand/quicknet/27946612"; see [sampling.Request].
	Beacon string
}

// unitContext stands between the context of a request and what the context of its draw says of the units.
const unitContext = "/monetary-units/"

// drawContext returns the context of the draw of r, by which the commitment binds method and size.
func (r UnitRequest) drawContext() string {
	context := fmt.Sprintf("%s%s%s/%d", r.Context, unitContext, r.Method, r.Size)
	if r.Whole {
		context += "/whole"
	}
	return context
}

// draw returns the request of the draw that seeds r.
func (r UnitRequest) draw() sampling.Request {
	return sampling.Request{Context: r.drawContext(), Method: sampling.Simple, Size: 1, Source: r.Source, Beacon: r.Beacon}
}

// requestOf returns the request whose draw has that context, source and beacon. It fails if the context is none of a selection
// of monetary units.
func requestOf(draw sampling.Selection) (UnitRequest, error) {
	r := UnitRequest{Source: draw.Source, Beacon: draw.Beacon}
	context, whole := strings.CutSuffix(draw.Context, "/whole")
	if at := strings.LastIndex(context, unitContext); at >= 0 {
		method, size, _ := strings.Cut(context[at+len(unitContext):], "/")
		r.Context, r.Method, r.Whole = context[:at], UnitMethod(method), whole
		r.Size, _ = strconv.ParseInt(size, 10, 64)
	}
	if l := r.validate(); l.HasErrors() || r.drawContext() != draw.Context {
		return UnitRequest{}, fmt.Errorf("a context that ends with %sMETHOD/SIZE, with one of the methods and a size of 1 to %d, expected", unitContext, MaxSize)
	}
	return r, nil
}

// validate lists what is wrong with the members that are not those of every draw.
func (r UnitRequest) validate() problem.List {
	var l problem.List
	if r.Context == "" {
		l.Errorf("/context", sampling.CodeContextInvalid, "empty; a name for the selection expected")
	} else if err := sampling.CheckItem(r.drawContext()); err != nil {
		l.Errorf("/context", sampling.CodeContextInvalid, "with method and size after it: %v", err)
	}
	checkMethod(&l, r.Method)
	if r.Size < 1 || r.Size > MaxSize {
		l.Errorf("/size", CodeSizeRange, "%d; 1 to %d monetary units expected", r.Size, MaxSize)
	}
	return l
}

// validateAll lists everything that keeps r from being committed to.
func (r UnitRequest) validateAll() problem.List {
	l := r.validate()
	if b, err := r.Source.Bytes(); r.Source != "" && (err != nil || len(b) != 32) {
		l.Errorf("/source", sampling.CodeDigestInvalid, "64 lowercase hexadecimal digits expected")
	}
	if err := sampling.CheckItem(r.Beacon); err != nil {
		l.Errorf("/beacon", sampling.CodeBeaconInvalid, "%v", err)
	}
	return l
}

func checkMethod(l *problem.List, m UnitMethod) {
	if !m.IsValid() {
		l.Errorf("/method", CodeMethodUnknown, "%.40q; one of fixed-interval, cell, modified-sieve, random-units expected", string(m))
	}
}
