package scope

import (
	"slices"

	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// SubserviceMethod is how a description treats a subservice organization. It is chosen for each one.
type SubserviceMethod string

const (
	CarveOut  SubserviceMethod = "carve-out" // its controls are left out, and some kinds of them are assumed (CSOCs)
	Inclusive SubserviceMethod = "inclusive" // its controls are described and examined like the organization's own
)

// SubserviceMethods lists the two methods.
func SubserviceMethods() []SubserviceMethod { return []SubserviceMethod{CarveOut, Inclusive} }

// IsValid reports whether m is one of the two methods.
func (m SubserviceMethod) IsValid() bool { return slices.Contains(SubserviceMethods(), m) }

// EnumValues lists the spellings, for JSON Schema.
func (SubserviceMethod) EnumValues() []string { return []string{"carve-out", "inclusive"} }

// A SubserviceOrganization (also "subprocessor") is a vendor whose services matter to users and whose controls are needed together with the
// organization's own to keep its commitments (DC 7). A vendor whose controls are not needed is just a vendor.
type SubserviceOrganization struct {
	// ID identifies it within the program.
	ID string `json:"id"`
	// Name is its name, or its function where the name is not disclosed.
	Name string `json:"name"`
	// Services says what it does for the system.
	Services string `json:"services"`
	// Necessary says whether its controls are needed; absent means that nobody decided.
	Necessary Answer `json:"necessary,omitzero"`
	// Decision says who decided on Necessary, when and why.
	Decision Decision `json:"decision,omitzero"`
	// Method is carve-out or inclusive.
	Method SubserviceMethod `json:"method,omitzero"`
	// Disclosed says whether the description names it and its method (DC 7).
	Disclosed bool `json:"disclosed"`
	// Criteria are those meant to be met by its controls; the description lists each one (carve-out).
	Criteria []criteria.ID `json:"criteria,omitempty"`
	// Controls are the kinds of its controls that are assumed, CSOCs (carve-out); an inclusive one has none.
	Controls []SubserviceControl `json:"controls,omitempty"`
	// Assertion is the id of the evidence of its own assertion (inclusive).
	Assertion string `json:"assertion,omitzero"`
	// Representations is the id of the evidence of its own representation letter (inclusive).
	Representations string `json:"representations,omitzero"`
}

// A SubserviceControl is a CSOC, a complementary subservice organization control: a kind of control that is assumed at
// a carved-out subservice organization and never concluded on.
type SubserviceControl struct {
	// ID identifies it within the program; no two subservice organizations share one.
	ID string `json:"id"`
	// Text says what kind of control is assumed.
	Text string `json:"text"`
	// Criteria are those it helps to meet.
	Criteria []criteria.ID `json:"criteria"`
}

// Codes of the problems that only subservice organizations have.
const (
	CodeMethodMissing    problem.Code = "subservice-method-missing"    // a necessary one that the description discloses, without a method
	CodeInclusiveCSOC    problem.Code = "subservice-inclusive-csoc"    // an inclusive one with assumed controls
	CodeInclusiveLetters problem.Code = "subservice-inclusive-letters" // an inclusive one without its own assertion and representations
)

// Validate reports what is wrong with s.
func (s SubserviceOrganization) Validate() problem.List {
	var l problem.List
	record.Text(&l, "/name", s.Name, "its name or function")
	record.Text(&l, "/services", s.Services, "what it does for the system")
	record.Value(&l, "/necessary", s.Necessary, false)
	record.Join(&l, "/decision", s.Decision.Validate())
	record.Value(&l, "/method", s.Method, false)
	if s.Necessary == Yes && s.Disclosed && s.Method == "" {
		l.Errorf("/method", CodeMethodMissing, "the description needs a method for it: carve-out or inclusive")
	}
	record.Criteria(&l, "/criteria", s.Criteria)
	record.Index(&l, "controls", len(s.Controls), func(i int) string { return s.Controls[i].ID })
	for i, c := range s.Controls {
		at := problem.Pointer("controls", i)
		record.Text(&l, at+"/text", c.Text, "the kind of control assumed")
		record.Criteria(&l, at+"/criteria", c.Criteria)
	}
	if s.Method == Inclusive {
		if len(s.Controls) > 0 {
			l.Errorf("/controls", CodeInclusiveCSOC, "nothing is assumed of a subservice organization that is included")
		}
		if s.Assertion == "" || s.Representations == "" {
			l.Errorf("", CodeInclusiveLetters, "the inclusive method needs its own assertion and representation letter")
		}
	}
	return l
}
