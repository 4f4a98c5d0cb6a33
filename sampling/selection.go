package sampling

import (
	"errors"
	"strings"

	"github.com/soc2kit/soc2/problem"
)

// A Selection is the record of a draw by protocol soc2-sample/1, from which anybody who holds the list of items can
// repeat it with a hash function. Before the randomness exists it is pending: everything up to the beacon is fixed by the
// commitment, and the rest is still empty.
//
// [Commit] makes a pending one and [Selection.Draw] does the rest. Do not change its fields, CommittedBeforehand apart;
// [Selection.Verify] finds out. CommittedBeforehand the library never states: set it once it is so. Whoever was given the
// commitment compares it, see [Selection.Fulfils].
type Selection struct {
	// Context names what the draw is for, such as "2026/CC8.1/approval": 1 to 1024 bytes without control characters.
	Context string `json:"context"`
	// Round is 0 for the first draw of a context, then 1, 2, ... for extensions.
	Round int64 `json:"round"`
	// Method is how the items were selected.
	Method Method `json:"method"`
	// Size is the number of items in the sample, at least 1.
	Size int64 `json:"size"`
	// ReserveSize is the number of replacements; 0 if systematic.
	ReserveSize int64 `json:"reserveSize"`
	// PopulationSize is the number of items in the population, at least Size + ReserveSize and below 2^32.
	PopulationSize int64 `json:"populationSize"`
	// PopulationRoot is the RFC 6962 Merkle tree hash of the items sorted by their bytes, which PopulationRoot computes.
	PopulationRoot Hex `json:"populationRoot"`
	// Source is the SHA-256 of the export that the population was read from; empty if there is none.
	Source Hex `json:"source,omitzero"`
	// Beacon says where the randomness comes from, as it was fixed in advance.
	Beacon string `json:"beacon"`
	// Randomness is the 16 to 1024 bytes that the beacon gave; empty while the selection is pending.
	Randomness Hex `json:"randomness,omitzero"`
	// Commitment is the SHA-256 that binds everything above except Randomness. Hand it to the other party, or publish
	// or time-stamp it, before the randomness exists.
	Commitment Hex `json:"commitment"`
	// Seed is the SHA-256 of Commitment and Randomness; empty while the selection is pending.
	Seed Hex `json:"seed,omitzero"`
	// Sample holds the identifiers of the selected items in the order of selection; empty while pending.
	Sample []string `json:"sample"`
	// Reserve holds the identifiers of the replacements, in the only order in which they may be used.
	Reserve []string `json:"reserve"`
	// Tickets holds the ticket of each item of Sample and then of Reserve, ascending; empty if systematic.
	Tickets []Hex `json:"tickets"`
	// CommittedBeforehand is true if the commitment was handed over before the randomness was known, as the author of the
	// record states. Where it is false or absent, nobody states that: the draw can be repeated, but nothing shows that it was
	// not drawn until it pleased. The record cannot prove it: whoever was given the commitment compares it.
	CommittedBeforehand bool `json:"committedBeforehand,omitzero"`
}

// IsPending reports whether s is a commitment that still waits for its randomness.
func (s Selection) IsPending() bool { return s.Randomness == "" }

// IsPubliclyVerifiable reports whether others can look up the randomness at its source: that of the beacons drand and NIST
// publish, "drand/..." and "nist/...". Of any other source it is not known. Where dice were rolled or a nonce was chosen by
// one of the parties the draw can be repeated, but where the bytes came from must be believed or witnessed, and a report
// says so.
func (s Selection) IsPubliclyVerifiable() bool {
	return strings.HasPrefix(s.Beacon, "drand/") || strings.HasPrefix(s.Beacon, "nist/")
}

func isNonce(beacon string) bool { return strings.HasPrefix(beacon, "nonce/") }

// Fulfils returns nil if s is the selection, drawn or pending, that the commitment fixed. Whoever was given a commitment
// before the randomness existed calls it with that one, beside [Selection.Verify]: a record agrees with its own commitment
// also where it was drawn again until it pleased. The error is a [*MismatchError] about the field "commitment".
func (s Selection) Fulfils(commitment Hex) error {
	if b, err := commitment.Bytes(); err != nil || len(b) != 32 {
		return &MismatchError{"commitment", -1, errors.New("the commitment to compare with is not 64 lowercase hexadecimal digits")}
	}
	if s.Commitment != commitment {
		return mismatch("commitment")
	}
	return nil
}

// Request returns what s fixed before its randomness, for drawing it again or for the next round.
func (s Selection) Request() Request {
	return Request{s.Context, s.Round, s.Method, s.Size, s.ReserveSize, s.Source, s.Beacon}
}

