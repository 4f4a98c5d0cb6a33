package control

import (
	"slices"
	"strings"

	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// MemberKind says whose control a member is.
type MemberKind string

const (
	OwnControl        MemberKind = "control" // a control of the organization
	SubserviceControl MemberKind = "csoc"    // complementary subservice organization control, assumed
	UserEntityControl MemberKind = "cuec"    // complementary user entity control, assumed
)

// MemberKinds lists the three kinds.
func MemberKinds() []MemberKind {
	return []MemberKind{OwnControl, SubserviceControl, UserEntityControl}
}

// IsValid reports whether k is one of the three kinds.
func (k MemberKind) IsValid() bool { return slices.Contains(MemberKinds(), k) }

// EnumValues lists the spellings, for JSON Schema.
func (MemberKind) EnumValues() []string { return []string{"control", "csoc", "cuec"} }

// A Member is one control in an alternative.
type Member struct {
	// Kind says whose control it is, and so in which list ID is found.
	Kind MemberKind `json:"kind"`
	// ID is the id of the control, CSOC or CUEC.
	ID string `json:"id"`
}

// An Alternative is a set of members that together suffice for a criterion.
type Alternative struct {
	// Members must all hold. At least one.
	Members []Member `json:"members"`
	// Note says how they address the criterion together.
	Note string `json:"note,omitzero"`
}

// Together returns the alternative whose members are the organization's own controls ids.
func Together(ids ...ID) Alternative {
	a := Alternative{Members: []Member{}}
	for _, id := range ids {
		a.Members = append(a.Members, Member{Kind: OwnControl, ID: string(id)})
	}
	return a
}

// WithCSOC returns a with the CSOCs ids as further members.
func (a Alternative) WithCSOC(ids ...string) Alternative { return a.with(SubserviceControl, ids) }

// WithCUEC returns a with the CUECs ids as further members.
func (a Alternative) WithCUEC(ids ...string) Alternative { return a.with(UserEntityControl, ids) }

func (a Alternative) with(kind MemberKind, ids []string) Alternative {
	a.Members = slices.Clone(a.Members)
	for _, id := range ids {
		a.Members = append(a.Members, Member{Kind: kind, ID: id})
	}
	return a
}

// OwnControls returns the ids of the members that are the organization's own controls.
func (a Alternative) OwnControls() []ID {
	var ids []ID
	for _, m := range a.Members {
		if m.Kind == OwnControl {
			ids = append(ids, ID(m.ID))
		}
	}
	return ids
}

// CriterionControls says what meets one criterion, or why it is not relevant to the system.
type CriterionControls struct {
	// ID is the criterion.
	ID criteria.ID `json:"id"`
	// Alternatives each suffice on their own. None means that nothing is said to meet the criterion.
	Alternatives []Alternative `json:"alternatives,omitempty"`
	// NotRelevantReason is why the criterion is not relevant to the system (DC 8): about the system, not about missing
	// controls. A common criterion is always relevant.
	NotRelevantReason string `json:"notRelevantReason,omitzero"`
}

// Codes of the problems that only alternatives have.
const (
	CodeAlternativeEmpty  problem.Code = "alternative-empty"           // {"alternatives":[{"members":[]}]}
	CodeMemberRepeated    problem.Code = "alternative-member-repeated" // the same member twice in one alternative
	CodeNotRelevantCommon problem.Code = "common-criterion-dropped"    // {"id":"CC1.1","notRelevantReason":"..."}
	CodeNotRelevantMet    problem.Code = "criterion-not-relevant-met"  // alternatives for a criterion that is not relevant
)

// Validate reports what is wrong with c by itself; members are looked up by the program.
func (c CriterionControls) Validate() problem.List {
	var l problem.List
	if !c.ID.IsValid() {
		l.Errorf("/id", problem.CodeCriterionUnknown, "%q is none of the trust services criteria", string(c.ID))
	}
	for i, a := range c.Alternatives {
		var own problem.List
		if len(a.Members) == 0 {
			own.Errorf("/members", CodeAlternativeEmpty, "an alternative without members would meet the criterion by nothing")
		}
		seen := make(map[Member]bool, len(a.Members))
		for j, m := range a.Members {
			if !m.Kind.IsValid() {
				record.Value(&own, problem.Pointer("members", j, "kind"), m.Kind, true)
			}
			if seen[m] {
				own.Errorf(problem.Pointer("members", j), CodeMemberRepeated, "%s is a member already", m.ID)
			}
			seen[m] = true
		}
		l.Append(own.Under("alternatives", i))
	}
	if strings.TrimSpace(c.NotRelevantReason) != "" {
		if c.ID.IsCommon() {
			l.Errorf("/notRelevantReason", CodeNotRelevantCommon, "a common criterion applies to every system")
		}
		if len(c.Alternatives) > 0 {
			l.Errorf("/notRelevantReason", CodeNotRelevantMet, "alternatives say what meets the criterion, so it is relevant")
		}
	}
	return l
}
