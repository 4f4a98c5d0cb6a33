package sampling

import "github.com/soc2kit/soc2/problem"

// maxItems is the largest population that soc2-sample/1 selects from.
const maxItems = 1<<32 - 1

// Bounds of the randomness of a draw, in bytes.
const (
	minRandomness = 16
	maxRandomness = 1024
)

// A Request is what a draw fixes before its randomness exists.
type Request struct {
	// Context names what the draw is for, such as "ENG-2025-014/CC6.1/access-review/T1": engagement, criterion, test,
	// stratum. It follows the rule of [CheckItem] and is never used for another draw.
	Context string
	// Round is 0 for the first draw of a context, then 1, 2, ... for extensions, each with randomness of its own.
	Round int64
	// Method is how to select; zero means simple.
	Method Method
	// Size is the number of items in the sample, at least 1.
	Size int64
	// ReserveSize is the number of replacements, used in order and only for items documented as void; 0 if systematic.
	ReserveSize int64
	// Source is the SHA-256 of the export that the population was read from, exactly as received; "" if there is none.
	Source Hex
	// Beacon says in advance where the randomness will come from: "drand/quicknet/27946612", "dice/20d10",
	// "nonce/auditor". It follows the rule of [CheckItem].
	Beacon string
}

// validate lists what keeps r from being drawn from a population of the given size. It leaves an unknown Method to
// its callers, which differ about zero.
func (r Request) validate(population int64) problem.List {
	var l problem.List
	if fault := itemFault(r.Context); fault != "" {
		l.Errorf("/context", CodeContextInvalid, "%s", fault)
	}
	if r.Round < 0 {
		l.Errorf("/round", CodeRoundInvalid, "%d; 0 for the first draw, then 1, 2, ... expected", r.Round)
	}
	if r.Size < 1 {
		l.Errorf("/size", CodeSizeInvalid, "%d items; at least 1 expected", r.Size)
	}
	switch {
	case r.ReserveSize < 0:
		l.Errorf("/reserveSize", CodeSizeInvalid, "%d items; 0 or more expected", r.ReserveSize)
	case r.ReserveSize > 0 && r.Method == Systematic:
		l.Errorf("/reserveSize", CodeSizeInvalid, "%d items; a systematic sample has no reserve", r.ReserveSize)
	}
	switch {
	case population < 1 || population > maxItems:
		l.Errorf("/populationSize", CodeSizeInvalid, "%d items; 1 to %d expected", population, int64(maxItems))
	case r.Size > population || r.ReserveSize > population-max(r.Size, 0):
		l.Errorf("/size", CodeSizeInvalid, "%d items and a reserve of %d; the population holds %d", r.Size, r.ReserveSize, population)
	}
	if r.Source != "" {
		checkDigest(&l, "/source", r.Source)
	}
	if fault := itemFault(r.Beacon); fault != "" {
		l.Errorf("/beacon", CodeBeaconInvalid, "%s", fault)
	}
	return l
}

// validateAll is validate, with a Method that is left out or unknown among the problems.
func (r Request) validateAll(population int64) problem.List {
	l := r.validate(population)
	if !r.Method.IsValid() {
		l.Errorf("/method", CodeMethodUnknown, "%.40q; one of simple, systematic expected", string(r.Method))
	}
	return l
}

func checkDigest(l *problem.List, path string, h Hex) {
	if b, err := h.Bytes(); err != nil || len(b) != 32 {
		l.Errorf(path, CodeDigestInvalid, "64 lowercase hexadecimal digits expected")
	}
}
