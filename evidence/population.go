package evidence

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/scope"
)

// A Population is every occurrence of what a control acts on in a span of time: the whole from which a sample is taken.
type Population struct {
	// ID identifies the population within the program.
	ID string `json:"id"`
	// Controls are the controls it is used to test.
	Controls []control.ID `json:"controls"`
	// Period holds the first and last day of the occurrences.
	Period calendar.Period `json:"period"`
	// Definition says what belongs to it.
	Definition string `json:"definition"`
	// Source is the system that produced the listing.
	Source string `json:"source"`
	// IndependentSource is another source that the listing was held against for completeness.
	IndependentSource string `json:"independentSource,omitzero"`
	// Query is the query, filter or parameters that produced the listing.
	Query string `json:"query,omitzero"`
	// Extracted is when the listing was produced.
	Extracted calendar.Instant `json:"extracted,omitzero"`
	// Extractor is who or what produced it.
	Extractor string `json:"extractor,omitzero"`
	// Count is the number of items, at least 0.
	Count int64 `json:"count"`
	// Digest is the SHA-256 of the listing exactly as received.
	Digest Digest `json:"digest,omitzero"`
	// Root is the Merkle root of the item ids, as the sampling protocol computes it.
	Root sampling.Hex `json:"root,omitzero"`
	// Checks are the procedures on the completeness and accuracy of the listing (IPE, information produced by the entity).
	Checks []PopulationCheck `json:"checks,omitempty"`
	// Items are the items themselves, where the program carries them; then there are Count of them.
	Items []PopulationItem `json:"items,omitempty"`
}

// A PopulationCheck is one procedure on the completeness or accuracy of a listing.
type PopulationCheck struct {
	// Aim is completeness or accuracy.
	Aim CheckAim `json:"aim"`
	// Text says what was done.
	Text string `json:"text"`
	// Held says whether the listing stood the check; absent means that it could not be told.
	Held scope.Answer `json:"held,omitzero"`
	// Finding says what was found.
	Finding string `json:"finding,omitzero"`
	// Evidence are the ids of the items that show it.
	Evidence []string `json:"evidence,omitempty"`
}

// CheckAim is what a check of a listing is about.
type CheckAim string

const (
	Completeness CheckAim = "completeness" // nothing is left out
	Accuracy     CheckAim = "accuracy"     // what is there is right
)

// CheckAims lists the two aims.
func CheckAims() []CheckAim { return []CheckAim{Completeness, Accuracy} }

// IsValid reports whether a is one of the two aims.
func (a CheckAim) IsValid() bool { return slices.Contains(CheckAims(), a) }

// EnumValues lists the spellings, for JSON Schema.
func (CheckAim) EnumValues() []string { return []string{"completeness", "accuracy"} }

// A PopulationItem is one occurrence. Which fields it has depends on what is tested; an absent one is unknown.
type PopulationItem struct {
	// ID identifies the item within the population, by the rule for item ids of the sampling protocol.
	ID string `json:"id"`
	// Occurred is when the occurrence took place: the change went live, the leaver left.
	Occurred calendar.Instant `json:"occurred,omitzero"`
	// Due is the day by which the control had to act.
	Due calendar.Date `json:"due,omitzero"`
	// Requested is when it was asked for.
	Requested calendar.Instant `json:"requested,omitzero"`
	// Approved is when it was approved.
	Approved calendar.Instant `json:"approved,omitzero"`
	// Done is when the control had acted.
	Done calendar.Instant `json:"done,omitzero"`
	// Performer is who did it, by name or pseudonym.
	Performer string `json:"performer,omitzero"`
	// Approver is who approved it.
	Approver string `json:"approver,omitzero"`
	// Basis says what an approval rests on, in the words of the source.
	Basis string `json:"basis,omitzero"`
	// Emergency says whether it went the way for emergencies.
	Emergency scope.Answer `json:"emergency,omitzero"`
}

// CodePopulationCount is the code of a population whose count is negative or differs from the items it carries.
const CodePopulationCount problem.Code = "population-count"

// CodePopulationRoot is the code of a population whose root is not that of the items it carries.
const CodePopulationRoot problem.Code = "population-root"

// CodeItemInvalid is the code of a population item whose id the sampling protocol refuses: {"id":""}.
const CodeItemInvalid problem.Code = "population-item-invalid"

// ItemIDs returns the ids of the items that p carries, in order.
func (p Population) ItemIDs() []string {
	ids := make([]string, len(p.Items))
	for i, item := range p.Items {
		ids[i] = item.ID
	}
	return ids
}

// Validate reports what is wrong with p by itself.
func (p Population) Validate() problem.List {
	var l problem.List
	record.Span(&l, "/period", p.Period, true)
	record.Text(&l, "/definition", p.Definition, "what belongs to the population")
	record.Text(&l, "/source", p.Source, "the system that produced the listing")
	checkInstant(&l, "/extracted", p.Extracted)
	checkDigest(&l, "/digest", p.Digest)
	checkDigest(&l, "/root", Digest(p.Root))
	if p.Count < 0 {
		l.Errorf("/count", CodePopulationCount, "a population has at least 0 items")
	}
	if len(p.Items) > 0 && int64(len(p.Items)) != p.Count {
		l.Errorf("/count", CodePopulationCount, "the count is %d, but there are %d items", p.Count, len(p.Items))
	}
	for i, c := range p.Checks {
		at := problem.Pointer("checks", i)
		record.Value(&l, at+"/aim", c.Aim, true)
		record.Text(&l, at+"/text", c.Text, "what was done")
		record.Value(&l, at+"/held", c.Held, false)
	}
	seen := make(map[string]bool, len(p.Items))
	for i, item := range p.Items {
		if err := sampling.CheckItem(item.ID); err != nil {
			l.Errorf(problem.Pointer("items", i, "id"), CodeItemInvalid, "%v", err)
		} else if seen[item.ID] {
			l.Errorf(problem.Pointer("items", i, "id"), problem.CodeIDRepeated, "an item with this id is there already")
		}
		seen[item.ID] = true
		l.Append(item.validate().Under("items", i))
	}
	if p.Root != "" && len(p.Items) > 0 && !l.HasErrors() {
		if root, err := sampling.PopulationRoot(p.ItemIDs()); err != nil || root != p.Root {
			l.Errorf("/root", CodePopulationRoot, "the items that the population carries have another root")
		}
	}
	return l
}

func (i PopulationItem) validate() problem.List {
	var l problem.List
	checkInstant(&l, "/occurred", i.Occurred)
	record.Day(&l, "/due", i.Due, false)
	checkInstant(&l, "/requested", i.Requested)
	checkInstant(&l, "/approved", i.Approved)
	checkInstant(&l, "/done", i.Done)
	record.Value(&l, "/emergency", i.Emergency, false)
	return l
}
