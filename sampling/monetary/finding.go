package monetary

import "slices"

// A Finding says how a misstatement compares with the tolerable one. What follows from it is a practitioner's judgment.
//
// The zero Finding is not valid.
type Finding string

const (
	WithinTolerable     Finding = "within-tolerable"      // the upper limit is at most the tolerable misstatement
	LimitAboveTolerable Finding = "limit-above-tolerable" // the most likely misstatement is tolerable; the upper limit is not
	ErrorAboveTolerable Finding = "error-above-tolerable" // the most likely misstatement is above the tolerable one
	NoLimit             Finding = "no-limit"              // no upper limit can be given
)

var findings = []Finding{WithinTolerable, LimitAboveTolerable, ErrorAboveTolerable, NoLimit}

// Findings lists the findings.
func Findings() []Finding { return slices.Clone(findings) }

// IsValid reports whether f is one of the four findings.
func (f Finding) IsValid() bool { return slices.Contains(findings, f) }

// EnumValues lists the spellings of a finding, for JSON Schema.
func (Finding) EnumValues() []string {
	return []string{"within-tolerable", "limit-above-tolerable", "error-above-tolerable", "no-limit"}
}
