package criteria

import "iter"

// A Criterion is one of the 61 trust services criteria.
type Criterion struct {
	// ID is the published identifier, such as CC6.1.
	ID ID `json:"id"`
	// Series is the group that the criterion belongs to, such as CC6.
	Series SeriesID `json:"series"`
	// Title says in a few words what the criterion is about. It is this project's wording.
	Title string `json:"title"`
	// Summary says in one or two sentences what the criterion asks of a service organization. It is this project's
	// wording and does not stand in for the official text.
	Summary string `json:"summary"`
	// Categories lists the categories whose examination uses the criterion: all five for a common criterion, else one.
	Categories []Category `json:"categories"`
	// COSOPrinciple is the number, from 1 to 17, of the principle of the COSO internal control framework that the
	// criterion is built on; 0 means none.
	COSOPrinciple int `json:"cosoPrinciple,omitempty"`
}

// Get returns the criterion named id; ok is false if id is not published.
func Get(id ID) (c Criterion, ok bool) {
	i := id.position()
	if i < 0 {
		return Criterion{}, false
	}
	return catalog[i].criterion(), true
}

// All yields the 61 criteria in published order.
func All() iter.Seq[Criterion] {
	return where(func(ID) bool { return true })
}

// InSeries yields the criteria of series s in published order; none if s is not valid.
func InSeries(s SeriesID) iter.Seq[Criterion] {
	return where(func(id ID) bool { return id.Series() == s })
}

// InCategory yields the criteria that an examination of c uses, in published order: the common criteria, then those
// that c adds. It yields none if c is not valid.
func InCategory(c Category) iter.Seq[Criterion] {
	return where(func(id ID) bool { return c.uses(id) })
}

// Applicable returns the criteria that an examination of the given categories uses, in published order: the common
// criteria always, even for no category, then those that the categories add. Order and repeats in cats do not matter;
// a category that is not valid adds nothing.
func Applicable(cats ...Category) []ID {
	var ids []ID
	for _, row := range catalog {
		if row.id.IsCommon() {
			ids = append(ids, row.id)
			continue
		}
		for _, c := range cats {
			if c.uses(row.id) {
				ids = append(ids, row.id)
				break
			}
		}
	}
	return ids
}

// uses reports whether an examination of c uses id.
func (c Category) uses(id ID) bool {
	row, position := id.locate()
	return position >= 0 && c.IsValid() && (row.category == "" || row.category == c)
}

// where yields the criteria whose ID satisfies keep, in published order.
func where(keep func(ID) bool) iter.Seq[Criterion] {
	return func(yield func(Criterion) bool) {
		for _, row := range catalog {
			if keep(row.id) && !yield(row.criterion()) {
				return
			}
		}
	}
}

// A catalogRow is what has to be written down about a criterion; the rest follows from its ID.
type catalogRow struct {
	id             ID
	cosoPrinciple  int
	title, summary string
}

func (r catalogRow) criterion() Criterion {
	row, _ := r.id.locate()
	var cats []Category
	if row.category == "" {
		cats = Categories()
	} else {
		cats = []Category{row.category}
	}
	return Criterion{
		ID:            r.id,
		Series:        row.id,
		Title:         r.title,
		Summary:       r.summary,
		Categories:    cats,
		COSOPrinciple: r.cosoPrinciple,
	}
}
