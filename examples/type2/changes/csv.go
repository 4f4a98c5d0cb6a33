package changes

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/soc2kit/soc2/calendar"
)

// columns are those that [ReadCSV] needs; others are passed over.
var columns = []string{"id", "merged_at", "authored_at", "author", "author_name", "author_is_bot", "merger", "merger_name",
	"merger_is_bot", "approvers", "approver_names", "approval_basis", "seq"}

// ReadCSV reads changes from a CSV file with a header. The error joins what is wrong with each row, by line.
func ReadCSV(r io.Reader) ([]Change, error) {
	in := csv.NewReader(r)
	in.ReuseRecord = true
	header, err := in.Read()
	if err != nil {
		return nil, fmt.Errorf("changes: header: %w", err)
	}
	at := make(map[string]int, len(columns))
	var missing []string
	for _, name := range columns {
		i := slices.Index(header, name)
		if i < 0 {
			missing = append(missing, name)
		}
		at[name] = i
	}
	if len(missing) > 0 {
		return nil, fmt.Errorf("changes: header: no column %s", strings.Join(missing, ", "))
	}
	var changes []Change
	var faults []error
	for len(faults) < 20 { // enough to see what is wrong with a file
		row, err := in.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, fmt.Errorf("changes: %w", err)
		}
		c, err := change(func(name string) string { return strings.Clone(row[at[name]]) })
		if err != nil {
			line, _ := in.FieldPos(0)
			faults = append(faults, fmt.Errorf("changes: line %d: %w", line, err))
			continue
		}
		changes = append(changes, c)
	}
	if err := errors.Join(faults...); err != nil {
		return nil, err
	}
	return changes, nil
}

func change(field func(string) string) (Change, error) {
	merged, err1 := instant(field("merged_at"))
	authored, err2 := instant(field("authored_at"))
	seq, err3 := strconv.ParseInt(field("seq"), 10, 64)
	if err := errors.Join(err1, err2, err3); err != nil {
		return Change{}, err
	}
	c := Change{
		ID: field("id"), Merged: merged, Authored: authored, Seq: seq,
		Author: Person{field("author"), field("author_name"), field("author_is_bot") == "true"},
		Merger: Person{field("merger"), field("merger_name"), field("merger_is_bot") == "true"},
		Basis:  Basis(field("approval_basis")),
	}
	addresses, names := split(field("approvers")), split(field("approver_names"))
	if len(addresses) != len(names) {
		return Change{}, fmt.Errorf("%d approvers, but %d names of approvers", len(addresses), len(names))
	}
	for i := range addresses {
		c.Approvers = append(c.Approvers, Person{Address: addresses[i], Name: names[i]})
	}
	return c, nil
}

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, ";")
}

// instant reads an RFC 3339 time with an offset, as histories write it, and returns it in UTC.
func instant(s string) (calendar.Instant, error) {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return "", err
	}
	return calendar.InstantFromTime(t), nil
}
