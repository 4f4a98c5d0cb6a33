package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// write makes a directory with files, and returns it.
func write(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		name = filepath.Join(dir, filepath.FromSlash(name))
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, []byte(text), 0o644))
	}
	return dir
}

const goMod = "module example.com/tiny\n\ngo 1.26\n"

func TestFeatures(t *testing.T) {
	const source = `package a

import (
	"cmp"
	"io"
	"iter"

	"example.com/tiny/a/below"
)

type State string

const (
	Done   State = "done"
	hidden State = "hidden"
	Size         = 1 << 3
	Share        = 0.125
)

var Default, other = below.Item{}, 2

type Pair[K cmp.Ordered, V any] struct {
	Key   K ` + "`json:\"key,omitzero\" yaml:\"k\"`" + `
	Value V
	rest  int
}

func (p *Pair[Key, _]) Less(than Key) bool { return p.Key < than }

type Deep struct {
	below.Item ` + "`json:\"item\"`" + `
	*Other
}

type Other struct{}

func (o Other) Value() (n int, err error) { return other, nil }
func (o *Other) Set(parts ...string)      {}
func (o Other) lower()                    {}

type Short = map[string]below.Item

type Writer interface {
	io.Writer
	Name(first string) string
	sealed()
}

type Number interface{ ~int | ~float64 }

type Visit func(name string, next func(depth int) error) error

func Walk[T Number](root *Other, visit func(at T) bool) iter.Seq2[string, T] { return nil }

func unexported(State) { _ = hidden }
`
	m, err := load(write(t, map[string]string{
		"go.mod":             goMod,
		"tiny.go":            "package tiny\n\nfunc Root() {}\n",
		"a/a.go":             source,
		"a/below/below.go":   "package below\n\ntype Item struct{ ID string }\n\nfunc (Item) Valid() bool { return true }\n",
		"a/internal/x/x.go":  "package x\n\nfunc X() {}\n",
		"api/x.go":           "package api\n\nfunc X() {}\n",
		"cmd/x/lines/x.go":   "package lines\n\nfunc X() {}\n",
		"examples/x.go":      "package examples\n\nfunc X() {}\n",
		"internal/x.go":      "package internal\n\nfunc X() {}\n",
		"program/main.go":    "package main\n\nfunc Main() {}\n\nfunc main() {}\n",
		"tests/only_test.go": "package tests\n\nfunc X() {}\n",
	}))
	require.NoError(t, err)
	assert.Equal(t, strings.Split(strings.TrimSpace(`
pkg ., func Root()
pkg a, const Done State = "done"
pkg a, const Share untyped float = 1/8
pkg a, const Size untyped int = 8
pkg a, func Walk[T Number](*Other, func(T) bool) iter.Seq2[string, T]
pkg a, method (*Other) Set(...string)
pkg a, method (*Pair[K, V]) Less(K) bool
pkg a, method (Deep) Set(...string)
pkg a, method (Deep) Valid() bool
pkg a, method (Deep) Value() (int, error)
pkg a, method (Other) Value() (int, error)
pkg a, type Deep struct
pkg a, type Deep struct, embedded *Other
pkg a, type Deep struct, embedded a/below.Item `+"`json:\"item\"`"+`
pkg a, type Number interface
pkg a, type Number interface, ~int | ~float64
pkg a, type Other struct
pkg a, type Pair[K cmp.Ordered, V any] struct
pkg a, type Pair[K cmp.Ordered, V any] struct, Key K `+"`json:\"key,omitzero\"`"+`
pkg a, type Pair[K cmp.Ordered, V any] struct, Value V
pkg a, type Short = map[string]a/below.Item
pkg a, type State string
pkg a, type Visit func(string, func(int) error) error
pkg a, type Writer interface
pkg a, type Writer interface, Name(string) string
pkg a, type Writer interface, Write([]byte) (int, error)
pkg a, type Writer interface, unexported method sealed
pkg a, var Default a/below.Item
pkg a/below, method (Item) Valid() bool
pkg a/below, type Item struct
pkg a/below, type Item struct, ID string
`), "\n"), lines(m))
}

// The causes of a module that cannot be read are told.
func TestLoadFails(t *testing.T) {
	_, err := load(write(t, map[string]string{"go.mod": goMod, "a/a.go": "package a\n\nfunc F() { return missing }\n"}))
	require.ErrorContains(t, err, "undefined: missing")
	_, err = load(write(t, map[string]string{"go.mod": goMod, "internal/a/a.go": "package a\n"}))
	require.ErrorContains(t, err, "no package that others may import")
	_, err = load(filepath.Join(t.TempDir(), "absent"))
	require.Error(t, err)
}
