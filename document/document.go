package document

// A Document is a whole report. The zero Document is an empty one.
type Document struct {
	// Title is the one heading above all others. Required.
	Title string
	// Subtitle stands below the title; "" for none.
	Subtitle string
	// Language is the BCP 47 tag of the language the document is written in, such as "en" or "pt-BR"; "" means "en".
	Language string
	// Mark is a word or two that nobody may overlook, such as "DRAFT". It stands at the top of the document, on every
	// printed page, in the title of the file and as data; "" for none.
	Mark string
	// MarkReason says in a sentence why the document bears the mark.
	MarkReason string
	// Facts are what the title page states: who, about what, for which period.
	Facts []Fact
	// Sections are the text, in reading order.
	Sections []Section
}

// A Fact is one line of the title page.
type Fact struct {
	// Name says what is stated, such as "Period".
	Name string
	// Value is what is stated, such as "2026-01-01 to 2026-12-31".
	Value string
}

// A Section is a heading with what belongs to it: its own blocks first, then the sections below it.
type Section struct {
	// ID is the section's anchor, by which references, [Document.Find] and addresses name it: letters, digits and
	// ". _ / -", beginning with a letter or digit, unique in the document. With "" the anchor is made from the
	// position, such as "section-4-2", and moves when the section does.
	ID string
	// Kind says what the section is for, whatever its title or number, such as "tests-results"; "" if nobody asks.
	Kind string
	// Title is the heading. Required.
	Title string
	// Blocks are the section's own text.
	Blocks []Block
	// Sections are the sections below this one.
	Sections []Section
}
