package schema_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/schema"
	"github.com/soc2kit/soc2/schema/evolution"
)

// The corpus holds, for each released version of the documents, what was published with it: the examples and the lenient
// schemas, and the digests of both. A release freezes its version:
//
//	go test ./schema -run TestFreeze -freeze
//
// Nothing in a frozen version ever changes. Until the first release the corpus is empty, and what is published is a draft that
// goes through the same checks.
var freeze = flag.Bool("freeze", false, "add the present version to the corpus, at a release")

const (
	corpusFolder = "testdata/corpus"
	digestsFile  = "SHA256SUMS"
)

// corpusOf returns what a version would freeze now.
func corpusOf(published fs.FS) (map[string][]byte, error) {
	files := map[string][]byte{}
	for _, d := range schema.Documents() {
		name := schema.FileName(d.Kind, schema.Lenient)
		b, err := fs.ReadFile(published, name)
		if err != nil {
			return nil, err
		}
		files[name] = b
	}
	names, err := fs.Glob(published, "examples/*.json")
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if files[name], err = fs.ReadFile(published, name); err != nil {
			return nil, err
		}
	}
	files[digestsFile] = digests(files)
	return files, nil
}

// digests lists the SHA-256 of each file, as sha256sum -c reads it.
func digests(files map[string][]byte) []byte {
	var b bytes.Buffer
	for _, name := range slices.Sorted(maps.Keys(files)) {
		sum := sha256.Sum256(files[name])
		fmt.Fprintf(&b, "%s  %s\n", hex.EncodeToString(sum[:]), name)
	}
	return b.Bytes()
}

// checkCorpus returns what is wrong with one version of the corpus: a file that changed since it was frozen; a document of
// then that this module no longer lifts, reads, and writes as a valid document of now; a document of now that a lenient
// reader of then refuses, within one major version.
func checkCorpus(version fs.FS, sameMajor bool) []string {
	files := map[string][]byte{}
	if err := fs.WalkDir(version, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		files[name], err = fs.ReadFile(version, name)
		return err
	}); err != nil {
		return []string{err.Error()}
	}
	frozen := files[digestsFile]
	delete(files, digestsFile)
	var faults []string
	if !bytes.Equal(frozen, digests(files)) {
		faults = append(faults, "the files are not those that were frozen")
	}
	codecs := exampleCodecs()
	for _, name := range slices.Sorted(maps.Keys(files)) {
		kind := exampleKind(strings.TrimSuffix(path.Base(name), ".json"))
		if path.Dir(name) != "examples" {
			continue
		}
		if err := stillGood(codecs[kind], kind, files[name]); err != nil {
			faults = append(faults, fmt.Sprintf("%s: %v", name, err))
		}
	}
	if !sameMajor {
		return faults
	}
	for _, d := range schema.Documents() {
		name := schema.FileName(d.Kind, schema.Lenient)
		if files[name] == nil {
			continue // the kind is newer
		}
		s, err := compileSchema(files[name], "file:///then.json", "")
		if err != nil {
			faults = append(faults, fmt.Sprintf("%s: %v", name, err))
			continue
		}
		examples, err := schema.Examples(d.Kind)
		if err != nil {
			faults = append(faults, err.Error())
		}
		for _, e := range examples {
			document, err := jsonschema.UnmarshalJSON(bytes.NewReader(e.JSON))
			if err == nil {
				err = s.Validate(document)
			}
			if err != nil {
				faults = append(faults, fmt.Sprintf("%s refuses today's %s: %v", name, e.Name, err))
			}
		}
	}
	return faults
}

// stillGood lifts a document of an earlier version, reads it, writes it, and holds it against today's strict schema.
func stillGood(codec exampleCodec, kind string, document []byte) error {
	if isRoot(kind) {
		migrated, err := evolution.Migrate(document)
		if err != nil {
			return err
		}
		document = migrated.Document
	}
	value, problems, err := codec.read(document)
	if err != nil {
		return err
	}
	if err := problems.Err(); err != nil {
		return err
	}
	written, err := codec.write(value)
	if err != nil {
		return err
	}
	strict, err := schema.Bytes(kind, schema.Strict)
	if err != nil {
		return err
	}
	s, err := compileSchema(strict, "file:///now.json", "")
	if err != nil {
		return err
	}
	parsed, err := jsonschema.UnmarshalJSON(bytes.NewReader(written))
	if err != nil {
		return err
	}
	return s.Validate(parsed)
}

