package monetary

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/sampling"
)

const reperformers = "../testdata/reperform/"

// found is what an error of Verify finds, in the words of the vectors.
func found(s UnitSelection, err error) string {
	var m *MismatchError
	switch {
	case errors.As(err, &m):
		return m.Path
	case err != nil:
		return "items"
	case s.IsPending():
		return "pending"
	}
	return "ok"
}

// The vectors were written by make_unit_vectors.py without this package.
func TestUnitVectors(t *testing.T) {
	files, err := filepath.Glob(reperformers + "units/*.json")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), 70)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			b, err := os.ReadFile(file)
			require.NoError(t, err)
			var v struct {
				What, Expect string
				Items        []BookItem
				Record       UnitSelection
			}
			require.NoError(t, json.Unmarshal(b, &v))
			require.NotEmpty(t, v.What)
			require.Equal(t, v.Expect, found(v.Record, v.Record.Verify(v.Items)), "%s", v.What)
			if v.Expect != "ok" && v.Expect != "pending" {
				return
			}
			require.Empty(t, v.Record.Validate())
			pending, err := Commit(v.Items, v.Record.Request())
			require.NoError(t, err)
			require.Equal(t, v.Record.Selection.Commitment, pending.Selection.Commitment)
			if v.Expect == "pending" {
				return
			}
			randomness, err := v.Record.Selection.Randomness.Bytes()
			require.NoError(t, err)
			drawn, err := pending.Draw(v.Items, randomness)
			require.NoError(t, err)
			require.False(t, v.Record.Sample.differs(drawn.Sample).different)
			require.False(t, drawn.Sample.differs(v.Record.Sample).different)
			require.NoError(t, drawn.Selection.Verify(texts(t, v.Items)))
		})
	}
}

func texts(t *testing.T, items []BookItem) []string {
	t.Helper()
	all, err := Population(items)
	require.NoError(t, err)
	return all
}

// Records that this package files are reperformed by programs that were written without it.
func TestPeersReperformUnits(t *testing.T) {
	// As vectors, so that each program starts once for all of them.
	dir := t.TempDir()
	file := func(name string, v any) string {
		b, err := json.Marshal(v)
		require.NoError(t, err)
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, b, 0o600))
		return path
	}
	vector := func(name, expect string, items []BookItem, s UnitSelection) {
		require.Equal(t, expect, found(s, s.Verify(items)))
		file(name+".json", map[string]any{"expect": expect, "items": items, "record": s})
	}
	random := rand.New(rand.NewPCG(20, 26))
	var items []BookItem
	var s UnitSelection
	for i, method := range slices.Repeat(UnitMethods(), 6) {
		items = ledger(random, 300+i)
		var err error
		s, err = Draw(items, UnitRequest{Context: "ENG/PI1.4/\u00e9", Method: method, Size: 50, Whole: i >= 16, Beacon: "dice/20d10"},
			sampling.Randomness{Bytes: dice})
		require.NoError(t, err)
		vector(fmt.Sprint("sound-", i), "ok", items, s)
		last := len(s.Sample.Hits) - 1
		changed := s
		changed.Sample.Hits = slices.Clone(s.Sample.Hits)
		changed.Sample.Hits[last].Times++
		vector(fmt.Sprint("times-", i), fmt.Sprintf("/sample/hits/%d/times", last), items, changed)
		items = slices.Clone(items)
		items[7].Book = "1.01"
		vector(fmt.Sprint("amount-", i), "/selection/populationRoot", items, s)
		items[7].Book = "0.99"
		if s, err = Draw(items, s.Request(), sampling.Randomness{Bytes: dice}); err != nil {
			t.Fatal(err)
		}
	}
	record := file("record", s)
	population := filepath.Join(dir, "population.txt")
	require.NoError(t, os.WriteFile(population, []byte(strings.Join(texts(t, items), "\n")+"\n"), 0o600))

	for _, peer := range []struct{ program, script string }{{"python3", "reperform_units.py"}, {"node", "reperform_units.mjs"}} {
		t.Run(peer.program, func(t *testing.T) {
			program, err := exec.LookPath(peer.program)
			if err != nil {
				t.Skipf("%s is not installed here", peer.program)
			}
			run := func(args ...string) string {
				cmd := exec.Command(program, append([]string{reperformers + peer.script}, args...)...)
				cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
				var out bytes.Buffer
				cmd.Stdout, cmd.Stderr = &out, &out
				require.NoError(t, cmd.Run(), out.String())
				return out.String()
			}
			require.Equal(t, "ok\n", run(record, population))
			require.Equal(t, 72, strings.Count(run("--vectors", dir), "\n"))
		})
	}
}

var dice = []byte("31415926535897932384")

// ledger returns so many items of skewed amounts, some of them 0 or below, in no order.
func ledger(random *rand.Rand, n int) []BookItem {
	items := make([]BookItem, n)
	for i := range items {
		items[i] = BookItem{fmt.Sprintf("L %d\u00e9", i), AmountOf(random.Int64N(1000)<<random.IntN(12)-2000, 2)}
	}
	random.Shuffle(n, func(i, j int) { items[i], items[j] = items[j], items[i] })
	return items
}
