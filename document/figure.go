package document

// A Figure is a drawing of numbers, given as the numbers: points joined by lines, or rows of intervals below each other.
// Writers draw it where the format can, and always give the numbers as a table too, for who cannot see the drawing.
// Nothing in it is said by colour alone.
type Figure struct {
	// ID is the figure's anchor, with the form of [Section].ID; "" for none.
	ID string
	// Title names the figure. Required.
	Title string
	// Caption says what is to be seen in it.
	Caption Text
	// X is the axis from left to right, of all numbers of a figure with rows.
	X Axis
	// Y is the axis upwards. A figure with rows has none.
	Y Axis
	// Series are the curves, at most 6.
	Series []Series
	// Lines are numbers on an axis that the rest is compared with, at most 20.
	Lines []ReferenceLine
	// Markers are points that are pointed out, at most 50.
	Markers []Marker
	// Rows are intervals, the first at the top, at most 200. A figure with rows has neither series nor markers.
	Rows []IntervalRow
	// RowNames name what a row holds, in the legend and in the table. Required where there are rows.
	RowNames RowNames
}

// An Axis says what the numbers in one direction are.
type Axis struct {
	// Label names the numbers, with their unit where it does not follow from the name. Required.
	Label string
	// From and To are the ends of the axis; everything lies between them. With both 0 the axis goes from 0 (or the
	// smallest number, where that is below) to the largest number and a little further.
	From, To float64
	// Percent is true where the numbers are shares of one, to be shown as percentages: 0.05 as 5 %.
	Percent bool
}

// A Series is points that a line joins, in the order given.
type Series struct {
	// Name tells the series from others. Required.
	Name string
	// Tone says how the series is meant; the zero Tone says nothing.
	Tone Tone
	// Points are the numbers. At least one.
	Points []Point
}

// A Point is two numbers, one on each axis.
type Point struct {
	// X is the number on the axis from left to right.
	X float64
	// Y is the number on the axis upwards.
	Y float64
}

// A ReferenceLine is a number that others are compared with, drawn from one side of the figure to the other.
type ReferenceLine struct {
	// Label says what the number is. Required.
	Label string
	// At is the number.
	At float64
	// Level is true for a line from left to right at a number of the axis upwards. The others rise from the axis below.
	Level bool
}

// A Marker is a point that is pointed out.
type Marker struct {
	// Label says what is at the point. Required.
	Label string
	// Tone says how it is meant; the zero Tone says nothing.
	Tone Tone
	// Point is where it lies.
	Point
}

// An IntervalRow is one interval with a number in it, such as limits and an estimate, or the statement that there is none.
type IntervalRow struct {
	// Label names the row. Required.
	Label string
	// State says in words how the interval stands to what it is compared with. Required where there is a tone, and where
	// there is no interval.
	State string
	// Tone says how State is meant; the zero Tone says nothing.
	Tone Tone
	// Unknown is true where there is no interval. The row is then drawn as one of which nothing is known, whatever else
	// it holds; From, Value and To are 0.
	Unknown bool
	// From and To are the ends of the interval.
	From, To float64
	// Value is the number in the interval, from From to To.
	Value float64
	// Lines are the numbers that this row is compared with, at most 4. A line that is the same in every row is drawn once
	// through all of them.
	Lines []ReferenceLine
}

// RowNames name what an [IntervalRow] holds.
type RowNames struct {
	Label string // what the rows are, such as "Control"
	State string // what State says, such as "Conclusion"
	From  string // what From is, such as "Lower limit"
	Value string // what Value is, such as "Rate found"
	To    string // what To is, such as "Upper limit"
}

func (*Figure) block() {}

// Bounds of a figure, which keep a drawing one that can be read. Writers draw what is within them.
const (
	maxFigureSeries   = 6
	maxFigurePoints   = 10_000 // of one series
	maxFigureLines    = 20
	maxFigureMarkers  = 50
	maxFigureRows     = 200
	maxFigureRowLines = 4
	// maxFigureNumber is the largest number; beyond it labels would have no room.
	maxFigureNumber = 1e12
	// minFigureSpan is the shortest axis, by itself and as a share of its larger end: below it ticks would be equal.
	minFigureSpan = 1e-9
)

// first returns what a writer draws of a list.
func first[T any](list []T, most int) []T { return list[:min(len(list), most)] }

// sharedLines returns the lines that every row has, in the order of the first row.
func (f *Figure) sharedLines() []ReferenceLine {
	var shared []ReferenceLine
	if len(f.Rows) == 0 {
		return nil
	}
	for _, line := range first(f.Rows[0].Lines, maxFigureRowLines) {
		everywhere := true
		for i := range first(f.Rows, maxFigureRows) {
			everywhere = everywhere && f.Rows[i].hasLine(line)
		}
		if everywhere {
			shared = append(shared, line)
		}
	}
	return shared
}

func (r *IntervalRow) hasLine(line ReferenceLine) bool {
	for _, own := range first(r.Lines, maxFigureRowLines) {
		if own.Label == line.Label && own.At == line.At {
			return true
		}
	}
	return false
}
