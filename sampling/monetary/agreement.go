package monetary

import "github.com/soc2kit/soc2/problem"

// Agrees lists where an examination differs from the sample that it is about: items that were selected and not examined,
// items that were examined and not selected, and other values or hits than the sample says. Paths are those of the
// examination. An evaluation of an examination that differs is not about the sample.
func (s UnitSample) Agrees(e Examination) problem.List {
	var l problem.List
	if e.Method != s.Method {
		l.Errorf("/method", CodeSampleDiffers, "%.40q; the sample was selected by %.40q", string(e.Method), string(s.Method))
	}
	if e.Size != s.Size {
		l.Errorf("/size", CodeSampleDiffers, "%d; the sample has %d hits", e.Size, s.Size)
	}
	if e.BookValue.Compare(s.BookValue) != 0 {
		l.Errorf("/bookValue", CodeSampleDiffers, "%.40s; the sample was selected from %.40s", string(e.BookValue), string(s.BookValue))
	}
	hits := make([]Hit, len(s.Top))
	for i, item := range s.Top {
		hits[i] = Hit{ID: item.ID, Book: item.Book, Times: 1}
	}
	agree(&l, "items", e.Items, s.Hits)
	agree(&l, "top", e.Top, hits)
	return l
}

// agree lists where the items examined at the member name differ from those selected.
func agree(l *problem.List, name string, examined []Examined, selected []Hit) {
	places := make(map[string]int, len(examined))
	for i, x := range examined {
		places[x.ID] = i
	}
	for _, hit := range selected {
		i, ok := places[hit.ID]
		delete(places, hit.ID)
		switch {
		case !ok:
			l.Errorf("/"+name, CodeUnexamined, "%.40q was selected and not examined", hit.ID)
		case examined[i].Book.Compare(hit.Book) != 0:
			l.Errorf(problem.Pointer(name, i, "bookValue"), CodeSampleDiffers, "%.40s; it was selected at %s", string(examined[i].Book), hit.Book)
		case examined[i].times() != hit.Times:
			l.Errorf(problem.Pointer(name, i, "times"), CodeSampleDiffers, "%d; it was hit %d times", examined[i].times(), hit.Times)
		}
	}
	for i, x := range examined { // those that are left, in order
		if place, ok := places[x.ID]; ok && place == i {
			l.Errorf(problem.Pointer(name, i, "id"), CodeSampleDiffers, "%.40q was not selected", x.ID)
		}
	}
}
