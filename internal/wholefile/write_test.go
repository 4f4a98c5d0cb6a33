package wholefile_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/soc2kit/soc2/internal/wholefile"
	"github.com/stretchr/testify/require"
)

func TestWriteIsWholeOrNotAtAll(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "report.html")
	text := func(s string) func(io.Writer) error {
		return func(w io.Writer) error {
			_, err := io.WriteString(w, s)
			return err
		}
	}
	require.NoError(t, wholefile.Write(name, text("first")))
	require.NoError(t, wholefile.Write(name, text("second")))

	broken := errors.New("broken")
	err := wholefile.Write(name, func(w io.Writer) error {
		require.NoError(t, text("half")(w))
		return broken
	})
	require.ErrorIs(t, err, broken)
	b, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, "second", string(b))
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Len(t, entries, 1, "nothing is left beside it")

	require.Error(t, wholefile.Write(filepath.Join(dir, "none", "report.html"), text("x")))
}

// What stands in the way of a file stays what it is.
func TestWriteKeepsWhatIsThere(t *testing.T) {
	dir := t.TempDir()
	name, link := filepath.Join(dir, "report.html"), filepath.Join(dir, "latest.html")
	text := func(w io.Writer) error { _, err := io.WriteString(w, "text"); return err }
	require.NoError(t, os.WriteFile(name, nil, 0o600))
	require.NoError(t, os.Symlink("report.html", link))
	require.NoError(t, wholefile.Write(link, text))
	info, err := os.Lstat(link)
	require.NoError(t, err)
	require.Equal(t, os.ModeSymlink, info.Mode().Type())
	info, err = os.Stat(name)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
	b, err := os.ReadFile(name)
	require.NoError(t, err)
	require.Equal(t, "text", string(b))

	require.NoError(t, wholefile.Write(os.DevNull, text))
	info, err = os.Stat(os.DevNull)
	require.NoError(t, err)
	require.NotZero(t, info.Mode()&os.ModeDevice)
	require.ErrorContains(t, wholefile.Write(dir, text), "is a folder; a file expected")
}
