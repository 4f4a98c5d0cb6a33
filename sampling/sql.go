package sampling

import (
	"fmt"
	"slices"
	"strings"
)

// A Dialect is the SQL of a database engine that can compute tickets.
//
// The zero Dialect names no engine.
type Dialect string

const (
	Postgres Dialect = "postgres" // PostgreSQL from 11; the encoding of the database is UTF8
	DuckDB   Dialect = "duckdb"   // DuckDB; tested with 1.5
)

var dialects = []Dialect{Postgres, DuckDB}

// Dialects lists the dialects.
func Dialects() []Dialect { return slices.Clone(dialects) }

// IsValid reports whether d is one of [Dialects].
func (d Dialect) IsValid() bool { return slices.Contains(dialects, d) }

// EnumValues lists the spellings of a dialect.
func (Dialect) EnumValues() []string { return []string{"postgres", "duckdb"} }

// A Table says where a population lies in a database: one row for each item. Names are exact, with upper and lower case as the
// engine keeps them; each is quoted, whatever it holds.
type Table struct {
	// Schema is the schema of the table; empty for the one that the engine finds by itself.
	Schema string
	// Name is the name of the table or view. Required.
	Name string
	// Column is the column of item identifiers. Required. What is not text is cast to text, and the identifier is what that gives.
	Column string
}

// Queries are the SQL of a selection, for a population that is selected where it lies. None of them ends in a semicolon.
type Queries struct {
	// Check gives one row: items, how many rows there are; distinct_items, how many different identifiers; and invalid, how many
	// identifiers are missing or against the rule of [CheckItem]. The first two equal the size of the population, the last is 0.
	Check string
	// Sorted gives the column id, sorted by bytes: the stream that [CommitStream] and [Selection.VerifyStream] read.
	Sorted string
	// Selected gives the columns place, counted from 1, and id, in the order of selection: the sample and then the reserve; and of
	// a simple selection ticket, in hexadecimal. It is empty where the record is pending and no randomness is given.
	//
	// [Selection.PartOf] takes the identifiers of a simple selection, of one table or of several that hold a part each.
	Selected string
}

// Queries returns the SQL about the population alone, which is needed before there is a commitment: Selected is empty.
//
// It fails if the dialect is unknown, or if a name is empty or has control characters.
func (t Table) Queries(d Dialect) (Queries, error) {
	e, source, err := t.source(d)
	if err != nil {
		return Queries{}, err
	}
	return Queries{Check: fmt.Sprintf(e.check, source), Sorted: fmt.Sprintf("SELECT id\nFROM %s\nORDER BY %s", source, e.order)}, nil
}

// Queries returns the SQL by which an engine selects what s selects. The randomness is that of a pending record, or nil for the
// queries that need none; a drawn record has its own, and takes nil.
//
// It fails as [Table.Queries] does, and if the record is not sound or its fields contradict each other.
func (s Selection) Queries(d Dialect, from Table, randomness []byte) (Queries, error) {
	if err := refused("queries: the record", s.Validate()); err != nil {
		return Queries{}, err
	}
	q, err := from.Queries(d)
	if err != nil {
		return Queries{}, err
	}
	e, source, err := from.source(d)
	if err != nil {
		return Queries{}, err
	}
	seed, err := s.seedOfQuery(randomness)
	if err != nil {
		return Queries{}, err
	}
	if seed == "" {
		return q, nil
	}
	if s.Method == Systematic {
		b, err := seed.Bytes()
		if err != nil {
			return Queries{}, err
		}
		start := newStream([32]byte(b)).below(uint64(s.PopulationSize))
		q.Selected = fmt.Sprintf(e.systematic, s.Size, start, s.PopulationSize, e.order, source)
	} else {
		q.Selected = fmt.Sprintf(e.simple, seed, source, s.Size+s.ReserveSize, e.order)
	}
	return q, nil
}

// seedOfQuery returns the seed of s, or "" if it has none yet and gets none.
func (s Selection) seedOfQuery(randomness []byte) (Hex, error) {
	switch {
	case !s.IsPending() && randomness != nil:
		return "", fmt.Errorf("sampling: queries: the record holds randomness already; one commitment has one randomness")
	case !s.IsPending():
		again, _, take := s.suppose()
		if take == nil {
			return "", mismatch("seed") // not reached: the record is sound
		}
		if err := s.differs(again); err != nil {
			return "", err
		}
		if s.Seed != again.Seed {
			return "", mismatch("seed")
		}
		return s.Seed, nil
	case randomness == nil:
		return "", nil
	}
	drawn, _, err := s.seedFor(randomness)
	return drawn.Seed, err
}

