package document

import "cmp"

// Words are those that writers add to a document of their own accord. An empty field means the English word.
type Words struct {
	Contents   string // title of the table of contents: "Contents"
	SkipToText string // first link of a page, for who reads by keyboard: "Skip to the text"
	Status     string // what the document's mark is, for who hears the page: "Status"
	Info       string // title of a note of kind Info: "Note"
	Warning    string // title of a note of kind Warning: "Warning"
	Missing    string // title of a note of kind Missing: "Missing"
	Data       string // what opens the table of a figure's numbers: "Data"
}

func (w Words) orEnglish() Words {
	return Words{
		Contents:   cmp.Or(w.Contents, "Contents"),
		SkipToText: cmp.Or(w.SkipToText, "Skip to the text"),
		Status:     cmp.Or(w.Status, "Status"),
		Info:       cmp.Or(w.Info, "Note"),
		Warning:    cmp.Or(w.Warning, "Warning"),
		Missing:    cmp.Or(w.Missing, "Missing"),
		Data:       cmp.Or(w.Data, "Data"),
	}
}

// noteTitle returns the first line of n.
func (w Words) noteTitle(n *Note) string {
	switch {
	case n.Title != "":
		return n.Title
	case n.Kind == Warning:
		return w.Warning
	case n.Kind == Missing:
		return w.Missing
	}
	return w.Info
}

// defaultContentsDepth is how many levels of sections the contents list.
const defaultContentsDepth = 3

// contentsDepth returns how many levels the contents list for the option given; 0 means none. A document of a single
// section needs no contents.
func contentsDepth(option int, sections []Section) int {
	switch {
	case option < 0 || len(sections) == 0 || len(sections) == 1 && len(sections[0].Sections) == 0:
		return 0
	case option == 0:
		return defaultContentsDepth
	}
	return option
}
