package artifact

import (
	"bytes"
	"io/fs"
	"os"
	"regexp"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/schema"
)

// What is committed is what the types and their comments make: twice, so that nothing depends on the order of a map.
func TestCommittedFilesAreUpToDate(t *testing.T) {
	root := os.DirFS("../..")
	for range 2 {
		files, err := Files(root)
		require.NoError(t, err)
		require.Greater(t, len(files), 20)
		for name, made := range files {
			committed, err := fs.ReadFile(root, name)
			require.NoError(t, err)
			require.True(t, bytes.Equal(made, committed), "%s is not what the types and comments make; go generate ./schema rewrites it", name)
		}
	}
}

func TestCommentsNeedTheModule(t *testing.T) {
	_, err := Files(fstest.MapFS{"readme.txt": {}})
	require.ErrorContains(t, err, "is this the root of the module?")
	_, err = Files(nil)
	require.Error(t, err)
}

func TestMissingDocCommentsAreNamed(t *testing.T) {
	err := described([]byte(`{"$defs":{"B":{"description":"A B.","properties":{"x":{"type":"string"},"y":{"description":"y is one."}}},"A":{}}}`))
	require.EqualError(t, err, "artifact: type A has no doc comment\nartifact: member x of B has no doc comment")
	require.NoError(t, described([]byte(`{"$defs":{"B":{"description":"A B.","properties":{"y":{"description":"y is one."}}}}}`)))
}

// Descriptions are read by people who write other languages.
func TestDescriptionsSpeakOfDocuments(t *testing.T) {
	forGo := regexp.MustCompile(`[Zz]ero [A-Z]|zero value|==|\bnil\b|\bGo\b|\bSee [A-Z]|see [A-Z]\w+\.[A-Z]|\[[A-Z]`)
	committed, err := os.ReadFile("../../schema/v1/" + schema.DefinitionsFile)
	require.NoError(t, err)
	for _, found := range regexp.MustCompile(`"description": ".*"`).FindAll(committed, -1) {
		require.False(t, forGo.Match(found), "%s: what is about Go stands in a further paragraph of the type's comment", found)
	}
}

// Comments of packages that nobody can import describe nothing.
func TestInternalPackagesAreLeftOut(t *testing.T) {
	source := fstest.MapFS{
		"a/a.go":            {Data: []byte("package a\n\n// A T is a thing.\ntype T struct{}\n")},
		"internal/b/b.go":   {Data: []byte("package b\n\n// A T is hidden.\ntype T struct{}\n")},
		"cmd/soc2/main.go":  {Data: []byte("package main\n\n// A T is a program's.\ntype T struct{}\n")},
		"a/testdata/x/x.go": {Data: []byte("package x\n\n// A T is a test's.\ntype T struct{}\n")},
	}
	comments, err := Comments(source)
	require.NoError(t, err)
	require.Equal(t, map[string]string{Module + "/a.T": "A T is a thing."}, comments)
}