// source returns the engine of a dialect, and the identifiers of t as a sub-query with the column id.
func (t Table) source(d Dialect) (engine, string, error) {
	e, ok := engines[d]
	if !ok {
		return engine{}, "", fmt.Errorf("sampling: queries: dialect %.40q; one of postgres, duckdb expected", string(d))
	}
	for _, n := range []struct {
		what, name string
		optional   bool
	}{{"schema", t.Schema, true}, {"table", t.Name, false}, {"column", t.Column, false}} {
		if fault := itemFault(n.name); fault != "" && !(n.optional && n.name == "") {
			return engine{}, "", fmt.Errorf("sampling: queries: name of the %s: %s", n.what, fault)
		}
	}
	name := quoted(t.Name)
	if t.Schema != "" {
		name = quoted(t.Schema) + "." + name
	}
	return e, fmt.Sprintf("(SELECT CAST(%s AS %s) AS id FROM %s) AS items", quoted(t.Column), e.text, name), nil
}

// quoted returns name as a delimited identifier, in which a quotation mark is doubled.
func quoted(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

// An engine is what the SQL of one dialect is made of.
type engine struct {
	text       string // the type of texts
	order      string // id, ordered by bytes
	check      string // source
	simple     string // seed, source, items to select, order
	systematic string // items to select, start, size of the population, order, source
}

// i·N may be as large as 2^64 in the systematic queries, so that it is computed in a wider type.
var engines = map[Dialect]engine{
	Postgres: {
		text:  "text",
		order: `id COLLATE "C"`,
		check: `SELECT count(*) AS items, count(DISTINCT convert_to(id, 'UTF8')) AS distinct_items,
  count(*) FILTER (WHERE id IS NULL OR octet_length(convert_to(id, 'UTF8')) NOT BETWEEN 1 AND 1024
    OR id COLLATE "C" ~ '[\u0001-\u001F\u007F]') AS invalid
FROM %[1]s`,
		simple: `SELECT row_number() OVER (ORDER BY ticket, %[4]s) AS place, id, encode(ticket, 'hex') AS ticket
FROM (
  SELECT id, sha256(decode('%[1]s', 'hex') || convert_to(id, 'UTF8')) AS ticket
  FROM %[2]s
  ORDER BY ticket, %[4]s
  LIMIT %[3]d
) AS selected
ORDER BY place`,
		systematic: `SELECT spaced.i + 1 AS place, placed.id
FROM (
  SELECT i, CAST((%[2]d + div(CAST(i AS numeric) * %[3]d, %[1]d)) %% %[3]d AS bigint) AS at_row
  FROM generate_series(CAST(0 AS bigint), CAST(%[1]d AS bigint) - 1) AS series (i)
) AS spaced
JOIN (
  SELECT id, row_number() OVER (ORDER BY %[4]s) - 1 AS at_row
  FROM %[5]s
) AS placed ON placed.at_row = spaced.at_row
ORDER BY place`,
	},
	DuckDB: {
		text:  "VARCHAR",
		order: `encode(id)`,
		check: `SELECT count(*) AS items, count(DISTINCT encode(id)) AS distinct_items,
  count(*) FILTER (WHERE id IS NULL OR octet_length(encode(id)) NOT BETWEEN 1 AND 1024
    OR regexp_matches(id, '[\x00-\x1F\x7F]')) AS invalid
FROM %[1]s`,
		simple: `SELECT row_number() OVER (ORDER BY ticket, %[4]s) AS place, id, ticket
FROM (
  SELECT id, sha256(from_hex('%[1]s') || encode(id)) AS ticket
  FROM %[2]s
  ORDER BY ticket, %[4]s
  LIMIT %[3]d
) AS selected
ORDER BY place`,
		systematic: `SELECT spaced.i + 1 AS place, placed.id
FROM (
  SELECT i, CAST((%[2]d + (CAST(i AS HUGEINT) * %[3]d) // %[1]d) %% %[3]d AS BIGINT) AS at_row
  FROM range(CAST(0 AS BIGINT), CAST(%[1]d AS BIGINT)) AS series (i)
) AS spaced
JOIN (
  SELECT id, row_number() OVER (ORDER BY %[4]s) - 1 AS at_row
  FROM %[5]s
) AS placed ON placed.at_row = spaced.at_row
ORDER BY place`,
	},
}
