package evolution

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/problem"
)

// An Allowance is a maintainer's word that a difference which [Compare] judges by its form alone needs a minor version only:
// that a new pattern takes all that the old one took, that an enum is documented as open, that exclusiveMinimum -1 is
// minimum 0 to an integer, that the only alternative of an anyOf has lost its wrapper. Only [CodePatternChanged],
// [CodeBoundNarrower], [CodeFormatChanged], [CodeValueAdded], [CodeAlternativeChanged], [CodeDefinitionExtracted] and
// [CodeCannotJudge] can be allowed.
type Allowance struct {
	// File names the schema in a comparison of sets; it is empty in a comparison of two schemas.
	File string `json:"file,omitzero"`
	// Path is the Path of the difference.
	Path string `json:"path"`
	// Code is the Code of the difference.
	Code problem.Code `json:"code"`
	// Reason says why the difference does no harm. Required.
	Reason string `json:"reason"`
}

// allow lowers the differences that are allowed to minor. An allowance that allows nothing is an error: it is a slip, or
// was left over from an earlier release and would let a later change pass.
func allow(differences []Difference, allowances []Allowance) error {
	var errs []error
	for i, a := range allowances {
		refuse := func(format string, args ...any) {
			place := strings.TrimSpace(a.File + " " + a.Path)
			errs = append(errs, fmt.Errorf("evolution: allowance %d (%s): %s", i+1, place, fmt.Sprintf(format, args...)))
		}
		if strings.TrimSpace(a.Reason) == "" {
			refuse("it has no reason")
			continue
		}
		if !slices.Contains(allowable, a.Code) {
			refuse("%q cannot be allowed; expected one of %q", a.Code, allowable)
			continue
		}
		used := false
		for j := range differences {
			d := &differences[j]
			if d.File == a.File && d.Path == a.Path && d.Code == a.Code {
				d.Level, d.Allowed, used = LevelMinor, a.Reason, true
			}
		}
		if !used {
			refuse("there is no difference %q at this place", a.Code)
		}
	}
	return errors.Join(errs...)
}
