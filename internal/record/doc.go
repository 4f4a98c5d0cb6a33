// Package record holds the checks that every record of a document shares: the form and uniqueness of ids, references
// to them, required texts, closed sets of values, and days.
package record
