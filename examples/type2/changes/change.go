package changes

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/evidence"
)

// A Person is somebody as history names them: by address and by name.
type Person struct {
	Address, Name string
	Bot           bool
}

// resembles reports whether p and q share an address or a name: perhaps one person with two addresses.
func (p Person) resembles(q Person) bool {
	return p.Address == q.Address || (p.Name != "" && p.Name == q.Name)
}

// A Basis says what history shows of the approval of a change.
type Basis string

// What history can show.
const (
	Trailer     Basis = "trailer"      // a review trailer names somebody
	MergeCommit Basis = "merge-commit" // a person merged it
	MergeBot    Basis = "merge-bot"    // a bot merged it
	WebSquash   Basis = "web-squash"   // the host squashed it, and history does not say for whom
	Direct      Basis = "direct"       // somebody put it there as it is
)

// A Change is one change on the main line of a repository.
type Change struct {
	ID        string           // the commit
	Merged    calendar.Instant // when it reached the main line
	Authored  calendar.Instant // when its author had finished it
	Author    Person
	Merger    Person // who integrated it; zero where history does not say
	Approvers []Person
	Basis     Basis
	Seq       int64 // position on the main line, 1 for the oldest; 0 where unknown
}

// Attributes are what the test looks for in each change.
func Attributes() []evidence.Attribute {
	return []evidence.Attribute{
		{ID: "A", Text: "Somebody other than its author approved or integrated the change."},
		{ID: "B", Text: "The change came in by a merge or a recorded review, not put directly on the main line."},
		{ID: "C", Text: "The author had finished the change before it was integrated."},
	}
}

// Outcomes returns what history shows for each of [Attributes].
func (c Change) Outcomes() []evidence.Outcome {
	return []evidence.Outcome{c.approvedByOther(), c.reviewedPath(), c.inOrder()}
}

// approvedByOther holds if a person who shares neither address nor name with the author approved or integrated the
// change. It deviates if those who did are the author or resemble them, and cannot be told otherwise.
func (c Change) approvedByOther() evidence.Outcome {
	people := slices.Clone(c.Approvers)
	if c.Merger != (Person{}) {
		people = append(people, c.Merger)
	}
	own := false
	for _, p := range people {
		switch {
		case p.resembles(c.Author):
			own = true
		case !p.Bot:
			return evidence.Held
		}
	}
	if own {
		return evidence.Deviated
	}
	return evidence.CannotTell
}

func (c Change) reviewedPath() evidence.Outcome {
	switch c.Basis {
	case Trailer, MergeCommit, MergeBot:
		return evidence.Held
	case Direct:
		return evidence.Deviated
	}
	return evidence.CannotTell
}

func (c Change) inOrder() evidence.Outcome {
	switch {
	case !c.Merged.IsValid() || !c.Authored.IsValid():
		return evidence.CannotTell
	case c.Authored.After(c.Merged):
		return evidence.Deviated
	}
	return evidence.Held
}
