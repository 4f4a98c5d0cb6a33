// Command makeschema writes the committed files of package schema from the types and doc comments of this module. It takes
// no arguments and may be run from any folder of the module; go generate runs it.
package main

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/internal/artifact"
	"github.com/soc2kit/soc2/internal/wholefile"
)

func main() {
	if err := run(); err != nil {
		fmt.Fprintln(os.Stderr, "makeschema:", err)
		os.Exit(1)
	}
}

func run() error {
	root, err := moduleRoot()
	if err != nil {
		return err
	}
	files, err := artifact.Files(os.DirFS(root))
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(files)) {
		err := wholefile.Write(filepath.Join(root, filepath.FromSlash(name)), func(w io.Writer) error {
			_, err := w.Write(files[name])
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// moduleRoot returns the folder of this module's go.mod, which is the working directory or one above it.
func moduleRoot() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		b, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil && strings.HasPrefix(string(b), "module "+artifact.Module+"\n") {
			return dir, nil
		}
		parent := filepath.Dir(dir)
		if parent == dir {
			return "", errors.New("not within module " + artifact.Module)
		}
		dir = parent
	}
}
