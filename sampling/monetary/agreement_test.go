package monetary

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAgrees(t *testing.T) {
	items := population(100_000, 900, 800, 700, 600, 500)
	s, err := Stratify(slices.Values(items), 4)
	require.NoError(t, err)
	sample, err := s.Select(Cell, slices.Values(items), seeded(3))
	require.NoError(t, err)
	complete := func() Examination {
		e := Examination{Method: Cell, BookValue: sample.BookValue, Size: sample.Size}
		for _, hit := range sample.Hits {
			e.Items = append(e.Items, Examined{hit.ID, hit.Book, hit.Book, hit.Times})
		}
		for _, item := range sample.Top {
			e.Top = append(e.Top, Examined{item.ID, item.Book, item.Book, 0})
		}
		return e
	}
	require.Empty(t, sample.Agrees(complete()))
	require.Empty(t, complete().Validate())
	for want, change := range map[string]func(*Examination){
		"/method sample-differs":            func(e *Examination) { e.Method = FixedInterval },
		"/size sample-differs":              func(e *Examination) { e.Size++ },
		"/bookValue sample-differs":         func(e *Examination) { e.BookValue = "1" },
		"/items hits-unexamined":            func(e *Examination) { e.Items = e.Items[1:] },
		"/top hits-unexamined":              func(e *Examination) { e.Top = nil },
		"/items/0/bookValue sample-differs": func(e *Examination) { e.Items[0].Book = "1" },
		"/items/0/times sample-differs":     func(e *Examination) { e.Items[0].Times = 9 },
		"/top/1/id sample-differs":          func(e *Examination) { e.Top = append(e.Top, Examined{ID: "other"}) },
	} {
		e := complete()
		change(&e)
		var all []string
		for _, found := range sample.Agrees(e) {
			all = append(all, found.Path+" "+string(found.Code))
		}
		require.Equal(t, []string{want}, all)
	}
	require.Empty(t, UnitSample{}.Agrees(Examination{}))
}
