// Package artifact makes the files of package schema from the source of this module: what program makeschema writes and
// what a test holds the committed files against.
package artifact
