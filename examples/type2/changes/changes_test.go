package changes_test

import (
	"encoding/csv"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/examples/type2/changes"
	"github.com/stretchr/testify/require"
)

const collected = "../../../../shared/data/changes"

// The counts are those that the collection states for each file; the column approved_by_other was filled by another
// program from the same facts.
func TestCollectedHistories(t *testing.T) {
	if _, err := os.Stat(collected); err != nil {
		t.Skip("the collected change histories are not beside this checkout")
	}
	for _, want := range []struct {
		file                      string
		rows, yes, no, cannotTell int
		backwards                 string
	}{
		{"golang-tools.csv", 825, 815, 7, 3, "0 places"},
		{"prometheus.csv", 1032, 322, 227, 483, "0 places"},
		{"etcd.csv", 675, 546, 129, 0, "0 places"},
		{"prowler.csv", 2394, 0, 0, 2394, "0 places"},
		{"scoop-extras-5y.csv", 63046, 25, 59272, 3749, "7 places"},
	} {
		t.Run(want.file, func(t *testing.T) {
			name := filepath.Join(collected, want.file)
			f, err := os.Open(name)
			require.NoError(t, err)
			defer f.Close()
			got, err := changes.ReadCSV(f)
			require.NoError(t, err)
			n := changes.Count(got)
			require.Equal(t, want.rows, n.Changes)
			require.Equal(t, []int{want.yes, want.no, want.cannotTell},
				[]int{n.Attribute[0][evidence.Held], n.Attribute[0][evidence.Deviated], n.Attribute[0][evidence.CannotTell]})

			again, err := os.Open(name)
			require.NoError(t, err)
			defer again.Close()
			rows, err := csv.NewReader(again).ReadAll()
			require.NoError(t, err)
			column := indexOf(rows[0], "approved_by_other")
			said := map[string]evidence.Outcome{"yes": evidence.Held, "no": evidence.Deviated, "unknown": evidence.CannotTell}
			for i, c := range got {
				require.Equal(t, said[rows[i+1][column]], c.Outcomes()[0], "row %d, %s", i+1, c.ID)
			}

			pop, err := changes.Population(got, want.file, "")
			require.NoError(t, err)
			require.Empty(t, pop.Validate())
			require.Equal(t, "0 positions missing", pop.Checks[0].Finding)
			require.Equal(t, want.backwards, pop.Checks[1].Finding)
			require.Equal(t, "0 listed twice", pop.Checks[2].Finding)
		})
	}
}

func indexOf(header []string, name string) int {
	for i, h := range header {
		if h == name {
			return i
		}
	}
	return -1
}

func TestReadCSVSaysWhatIsWrong(t *testing.T) {
	const header = "id,merged_at,authored_at,author,author_name,author_is_bot,merger,merger_name,merger_is_bot,approvers,approver_names,approval_basis,seq\n"
	for name, c := range map[string]struct{ in, want string }{
		"no columns":       {"id,seq\n", "no column merged_at, authored_at"},
		"empty":            {"", "header"},
		"time":             {header + "a,yesterday,2026-01-01T00:00:00Z,u,n,false,u,n,false,,,direct,1\n", "line 2"},
		"names of another": {header + "a,2026-01-01T00:00:00Z,2026-01-01T00:00:00Z,u,n,false,u,n,false,x;y,x,direct,1\n", "2 approvers, but 1 names"},
		"short row":        {header + "a,b\n", "wrong number of fields"},
	} {
		_, err := changes.ReadCSV(strings.NewReader(c.in))
		require.ErrorContains(t, err, c.want, name)
	}
}

// A repository made on the spot: one change put on the main line by its author, one merged by somebody else, one with a
// review trailer.
func TestReadGit(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("git is not installed")
	}
	dir := t.TempDir()
	git := func(who string, args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-C", dir, "-c", "user.name=" + who, "-c", "user.email=" + who + "@example.org", "-c", "commit.gpgsign=false"}, args...)...)
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, string(out))
	}
	git("ada", "init", "-q", "-b", "main")
	git("ada", "commit", "-q", "--allow-empty", "-m", "first")
	git("ada", "checkout", "-q", "-b", "topic")
	git("bob", "commit", "-q", "--allow-empty", "-m", "topic")
	git("ada", "checkout", "-q", "main")
	git("ada", "merge", "-q", "--no-ff", "-m", "merge", "topic")
	git("cy", "commit", "-q", "--allow-empty", "-m", "reviewed\n\nReviewed-by: Dee <dee@example.org>")

	got, err := changes.ReadGit(dir)
	require.NoError(t, err)
	require.Len(t, got, 3, "the main line alone, newest first")
	require.Equal(t, changes.Trailer, got[0].Basis)
	require.Equal(t, evidence.Held, got[0].Outcomes()[0])
	require.Equal(t, changes.MergeCommit, got[1].Basis)
	require.Equal(t, "bob@example.org", got[1].Author.Address)
	require.Equal(t, evidence.Held, got[1].Outcomes()[0])
	require.Equal(t, changes.Direct, got[2].Basis)
	require.Equal(t, []evidence.Outcome{evidence.Deviated, evidence.Deviated, evidence.Held}, got[2].Outcomes())
	require.Equal(t, []int64{3, 2, 1}, []int64{got[0].Seq, got[1].Seq, got[2].Seq})

	_, err = changes.ReadGit(t.TempDir())
	require.ErrorContains(t, err, "git log")
}
