package sampling

import (
	"bufio"
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var (
	postgres = flag.String("postgres", "", "connection string of a PostgreSQL server whose database may be written to")
	duckDB   = flag.String("duckdb", "", "folder that holds testdata/duckdb with its modules installed")
)

// A database is a real engine that the queries are run on.
type database interface {
	// load makes a table with one column of texts.
	load(t *testing.T, table Table, ids []string)
	// open runs a query; the reader gives its rows as lines of fields with a TAB between, and wait ends it.
	open(t *testing.T, sql string) (rows io.Reader, wait func())
}

type postgresServer struct{ connection string }

func (p postgresServer) psql(sql string) *exec.Cmd {
	cmd := exec.Command("psql", "-X", "-q", "-A", "-t", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-v", "FETCH_COUNT=10000", "-d", p.connection, "-c", sql)
	cmd.Stderr = os.Stderr
	return cmd
}

func (p postgresServer) load(t *testing.T, table Table, ids []string) {
	if table.Schema == "" {
		table.Schema = "public"
	}
	name := quoted(table.Schema) + "." + quoted(table.Name)
	require.NoError(t, p.psql(fmt.Sprintf("SET client_min_messages TO warning; CREATE SCHEMA IF NOT EXISTS %s; DROP TABLE IF EXISTS %s; CREATE TABLE %s (%s text)",
		quoted(table.Schema), name, name, quoted(table.Column))).Run())
	load := p.psql(fmt.Sprintf("COPY %s FROM STDIN", name))
	load.Stdin = strings.NewReader(strings.ReplaceAll(strings.Join(ids, "\n")+"\n", `\`, `\\`))
	require.NoError(t, load.Run())
}

func (p postgresServer) open(t *testing.T, sql string) (io.Reader, func()) {
	return running(t, p.psql(sql))
}

func running(t *testing.T, cmd *exec.Cmd) (io.Reader, func()) {
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	return out, func() { require.NoError(t, cmd.Wait()) }
}

type duckDBFile struct{ folder, file string }

func (d duckDBFile) node(t *testing.T, request any) *exec.Cmd {
	b, err := json.Marshal(request)
	require.NoError(t, err)
	cmd := exec.Command("node", filepath.Join(d.folder, "query.mjs"), d.file)
	cmd.Stdin, cmd.Stderr = bytes.NewReader(b), os.Stderr
	return cmd
}

func (d duckDBFile) load(t *testing.T, table Table, ids []string) {
	if table.Schema == "" {
		table.Schema = "main"
	}
	name := quoted(table.Schema) + "." + quoted(table.Name)
	for _, sql := range []string{
		"CREATE SCHEMA IF NOT EXISTS " + quoted(table.Schema),
		fmt.Sprintf("CREATE OR REPLACE TABLE %s (%s VARCHAR)", name, quoted(table.Column)),
	} {
		require.NoError(t, d.node(t, map[string]string{"sql": sql}).Run())
	}
	file := filepath.Join(t.TempDir(), "ids.txt")
	require.NoError(t, os.WriteFile(file, []byte(strings.Join(ids, "\n")+"\n"), 0o600))
	load := d.node(t, map[string]any{"load": map[string]string{"schema": table.Schema, "table": table.Name, "file": file}})
	load.Stdout = os.Stderr
	require.NoError(t, load.Run())
}

func (d duckDBFile) open(t *testing.T, sql string) (io.Reader, func()) {
	return running(t, d.node(t, map[string]string{"sql": sql}))
}

// rowsOf returns the rows of a query.
func rowsOf(t *testing.T, db database, sql string) [][]string {
	out, wait := db.open(t, sql)
	b, err := io.ReadAll(out)
	require.NoError(t, err)
	wait()
	var rows [][]string
	for line := range strings.Lines(string(b)) {
		rows = append(rows, strings.Split(strings.TrimSuffix(line, "\n"), "\t"))
	}
	return rows
}

// streamFrom yields the rows of a query with one column as they arrive.
func streamFrom(t *testing.T, db database, sql string) iter.Seq2[string, error] {
	return func(yield func(string, error) bool) {
		out, wait := db.open(t, sql)
		lines := bufio.NewScanner(out)
		for lines.Scan() {
			if !yield(lines.Text(), nil) {
				break
			}
		}
		if err := lines.Err(); err != nil {
			yield("", err)
			return
		}
		_, err := io.Copy(io.Discard, out)
		require.NoError(t, err)
		wait()
	}
}

// Each engine selects, row for row, what the package selects in memory.
func TestEngines(t *testing.T) {
	t.Run(string(Postgres), func(t *testing.T) {
		if *postgres == "" {
			t.Skip("no PostgreSQL server is named; .ci/selection starts one and passes -postgres")
		}
		selectInside(t, postgresServer{*postgres}, Postgres)
	})
	t.Run(string(DuckDB), func(t *testing.T) {
		if *duckDB == "" {
			t.Skip("no DuckDB is named; .ci/selection installs one and passes -duckdb")
		}
		selectInside(t, duckDBFile{*duckDB, filepath.Join(t.TempDir(), "test.duckdb")}, DuckDB)
	})
}

func selectInside(t *testing.T, db database, d Dialect) {
	r := rand.New(rand.NewPCG(17, 18))
	odd := append(randomPopulation(r, 3000), "Z", "a", "\u00e9", "\U0001F600", "\uFB33", "a b", " a", "a ", `back\slash`, `\N`, `"quoted"`,
		"O'Brien", "=1+1", "$1", "\u0080", "\u202e", strings.Repeat("x", 1024), strings.Repeat("\u00e9", 512))
	r.Shuffle(len(odd), func(i, j int) { odd[i], odd[j] = odd[j], odd[i] })

	for _, c := range []struct {
		name     string
		table    Table
		ids      []string
		requests []Request
	}{
		{"odd", Table{"audit 2026", `Q1 "changes"`, `Id's`}, odd, []Request{
			{Context: "a", Size: 25, ReserveSize: 5}, {Context: "b", Size: 40, Method: Systematic},
			{Context: "c", Size: int64(len(odd))}, {Context: "d", Size: int64(len(odd)), Method: Systematic}, {Context: "e", Size: 1, Method: Systematic},
		}},
		{"million", Table{Name: "invoices", Column: "id"}, shuffled(1_000_000), []Request{
			{Context: "a", Size: 60, ReserveSize: 10}, {Context: "b", Size: 5000, ReserveSize: 100}, {Context: "c", Size: 999, Method: Systematic},
		}},
	} {
		t.Run(c.name, func(t *testing.T) {
			db.load(t, c.table, c.ids)
			frame, err := NewFrame(c.ids, &FrameOptions{Workers: 2})
			require.NoError(t, err)
			for _, req := range c.requests {
				req.Beacon = "dice/20d10"
				selectInsideOnce(t, db, d, c.table, frame, req)
			}
		})
	}

	t.Run("parts", func(t *testing.T) {
		pending, err := Commit(odd, Request{Context: "parts", Size: 30, ReserveSize: 10, Beacon: "dice/20d10"})
		require.NoError(t, err)
		want, err := pending.Draw(odd, v1Randomness)
		require.NoError(t, err)
		var parts []Part
		var streams []iter.Seq2[string, error]
		for i, ids := range [][]string{odd[:12], odd[12:1500], odd[1500:]} {
			table := Table{Name: fmt.Sprint("part", i), Column: "id"}
			db.load(t, table, ids)
			q, err := pending.Queries(d, table, v1Randomness)
			require.NoError(t, err)
			part, err := pending.PartOf(countOf(t, db, q), column(rowsOf(t, db, q.Selected), 1), v1Randomness)
			require.NoError(t, err)
			parts = append(parts, part)
			streams = append(streams, streamFrom(t, db, q.Sorted))
		}
		got, err := pending.DrawParts(parts, v1Randomness)
		require.NoError(t, err)
		require.Equal(t, want, got)
		require.NoError(t, got.VerifyStream(MergeSorted(streams...)))
	})

	t.Run("check", func(t *testing.T) {
		table := Table{Name: "faulty", Column: "id"}
		db.load(t, table, []string{"a", "a", "", "b\x7f", "c\x1f", strings.Repeat("x", 1025), strings.Repeat("\u00e9", 513), "fine \u0080"})
		pending, err := Commit(v1Items, v1Request)
		require.NoError(t, err)
		q, err := pending.Queries(d, table, nil)
		require.NoError(t, err)
		require.Equal(t, [][]string{{"8", "7", "5"}}, rowsOf(t, db, q.Check))
		require.Empty(t, q.Selected)
		rowsOf(t, db, fmt.Sprintf(`INSERT INTO %s SELECT NULL`, quoted(table.Name)))
		require.Equal(t, [][]string{{"9", "7", "6"}}, rowsOf(t, db, q.Check))
	})

	t.Run("numbers", func(t *testing.T) {
		rowsOf(t, db, "CREATE TABLE numbers (n bigint)")
		series := "generate_series(1, 1000)"
		rowsOf(t, db, "INSERT INTO numbers SELECT * FROM "+series)
		frame, err := NewFrame(items(1000, "%d"), nil)
		require.NoError(t, err)
		for _, method := range Methods() {
			selectInsideOnce(t, db, d, Table{Name: "numbers", Column: "n"}, frame, Request{Context: "n", Size: 33, Method: method, Beacon: "dice/20d10"})
		}
	})
}

func countOf(t *testing.T, db database, q Queries) int64 {
	rows := rowsOf(t, db, q.Check)
	require.Len(t, rows, 1)
	require.Equal(t, rows[0][0], rows[0][1], "identifiers are distinct")
	require.Equal(t, "0", rows[0][2])
	n, err := strconv.ParseInt(rows[0][0], 10, 64)
	require.NoError(t, err)
	return n
}

func column(rows [][]string, at int) []string {
	var fields []string
	for _, row := range rows {
		fields = append(fields, row[at])
	}
	return fields
}

func selectInsideOnce(t *testing.T, db database, d Dialect, table Table, frame Frame, req Request) {
	t.Helper()
	pending, err := frame.Commit(req)
	require.NoError(t, err)
	want, err := frame.Complete(pending, v1Randomness)
	require.NoError(t, err)
	q, err := pending.Queries(d, table, v1Randomness)
	require.NoError(t, err)
	fromDrawn, err := want.Queries(d, table, nil)
	require.NoError(t, err)
	require.Equal(t, q, fromDrawn)

	require.Equal(t, frame.Size(), countOf(t, db, q))
	committed, err := CommitStream(streamFrom(t, db, q.Sorted), req)
	require.NoError(t, err)
	require.Equal(t, pending, committed)

	rows := rowsOf(t, db, q.Selected)
	expected := slices.Concat(want.Sample, want.Reserve)
	require.Len(t, rows, len(expected))
	for i, row := range rows {
		require.Equal(t, strconv.Itoa(i+1), row[0])
		require.Equal(t, expected[i], row[1])
		if want.Method == Simple {
			require.Equal(t, string(want.Tickets[i]), row[2])
		}
	}
	if want.Method == Simple {
		part, err := pending.PartOf(frame.Size(), column(rows, 1), v1Randomness)
		require.NoError(t, err)
		got, err := pending.DrawParts([]Part{part}, v1Randomness)
		require.NoError(t, err)
		require.Equal(t, want, got)
	}
}
