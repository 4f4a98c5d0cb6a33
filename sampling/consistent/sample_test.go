package consistent_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/sampling/consistent"
)

func ExampleSample() {
	tickets, err := consistent.Sample([]string{"A-1", "A-2", "A-3", "B-1", "B-2", "B-3"}, "314159", 3)
	if err != nil {
		panic(err)
	}
	for _, t := range tickets {
		fmt.Println(t.Short(9), t.ID)
	}
	// Output:
	// 0.410310858 B-2
	// 0.470960291 B-3
	// 0.471438751 A-3
}

func TestVectors(t *testing.T) {
	b, err := os.ReadFile("../../../shared/data/sampling/consistent_sampler.json")
	if errors.Is(err, fs.ErrNotExist) {
		t.Skip("the shared vectors are not beside this checkout: consistent_sampler")
	}
	require.NoError(t, err)
	var file struct {
		Data struct {
			Primitives struct {
				First struct{ ID, Seed, Value string } `json:"first_fraction"`
				Next  struct{ X, Y string }            `json:"next_fraction"`
			}
			Cases []struct {
				IDs         []string
				Seed        string
				Replacement bool `json:"with_replacement"`
				Take        int
				Order       []string
				Tickets     []string
				Generations []int64
				Full        string `json:"first_full_ticket"`
			}
		}
	}
	require.NoError(t, json.Unmarshal(b, &file))
	first := file.Data.Primitives.First
	require.Equal(t, consistent.Ticket{Number: first.Value, ID: first.ID, Generation: 1}, consistent.First(first.ID, first.Seed))
	next, err := consistent.Ticket{Number: file.Data.Primitives.Next.X}.Next()
	require.NoError(t, err)
	require.Equal(t, file.Data.Primitives.Next.Y, next.Number)
	require.NotEmpty(t, file.Data.Cases)
	for i, c := range file.Data.Cases {
		draw := consistent.Sample
		if c.Replacement {
			draw = consistent.SampleWithReplacement
		}
		got, err := draw(c.IDs, c.Seed, c.Take)
		require.NoError(t, err)
		var order, short []string
		var generations []int64
		for _, ticket := range got {
			order, short, generations = append(order, ticket.ID), append(short, ticket.Short(9)), append(generations, ticket.Generation)
		}
		require.Equal(t, c.Order, order, "case %d", i)
		require.Equal(t, c.Tickets, short, "case %d", i)
		require.Equal(t, c.Generations, generations, "case %d", i)
		require.Equal(t, c.Full, got[0].Number, "case %d", i)
	}
}

// The vectors of the reference implementation's own documentation.
func TestDocumentedVectors(t *testing.T) {
	first := consistent.First("AB-130", "01382438112797316654")
	require.Equal(t, "0.26299714122838008416507544297546663599715395525154425586041245287750224561854", first.Number)
	next, err := first.Next()
	require.NoError(t, err)
	require.Equal(t, "0.8232357229934205790595761924514048157652891124687533667363938813600770093316", next.Number)
	require.EqualValues(t, 2, next.Generation)
	require.Equal(t, "0.9991234", consistent.Ticket{Number: "0.9991234567890"}.Short(4))
}

// What gives the method its name: adding items leaves the order of the others as it was.
func TestConsistency(t *testing.T) {
	var ids []string
	for i := range 60 {
		ids = append(ids, fmt.Sprintf("PR-%d", i))
	}
	for _, draw := range []func([]string, string, int) ([]consistent.Ticket, error){consistent.Sample, consistent.SampleWithReplacement} {
		whole, err := draw(ids, "seed", 60)
		require.NoError(t, err)
		require.True(t, slices.IsSortedFunc(whole, func(a, b consistent.Ticket) int { return strings.Compare(a.Number, b.Number) }))
		even := func(ticket consistent.Ticket) bool { return slices.Index(ids, ticket.ID)%2 == 0 }
		var part []string
		for i := 0; i < len(ids); i += 2 {
			part = append(part, ids[i])
		}
		want := slices.DeleteFunc(slices.Clone(whole), func(ticket consistent.Ticket) bool { return !even(ticket) })
		got, err := draw(part, "seed", len(want))
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
}

func TestRefuses(t *testing.T) {
	ids := []string{"a", "b"}
	for name, call := range map[string]func() error{
		"0 to 2 expected":               func() error { _, err := consistent.Sample(ids, "s", 3); return err },
		"-1 items":                      func() error { _, err := consistent.Sample(ids, "s", -1); return err },
		"items 0 and 2 are the same":    func() error { _, err := consistent.Sample([]string{"a", "b", "a"}, "s", 1); return err },
		"items 1 and 2 are the same":    func() error { _, err := consistent.SampleWithReplacement([]string{"a", "b", "b"}, "s", 1); return err },
		"1 draws from 0 items":          func() error { _, err := consistent.SampleWithReplacement(nil, "s", 1); return err },
		"-1 draws":                      func() error { _, err := consistent.SampleWithReplacement(ids, "s", -1); return err },
		"drawn 10000 times":             func() error { _, err := consistent.SampleWithReplacement(ids[:1], "s", 1<<30); return err },
		"0. and digits":                 func() error { _, err := consistent.Ticket{Number: "0.1x"}.Next(); return err },
		"ticket number: 0. and digits ": func() error { _, err := consistent.Ticket{}.Next(); return err },
		"characters; at most": func() error {
			_, err := consistent.Ticket{Number: "0." + strings.Repeat("1", 1<<15)}.Next()
			return err
		},
	} {
		require.ErrorContains(t, call(), name)
	}
	empty, err := consistent.Sample(nil, "s", 0)
	require.NoError(t, err)
	require.Empty(t, empty)
}

func TestNextOfNines(t *testing.T) {
	for _, number := range []string{"0.9", "0.99", "0.0", "0.98", "0.9999999999999999999999999999999999999999999999999999999999"} {
		next, err := consistent.Ticket{Number: number}.Next()
		require.NoError(t, err)
		require.Greater(t, next.Number, number)
		require.Less(t, next.Number, "1")
	}
}

func FuzzTicket(f *testing.F) {
	f.Add("0.25471", 9)
	f.Add("0.999", 0)  // nothing but nines
	f.Add("0.", 3)     // no digits
	f.Add("1.5", -1)   // not below 1
	f.Add("0.1e5", 12) // no plain decimal
	f.Fuzz(func(t *testing.T, number string, digits int) {
		ticket := consistent.Ticket{Number: number}
		require.True(t, strings.HasPrefix(number, ticket.Short(digits)))
		if next, err := ticket.Next(); err == nil {
			require.Greater(t, next.Number, number)
			require.Less(t, next.Number, "1")
		}
	})
}

func BenchmarkSample(b *testing.B) {
	for _, n := range []int{1_000, 10_000, 100_000} {
		ids := make([]string, n)
		for i := range ids {
			ids[i] = fmt.Sprintf("INV-2025-%07d", i)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := consistent.Sample(ids, "20261122", 25); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
