package evidence

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
)

// Extent says how the items of a test are chosen, and so what its result licenses.
type Extent string

const (
	Census        Extent = "census"        // every item; no sampling risk
	RandomSample  Extent = "random"        // simple random, or systematic with a random start; a rate may be inferred
	Haphazard     Extent = "haphazard"     // without a structured technique; no rate may be inferred
	Judgmental    Extent = "judgmental"    // chosen by the tester; no rate may be inferred
	Block         Extent = "block"         // a run of neighbours; never representative
	Configuration Extent = "configuration" // an automated control looked at once for each configuration ("test of one")
)

// Extents lists the ways.
func Extents() []Extent {
	return []Extent{Census, RandomSample, Haphazard, Judgmental, Block, Configuration}
}

// IsValid reports whether e is one of the ways.
func (e Extent) IsValid() bool { return slices.Contains(Extents(), e) }

// EnumValues lists the spellings, for JSON Schema.
func (Extent) EnumValues() []string {
	return []string{"census", "random", "haphazard", "judgmental", "block", "configuration"}
}

// An Attribute is one thing that a tester looks for in each item.
type Attribute struct {
	// ID identifies the attribute within its plan, such as "A".
	ID string `json:"id"`
	// Text says what must be so for the item to be without deviation.
	Text string `json:"text"`
}

// A TestPlan says what a test of a control must look at. It is filed before the test; a plan without a test blocks a
// conclusion, so that no test can be lost unnoticed.
type TestPlan struct {
	// ID identifies the plan within the fieldwork.
	ID string `json:"id"`
	// Control is the control to be tested.
	Control control.ID `json:"control"`
	// Period holds the first and last day that the test speaks for.
	Period calendar.Period `json:"period"`
	// Extent says how items are chosen.
	Extent Extent `json:"extent"`
	// Population is the id of the program's population; absent where none is listed, as for a configuration.
	Population string `json:"population,omitzero"`
	// Sampling is the sampling plan of a random sample; absent takes the rates of the fieldwork's methodology.
	Sampling sampling.Plan `json:"sampling,omitzero"`
	// Attributes are what is looked for in each item.
	Attributes []Attribute `json:"attributes,omitempty"`
}

// Validate reports what is wrong with p by itself.
func (p TestPlan) Validate() problem.List {
	var l problem.List
	record.Span(&l, "/period", p.Period, true)
	record.Value(&l, "/extent", p.Extent, true)
	if p.Sampling != (sampling.Plan{}) {
		record.Join(&l, "/sampling", p.Sampling.Validate())
	}
	record.Index(&l, "attributes", len(p.Attributes), func(i int) string { return p.Attributes[i].ID })
	for i, a := range p.Attributes {
		record.Text(&l, problem.Pointer("attributes", i, "text"), a.Text, "what must be so")
	}
	return l
}

// A DrawnSample is the record of which items were selected for a plan, with what anybody needs to select them again.
type DrawnSample struct {
	// ID identifies the selection within the fieldwork.
	ID string `json:"id"`
	// Plan is the id of the plan it was drawn for.
	Plan string `json:"plan"`
	// Record is the record of the sampling protocol.
	Record sampling.Selection `json:"record"`
	// ExpansionReason says, for a round after the first, why the first result is believed not to be representative. It is
	// written down before the round is drawn, and the first items stay in the count.
	ExpansionReason string `json:"expansionReason,omitzero"`
	// Replacements are the reserve items used in place of void ones, in the order of the reserve.
	Replacements []Replacement `json:"replacements,omitempty"`
}

// A Replacement is a reserve item used in place of one that turned out to be void. A missing document never voids an
// item: it is a deviation or a limitation.
type Replacement struct {
	// Void is the id of the item replaced.
	Void string `json:"void"`
	// By is the id of the reserve item.
	By string `json:"by"`
	// Reason is why the item was void.
	Reason string `json:"reason"`
}

// Validate reports what is wrong with s by itself.
func (s DrawnSample) Validate() problem.List {
	var l problem.List
	record.Join(&l, "/record", s.Record.Validate())
	if s.Record.Round > 0 {
		record.Text(&l, "/expansionReason", s.ExpansionReason, "why the first result is believed not to be representative")
	}
	drawn := make(map[string]bool, len(s.Record.Sample))
	for _, id := range s.Record.Sample {
		drawn[id] = true
	}
	for i, r := range s.Replacements {
		at := problem.Pointer("replacements", i)
		if r.Void != "" && !drawn[r.Void] {
			l.Errorf(at+"/void", CodeReplacementVoid, "the item was not drawn, or has been replaced already")
		}
		delete(drawn, r.Void)
		drawn[r.By] = true
		record.Text(&l, at+"/void", r.Void, "the id of the item replaced")
		record.Text(&l, at+"/by", r.By, "the id of the reserve item")
		record.Text(&l, at+"/reason", r.Reason, "why the item was void")
		if i < len(s.Record.Reserve) && r.By != s.Record.Reserve[i] {
			l.Errorf(at+"/by", CodeReplacementOrder, "reserve items are used strictly in order")
		} else if i >= len(s.Record.Reserve) {
			l.Errorf(at+"/by", CodeReplacementOrder, "there is no reserve item left for it")
		}
	}
	return l
}

// CodeReplacementVoid is the code of a replacement of an item that was not drawn, or that was replaced already.
const CodeReplacementVoid problem.Code = "replacement-void"

// CodeReplacementOrder is the code of a replacement that is not the next item of the reserve.
const CodeReplacementOrder problem.Code = "replacement-order"
