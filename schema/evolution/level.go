package evolution

import "slices"

// A Level says which release a difference between two schemas has to wait for. The zero Level is not valid.
type Level string

// The levels.
const (
	LevelNone  Level = "none"  // any release: no document and no generated type changes its meaning
	LevelMinor Level = "minor" // a minor version: programs made for the previous schema go on working, see [Compare]
	LevelMajor Level = "major" // a major version: documents, readers or generated types break, or it cannot be told
)

// IsValid reports whether l is one of the three levels.
func (l Level) IsValid() bool { return slices.Contains(l.EnumValues(), string(l)) }

// EnumValues lists the spellings of a level, the one that asks for least first, for JSON Schema.
func (Level) EnumValues() []string { return []string{"none", "minor", "major"} }

// LevelOf returns the release that all of differences together need: the highest level among them, [LevelNone] if there are
// none. A level that is not valid counts as [LevelMajor].
func LevelOf(differences []Difference) Level {
	highest := LevelNone
	for _, d := range differences {
		switch d.Level {
		case LevelNone:
		case LevelMinor:
			if highest == LevelNone {
				highest = LevelMinor
			}
		default:
			return LevelMajor
		}
	}
	return highest
}
