package sampling

import (
	"bytes"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// A reperformance is one of the vectors in testdata/reperform/vectors, which make_vectors.py wrote without this package.
type reperformance struct {
	What, Expect string
	Record       Selection
	Items        []string
	ItemsHex     []string
	Generated    struct {
		Prefix        string
		Digits, Count int
	}
}

func (r reperformance) items(t *testing.T) []string {
	ids := slices.Clone(r.Items)
	for _, h := range r.ItemsHex {
		b, err := hex.DecodeString(h)
		require.NoError(t, err)
		ids = append(ids, string(b))
	}
	for i := range r.Generated.Count {
		ids = append(ids, r.Generated.Prefix+fmt.Sprintf("%0*d", r.Generated.Digits, i+1))
	}
	return ids
}

// found is what an error of Verify finds, in the words of the vectors.
func found(s Selection, err error) string {
	var m *MismatchError
	switch {
	case errors.As(err, &m) && m.Index >= 0:
		return fmt.Sprintf("%s[%d]", m.Field, m.Index)
	case errors.As(err, &m):
		return m.Field
	case err != nil:
		return "items"
	case s.IsPending():
		return "pending"
	}
	return "ok"
}

func TestReperformanceVectors(t *testing.T) {
	files, err := filepath.Glob("testdata/reperform/vectors/*.json")
	require.NoError(t, err)
	require.GreaterOrEqual(t, len(files), 60)
	for _, file := range files {
		t.Run(filepath.Base(file), func(t *testing.T) {
			b, err := os.ReadFile(file)
			require.NoError(t, err)
			var v reperformance
			require.NoError(t, json.Unmarshal(b, &v))
			require.NotEmpty(t, v.What)
			ids := v.items(t)
			require.Equal(t, v.Expect, found(v.Record, v.Record.Verify(ids)), "%s", v.What)

			// The same through two workers, and through a stream that is sorted as a database sorts it.
			frame, err := NewFrame(ids, &FrameOptions{Workers: 2})
			if v.Expect == "items" {
				require.Error(t, err)
			} else {
				require.NoError(t, err)
				require.Equal(t, v.Expect, found(v.Record, frame.Verify(v.Record)))
			}
			slices.Sort(ids)
			require.Equal(t, v.Expect, found(v.Record, v.Record.VerifyStream(streamOf(ids))))
			if v.Expect != "ok" {
				return
			}
			again, err := Draw(ids, v.Record.Request(), Randomness{Bytes: bytesOf(t, v.Record.Randomness)})
			require.NoError(t, err)
			require.Equal(t, v.Record, again)
		})
	}
}

func bytesOf(t *testing.T, h Hex) []byte {
	b, err := h.Bytes()
	require.NoError(t, err)
	return b
}

// peers are the programs that reperform a selection of items, and one of monetary units, without this package.
var peers = []struct{ program, script, units string }{
	{"python3", "reperform.py", "reperform_units.py"},
	{"node", "reperform.mjs", "reperform_units.mjs"},
}

func TestPeersReperform(t *testing.T) {
	for _, peer := range peers {
		t.Run(peer.program, func(t *testing.T) {
			program, err := exec.LookPath(peer.program)
			if err != nil {
				t.Skipf("%s is not installed here", peer.program)
			}
			start := func(script string, args ...string) (string, error) {
				cmd := exec.Command(program, append([]string{"testdata/reperform/" + script}, args...)...)
				cmd.Env = append(os.Environ(), "PYTHONDONTWRITEBYTECODE=1")
				var out bytes.Buffer
				cmd.Stdout, cmd.Stderr = &out, &out
				err := cmd.Run()
				return out.String(), err
			}
			run := func(args ...string) (string, error) { return start(peer.script, args...) }
			out, err := run("--vectors", "testdata/reperform/vectors")
			require.NoError(t, err, out)
			require.GreaterOrEqual(t, strings.Count(out, "\n"), 60)

			// Selections of monetary units, which sampling/monetary holds against the same vectors.
			out, err = start(peer.units, "--vectors", "testdata/reperform/units")
			require.NoError(t, err, out)
			require.GreaterOrEqual(t, strings.Count(out, "\n"), 70)

			// Records that this package files, of a population as it is filed.
			dir := t.TempDir()
			ids := items(1000, "INV-2025-%06d")
			ids = append(ids, "caf\u00e9", "cafe\u0301", "\U0001F600", "\uFB33", "a b")
			population := filepath.Join(dir, "population.txt")
			require.NoError(t, os.WriteFile(population, []byte(strings.Join(ids, "\n")+"\n"), 0o600))
			for i, req := range []Request{
				{Context: "ENG/CC7.2/T1", Size: 25, ReserveSize: 5, Beacon: "dice/20d10"},
				{Context: "ENG/CC7.2/\u00e9", Size: 40, Method: Systematic, Beacon: "dice/20d10"},
				{Context: "ENG/CC7.2/T1", Round: 2, Size: 1005, Beacon: "dice/20d10", Source: v1Root},
			} {
				s, err := Draw(ids, req, Randomness{Bytes: v1Randomness})
				require.NoError(t, err)
				file := filepath.Join(dir, fmt.Sprintf("record-%d.json", i))
				check := func(s Selection, want string) {
					b, err := json.Marshal(s)
					require.NoError(t, err)
					require.NoError(t, os.WriteFile(file, b, 0o600))
					out, err := run(file, population)
					require.Equal(t, want+"\n", out)
					require.Equal(t, want == "ok", err == nil)
				}
				check(s, "ok")
				s.Sample = slices.Clone(s.Sample)
				s.Sample[7], s.Sample[8] = s.Sample[8], s.Sample[7]
				check(s, "sample[7]")
				s.Size--
				check(s, "commitment")
			}
		})
	}
}
