package document

// A Block is one of [*Paragraph], [*List], [*Table], [*Figure], [*Note], [*Definitions] and [*Quote]. Further kinds may be
// added in later releases, so a switch over them needs a default.
type Block interface {
	// block keeps other types out: a writer could only drop them.
	block()
}

// A Paragraph is a run of prose.
type Paragraph struct {
	// Text is what it says.
	Text Text
}

// A List is a sequence of items, with bullets or numbers.
type List struct {
	// Ordered is true where the order matters; the items are then numbered from 1.
	Ordered bool
	// Items are the entries, each of one block or more.
	Items [][]Block
}

// A Note is set apart from the text around it.
type Note struct {
	// Kind says why. It is written in words where Title is empty, and never shown by colour alone.
	Kind NoteKind
	// Title is the note's first line; "" means the words for Kind.
	Title string
	// Blocks are what the note says.
	Blocks []Block
}

// NoteKind says why a note is set apart. The zero NoteKind is not valid; writers treat it as [Info].
type NoteKind string

const (
	Info    NoteKind = "info"    // good to know
	Warning NoteKind = "warning" // the reader should look
	Missing NoteKind = "missing" // something that belongs here is absent
)

// NoteKinds lists the kinds of notes, gravest last.
func NoteKinds() []NoteKind { return []NoteKind{Info, Warning, Missing} }

// IsValid reports whether k is one of the three kinds.
func (k NoteKind) IsValid() bool { return k == Info || k == Warning || k == Missing }

// EnumValues lists the spellings of a kind of note, for JSON Schema.
func (NoteKind) EnumValues() []string { return []string{"info", "warning", "missing"} }

// Definitions are terms with what is said about each: a glossary, or names with values.
type Definitions struct {
	// Items are the terms, in order.
	Items []Definition
}

// A Definition is one term.
type Definition struct {
	// Term is the word or the name.
	Term Text
	// Blocks say what it means or is.
	Blocks []Block
}

// A Quote is what somebody else wrote.
type Quote struct {
	// Blocks are the words quoted.
	Blocks []Block
	// Source says whose words they are; empty if the text around says so.
	Source Text
}

func (*Paragraph) block()   {}
func (*List) block()        {}
func (*Table) block()       {}
func (*Note) block()        {}
func (*Definitions) block() {}
func (*Quote) block()       {}