// Codes of the problems of a [Selection] and of a list of them.
const (
	// CodeContextInvalid: missing or against the rule of [CheckItem]: {"context":""}.
	CodeContextInvalid problem.Code = "context-invalid"
	// CodeRoundInvalid: a negative number: {"round":-1}.
	CodeRoundInvalid problem.Code = "round-invalid"
	// CodeMethodUnknown: not one of [Methods]: {"method":"haphazard"}.
	CodeMethodUnknown problem.Code = "method-unknown"
	// CodeSizeInvalid: no item, more than the population holds, a negative reserve or one of a systematic sample: {"size":0}.
	CodeSizeInvalid problem.Code = "size-invalid"
	// CodeDigestInvalid: not 64 lowercase hexadecimal digits: {"populationRoot":"15C7"}.
	CodeDigestInvalid problem.Code = "digest-invalid"
	// CodeBeaconInvalid: missing or against the rule of [CheckItem]: {"beacon":""}.
	CodeBeaconInvalid problem.Code = "beacon-invalid"
	// CodeRandomnessInvalid: not 16 to 1024 bytes in lowercase hexadecimal, or of a beacon "dice/..." others than ASCII digits:
	// {"randomness":"00"}.
	CodeRandomnessInvalid problem.Code = "randomness-invalid"
	// CodePendingInvalid: a record without randomness that holds what only randomness can give: {"sample":["A-01"]}.
	CodePendingInvalid problem.Code = "pending-invalid"
	// CodeItemsInvalid: another number of items or tickets than the sizes say, an item twice, or one that is no
	// identifier: {"size":2,"sample":["A-01","A-01"]}.
	CodeItemsInvalid problem.Code = "selected-items-invalid"
	// CodeRoundRepeated: two records of one context have the same round.
	CodeRoundRepeated problem.Code = "round-repeated"
	// CodeRoundMissing: a context has a round without the one before it.
	CodeRoundMissing problem.Code = "round-missing"
	// CodeRoundPopulation: a later round of a context was drawn neither from the population of the first nor from what the
	// earlier rounds have left of it.
	CodeRoundPopulation problem.Code = "round-population-other"
	// CodeRoundOverlap: a later round of a context selects items that an earlier one has selected: they count once.
	CodeRoundOverlap problem.Code = "round-overlap"
	// CodeRandomnessReused: two rounds of one context have the same randomness, so that the later one was foreseeable.
	CodeRandomnessReused problem.Code = "randomness-reused"
)

// Validate lists what is wrong with the record by itself. Whether it is true of the items only [Selection.Verify] can tell.
func (s Selection) Validate() problem.List {
	l := s.Request().validateAll(s.PopulationSize)
	checkDigest(&l, "/populationRoot", s.PopulationRoot)
	checkDigest(&l, "/commitment", s.Commitment)
	if s.IsPending() {
		if s.Seed != "" || len(s.Sample) > 0 || len(s.Reserve) > 0 || len(s.Tickets) > 0 {
			l.Errorf("", CodePendingInvalid, "seed, sample, reserve and tickets need the randomness that is missing")
		}
		return l
	}
	if b, err := s.Randomness.Bytes(); err != nil {
		l.Errorf("/randomness", CodeRandomnessInvalid, "not bytes in lowercase hexadecimal")
	} else if fault := randomnessFault(s.Beacon, b); fault != "" {
		l.Errorf("/randomness", CodeRandomnessInvalid, "%s", fault)
	}
	checkDigest(&l, "/seed", s.Seed)
	return append(l, s.validateItems()...)
}

func (s Selection) validateItems() problem.List {
	var l problem.List
	count := func(path string, got int, want int64) {
		if int64(got) != want {
			l.Errorf(path, CodeItemsInvalid, "%d elements; %d expected", got, want)
		}
	}
	count("/sample", len(s.Sample), s.Size)
	count("/reserve", len(s.Reserve), s.ReserveSize)
	if s.Method == Systematic {
		count("/tickets", len(s.Tickets), 0)
	} else {
		count("/tickets", len(s.Tickets), int64(len(s.Sample)+len(s.Reserve)))
	}
	seen := make(map[string]bool, len(s.Sample)+len(s.Reserve))
	for _, part := range []struct {
		name  string
		items []string
	}{{"sample", s.Sample}, {"reserve", s.Reserve}} {
		for i, id := range part.items {
			if fault := itemFault(id); fault != "" {
				l.Errorf(problem.Pointer(part.name, i), CodeItemsInvalid, "%s", fault)
			} else if seen[id] {
				l.Errorf(problem.Pointer(part.name, i), CodeItemsInvalid, "selected before")
			}
			seen[id] = true
		}
	}
	for i, ticket := range s.Tickets {
		checkDigest(&l, problem.Pointer("tickets", i), ticket)
		if i > 0 && ticket < s.Tickets[i-1] {
			l.Errorf(problem.Pointer("tickets", i), CodeItemsInvalid, "below the ticket before it")
		}
	}
	return l
}
