package sampling

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestQueriesQuoteNames(t *testing.T) {
	pending, err := Commit(v1Items, v1Request)
	require.NoError(t, err)
	for _, d := range Dialects() {
		q, err := pending.Queries(d, Table{`a"; DROP TABLE x; --`, `b"c`, `d'"e`}, v1Randomness)
		require.NoError(t, err)
		for _, sql := range []string{q.Check, q.Sorted, q.Selected} {
			require.Contains(t, sql, `FROM "a""; DROP TABLE x; --"."b""c"`)
			require.Contains(t, sql, `CAST("d'""e" AS`)
			require.NotContains(t, sql, "%!")
		}
	}
}

// The queries about the population are those that a record gives, without one.
func TestQueriesOfTable(t *testing.T) {
	pending, err := Commit(v1Items, v1Request)
	require.NoError(t, err)
	table := Table{Name: "t", Column: "c"}
	for _, d := range Dialects() {
		alone, err := table.Queries(d)
		require.NoError(t, err)
		ofRecord, err := pending.Queries(d, table, nil)
		require.NoError(t, err)
		require.Equal(t, alone, ofRecord)
		require.Empty(t, alone.Selected)
	}
	_, err = table.Queries("")
	require.ErrorContains(t, err, "one of postgres, duckdb expected")
	_, err = Table{}.Queries(DuckDB)
	require.ErrorContains(t, err, "name of the table")
}

func TestQueriesRefuse(t *testing.T) {
	pending, err := Commit(v1Items, v1Request)
	require.NoError(t, err)
	drawn, err := pending.Draw(v1Items, v1Randomness)
	require.NoError(t, err)
	table := Table{Name: "t", Column: "c"}
	reseeded, recommitted, larger := drawn, drawn, drawn
	reseeded.Seed, recommitted.Commitment, larger.PopulationSize = v1Root, v1Root, 11
	for says, call := range map[string]func() (Queries, error){
		`dialect "oracle"`:          func() (Queries, error) { return pending.Queries("oracle", table, nil) },
		`dialect ""`:                func() (Queries, error) { return pending.Queries("", table, nil) },
		"name of the table: empty":  func() (Queries, error) { return pending.Queries(DuckDB, Table{Column: "c"}, nil) },
		"name of the column: empty": func() (Queries, error) { return pending.Queries(DuckDB, Table{Name: "t"}, nil) },
		"name of the schema: cont":  func() (Queries, error) { return pending.Queries(DuckDB, Table{"\x00", "t", "c"}, nil) },
		"/context":                  func() (Queries, error) { return Selection{}.Queries(DuckDB, table, nil) },
		"holds randomness already":  func() (Queries, error) { return drawn.Queries(DuckDB, table, v1Randomness) },
		"3 bytes; 16 to 1024":       func() (Queries, error) { return pending.Queries(DuckDB, table, []byte("abc")) },
		"0 bytes; 16 to 1024":       func() (Queries, error) { return pending.Queries(DuckDB, table, []byte{}) },
		"seed differs":              func() (Queries, error) { return reseeded.Queries(DuckDB, table, nil) },
		"commitment differs":        func() (Queries, error) { return recommitted.Queries(DuckDB, table, nil) },
		"sampling: commitment":      func() (Queries, error) { return larger.Queries(DuckDB, table, nil) },
	} {
		q, err := call()
		require.ErrorContains(t, err, says)
		require.Equal(t, Queries{}, q)
	}
}