func isRoot(kind string) bool {
	return slices.ContainsFunc(schema.Documents(), func(d schema.Document) bool { return d.Kind == kind && d.Root })
}

func TestCorpus(t *testing.T) {
	draft, err := corpusOf(schema.Files())
	require.NoError(t, err)
	require.Empty(t, checkCorpus(mapFS(draft), true), "what is published now")

	versions, err := os.ReadDir(corpusFolder)
	if os.IsNotExist(err) {
		t.Log("nothing is frozen before the first release")
		return
	}
	require.NoError(t, err)
	for _, version := range versions {
		major, _, _ := strings.Cut(version.Name(), ".")
		now, _, _ := strings.Cut(schema.Version, ".")
		require.Empty(t, checkCorpus(os.DirFS(filepath.Join(corpusFolder, version.Name())), major == now), version.Name())
	}
}

func mapFS(files map[string][]byte) fstest.MapFS {
	m := fstest.MapFS{}
	for name, b := range files {
		m[name] = &fstest.MapFile{Data: b}
	}
	return m
}

// What would break a promise is found.
func TestCorpusFindsWhatBreaks(t *testing.T) {
	for name, c := range map[string]struct {
		change func(files map[string][]byte)
		want   string
	}{
		"a file changed": {func(f map[string][]byte) { f["examples/plan.json"] = append(f["examples/plan.json"], '\n') }, "not those that were frozen"},
		"a document that is no longer read": {func(f map[string][]byte) {
			f["examples/program.json"] = bytes.Replace(f["examples/program.json"], []byte(`"owner"`), []byte(`"keeper"`), 1)
			refreeze(f)
		}, "examples/program.json: "},
		"a document of a version that is not known": {func(f map[string][]byte) {
			f["examples/program.json"] = bytes.Replace(f["examples/program.json"], []byte(`"1.0"`), []byte(`"2.0"`), 1)
			refreeze(f)
		}, "examples/program.json: "},
		"a reader of then that today's documents break": {func(f map[string][]byte) {
			name := schema.FileName("plan", schema.Lenient)
			f[name] = bytes.Replace(f[name], []byte(`"hypergeometric"`), []byte(`"multinomial"`), 1)
			refreeze(f)
		}, "refuses today's plan"},
	} {
		files, err := corpusOf(schema.Files())
		require.NoError(t, err)
		c.change(files)
		faults := checkCorpus(mapFS(files), true)
		require.NotEmpty(t, faults, name)
		require.Contains(t, strings.Join(faults, "\n"), c.want, name)
	}
}

func refreeze(files map[string][]byte) {
	delete(files, digestsFile)
	files[digestsFile] = digests(files)
}

// A version whose changes were released is frozen.
func TestReleasedVersionIsFrozen(t *testing.T) {
	changelog, err := os.ReadFile("../CHANGELOG.md")
	require.NoError(t, err)
	if !strings.Contains(string(changelog), "\n## v") {
		t.Skip("nothing has been released, so nothing is frozen")
	}
	require.DirExists(t, filepath.Join(corpusFolder, schema.Version), "go test ./schema -run TestFreeze -freeze")
}

// TestFreeze is the step of a release that adds the present version to the corpus.
func TestFreeze(t *testing.T) {
	folder := t.TempDir()
	if *freeze {
		folder = corpusFolder
	}
	folder = filepath.Join(folder, schema.Version)
	require.NoDirExists(t, folder, "a frozen version never changes")
	files, err := corpusOf(schema.Files())
	require.NoError(t, err)
	for name, b := range files {
		target := filepath.Join(folder, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(target), 0o755))
		require.NoError(t, os.WriteFile(target, b, 0o644))
	}
	require.Empty(t, checkCorpus(os.DirFS(folder), true))
}
