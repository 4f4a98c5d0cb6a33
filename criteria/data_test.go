package criteria_test

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/soc2kit/soc2/criteria"
	"github.com/stretchr/testify/require"
)

// The tests of this file compare the package with collected facts that are kept outside the module.
const dataFolder = "../../shared/data"

func dataPath(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join(dataFolder, name)
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		t.Skipf("%s is absent: the collected data is kept outside the module", path)
	}
	return path
}

// readRows returns the rows of a CSV file by column name.
func readRows(t *testing.T, name string) []map[string]string {
	t.Helper()
	f, err := os.Open(dataPath(t, name))
	require.NoError(t, err)
	defer f.Close()
	records, err := csv.NewReader(f).ReadAll()
	require.NoError(t, err)
	require.Greater(t, len(records), 1)
	var rows []map[string]string
	for _, record := range records[1:] {
		row := map[string]string{}
		for i, column := range records[0] {
			row[column] = record[i]
		}
		rows = append(rows, row)
	}
	return rows
}

func TestCatalogAgreesWithCollectedFacts(t *testing.T) {
	rows := readRows(t, "criteria/criteria.csv")
	require.Len(t, rows, 61)
	i := 0
	for c := range criteria.All() {
		row := rows[i]
		i++
		require.Equal(t, row["id"], string(c.ID), "published order")
		require.Equal(t, strings.Fields(row["series"])[0], string(c.Series), c.ID)
		if strings.HasPrefix(row["category"], "common") {
			require.Len(t, c.Categories, 5, c.ID)
		} else {
			require.Equal(t, []criteria.Category{criteria.Category(strings.ReplaceAll(row["category"], " ", "-"))}, c.Categories, c.ID)
		}
		coso := 0
		if s := row["coso_principle"]; s != "" {
			var err error
			coso, err = strconv.Atoi(s)
			require.NoError(t, err)
		}
		require.Equal(t, coso, c.COSOPrinciple, c.ID)
	}
	require.Equal(t, len(rows), i)
}

// Every spelling met in public repositories, with the criterion that it names, or none where it names no single one.
func TestRecognizeCollectedSpellings(t *testing.T) {
	rows := readRows(t, "criteria-spellings.csv")
	require.Greater(t, len(rows), 1000)
	for _, row := range rows {
		// A tab is written as \t in the file; both must be read alike.
		for _, text := range []string{row["spelling"], strings.ReplaceAll(row["spelling"], `\t`, "\t")} {
			ids, refused := criteria.Recognize(text)
			if row["canonical"] == "" {
				require.Empty(t, ids, "%q: %s", text, row["form"])
				require.NotEmpty(t, refused, "%q: %s", text, row["form"])
				continue
			}
			require.Equal(t, []criteria.ID{criteria.ID(row["canonical"])}, ids, "%q: %s", text, row["form"])
			require.Empty(t, refused, "%q: %s", text, row["form"])
		}
	}
}

// The mappings of whole control libraries, read one control at a time as a list.
func TestRecognizeCollectedMappings(t *testing.T) {
	dataPath(t, "controls")
	files, err := filepath.Glob(filepath.Join(dataFolder, "controls", "*.json"))
	require.NoError(t, err)
	require.NotEmpty(t, files)
	for _, file := range files {
		b, err := os.ReadFile(file)
		require.NoError(t, err)
		var controls []struct {
			ID        string        `json:"source_id"`
			Criteria  []string      `json:"criteria"`
			Canonical []criteria.ID `json:"canonical"`
		}
		require.NoError(t, json.Unmarshal(b, &controls), file)
		require.NotEmpty(t, controls, file)
		for _, ctl := range controls {
			ids, _ := criteria.Recognize(strings.Join(ctl.Criteria, ", "))
			require.ElementsMatch(t, ctl.Canonical, ids, "%s: %s: %q", filepath.Base(file), ctl.ID, ctl.Criteria)
		}
	}
}
