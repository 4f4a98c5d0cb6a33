package changes

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/scope"
)

// Counts are how many changes have each outcome for each attribute, and as a whole.
type Counts struct {
	Changes   int
	Attribute []map[evidence.Outcome]int // parallel to [Attributes]
	Whole     map[evidence.Outcome]int
}

// Count counts the outcomes of changes.
func Count(changes []Change) Counts {
	n := Counts{Changes: len(changes), Whole: make(map[evidence.Outcome]int)}
	for range Attributes() {
		n.Attribute = append(n.Attribute, make(map[evidence.Outcome]int))
	}
	for _, c := range changes {
		outcomes := c.Outcomes()
		for i, o := range outcomes {
			n.Attribute[i][o]++
		}
		n.Whole[evidence.TestedItem{Outcomes: outcomes}.Result()]++
	}
	return n
}

// Window returns the first and the last day on which a change reached the main line.
func Window(changes []Change) (calendar.Period, error) {
	if len(changes) == 0 {
		return calendar.Period{}, fmt.Errorf("changes: there is no change")
	}
	var first, last calendar.Instant
	for _, c := range changes {
		if first == "" || c.Merged.Before(first) {
			first = c.Merged
		}
		if last == "" || c.Merged.After(last) {
			last = c.Merged
		}
	}
	return calendar.NewPeriod(first.Date(), last.Date())
}

// Population returns changes as a population, with what can be told of its completeness and accuracy.
func Population(changes []Change, source string, file evidence.Digest) (evidence.Population, error) {
	window, err := Window(changes)
	if err != nil {
		return evidence.Population{}, err
	}
	p := evidence.Population{
		Period:     window,
		Definition: "Every change that reached the main line of the repository in the time covered.",
		Source:     source, Digest: file, Count: int64(len(changes)),
		Checks: []evidence.PopulationCheck{sequence(changes), order(changes), identity(changes)},
	}
	for _, c := range changes {
		p.Items = append(p.Items, c.item())
	}
	p.Root, err = sampling.PopulationRoot(p.ItemIDs())
	return p, err
}

func (c Change) item() evidence.PopulationItem {
	item := evidence.PopulationItem{ID: c.ID, Occurred: c.Merged, Done: c.Authored, Performer: pseudonym(c.Author), Approver: pseudonym(c.Merger), Basis: string(c.Basis)}
	if len(c.Approvers) > 0 {
		item.Approver = pseudonym(c.Approvers[0])
	}
	return item
}

// pseudonym names a person in a document that others will read. An address from a history becomes a digest of it; what is
// a pseudonym already stays.
func pseudonym(p Person) string {
	if !strings.Contains(p.Address, "@") {
		return p.Address
	}
	sum := sha256.Sum256([]byte(p.Address))
	return "u_" + hex.EncodeToString(sum[:6])
}

// sequence checks completeness: the positions on the main line follow each other without a gap.
func sequence(changes []Change) evidence.PopulationCheck {
	check := evidence.PopulationCheck{Aim: evidence.Completeness, Text: "Looked for gaps in the positions of the changes on the main line."}
	seqs := make([]int64, 0, len(changes))
	for _, c := range changes {
		seqs = append(seqs, c.Seq)
	}
	slices.Sort(seqs)
	missing := int64(0)
	if len(seqs) > 0 {
		missing = seqs[len(seqs)-1] - seqs[0] + 1 - int64(len(slices.Compact(seqs)))
	}
	check.Held, check.Finding = verdict(missing == 0), fmt.Sprintf("%d positions missing", missing)
	return check
}

// order checks accuracy: time does not run backwards along the main line.
func order(changes []Change) evidence.PopulationCheck {
	check := evidence.PopulationCheck{Aim: evidence.Accuracy, Text: "Looked for places where time runs backwards along the main line."}
	sorted := slices.Clone(changes)
	slices.SortStableFunc(sorted, func(a, b Change) int { return int(a.Seq - b.Seq) })
	back := 0
	for i := 1; i < len(sorted); i++ {
		if sorted[i].Merged.Before(sorted[i-1].Merged) {
			back++
		}
	}
	check.Held, check.Finding = verdict(back == 0), fmt.Sprintf("%d places", back)
	return check
}

// identity checks accuracy: no change is listed twice.
func identity(changes []Change) evidence.PopulationCheck {
	check := evidence.PopulationCheck{Aim: evidence.Accuracy, Text: "Looked for changes listed twice."}
	seen := make(map[string]bool, len(changes))
	for _, c := range changes {
		seen[c.ID] = true
	}
	twice := len(changes) - len(seen)
	check.Held, check.Finding = verdict(twice == 0), fmt.Sprintf("%d listed twice", twice)
	return check
}

func verdict(held bool) scope.Answer {
	if held {
		return scope.Yes
	}
	return scope.No
}
