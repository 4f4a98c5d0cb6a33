package document

// A Table is rows under titled columns. It does not hold another table.
type Table struct {
	// ID is the table's anchor, with the form of [Section].ID; "" for none.
	ID string
	// Caption names the table. A table without one should follow directly on the text that announces it.
	Caption string
	// Columns title the cells of every row. At least one.
	Columns []Column
	// Rows are the content, in reading order.
	Rows []Row
}

// A Column says how the cells at one position of every row are titled and set.
type Column struct {
	// Title is the column's heading. On a narrow screen it stands before each cell.
	Title string
	// Width is a hint: the share of the table's width in percent, 1 to 100; 0 lets the content decide.
	Width int
	// Align says to which side the cells are set.
	Align Align
	// Header is true where the cells name their row, as an identifier does.
	Header bool
}

// Align says to which side text is set. The zero Align is the side where lines begin.
type Align string

const (
	AlignStart  Align = ""       // where lines begin
	AlignCenter Align = "center" // in the middle
	AlignEnd    Align = "end"    // where lines end: for numbers that are compared
)

// Aligns lists the sides.
func Aligns() []Align { return []Align{AlignStart, AlignCenter, AlignEnd} }

// IsValid reports whether a is one of the three sides.
func (a Align) IsValid() bool { return a == AlignStart || a == AlignCenter || a == AlignEnd }

// EnumValues lists the spellings of a side, for JSON Schema.
func (Align) EnumValues() []string { return []string{"", "center", "end"} }

// A Row is one line of a table: either cells, one for each column, or a heading for the rows that follow it.
type Row struct {
	// ID is the row's anchor, with the form of [Section].ID; "" for none.
	ID string
	// Heading, unless empty, makes this a line across all columns that titles the rows up to the next heading. Such
	// a row has no cells.
	Heading Text
	// Cells are one for each column. Writers leave a missing cell blank, and put what has no column into the last.
	Cells []Cell
}

// A Cell is a label, a text and blocks, each of which may be absent, in that order.
type Cell struct {
	// Label is a short status in words, such as "Deviation", set apart from the text.
	Label string
	// Tone says how the label is meant. A tone without a label is shown in words too.
	Tone Tone
	// Text is the content of most cells.
	Text Text
	// Blocks are content that one text cannot hold, such as a list.
	Blocks []Block
}

// Tone says how a label is meant. It adds colour to words and never replaces them. The zero Tone says nothing.
type Tone string

const (
	Neutral   Tone = "neutral"   // neither good nor bad
	Good      Tone = "good"      // as it should be
	Attention Tone = "attention" // somebody should look
	Bad       Tone = "bad"       // not as it should be
	Absent    Tone = "absent"    // nothing is known; never the same as good
)

// Tones lists the tones.
func Tones() []Tone { return []Tone{Neutral, Good, Attention, Bad, Absent} }

// IsValid reports whether t is one of the five tones.
func (t Tone) IsValid() bool {
	switch t {
	case Neutral, Good, Attention, Bad, Absent:
		return true
	}
	return false
}

// EnumValues lists the spellings of a tone, for JSON Schema.
func (Tone) EnumValues() []string { return []string{"neutral", "good", "attention", "bad", "absent"} }

// label returns the words that the cell's status is written in: never none where there is a tone.
func (c Cell) label() string {
	if c.Label == "" {
		return string(c.Tone)
	}
	return c.Label
}

func (c *Cell) isEmpty() bool {
	return c.Label == "" && c.Tone == "" && len(c.Text) == 0 && len(c.Blocks) == 0
}

// untitled reports whether no column of t has a title.
func (t *Table) untitled() bool {
	for _, c := range t.Columns {
		if c.Title != "" {
			return false
		}
	}
	return true
}
