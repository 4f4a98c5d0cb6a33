// Package changes turns the change history of a repository into a population for a test of change management: from a CSV
// file of changes or from the Git history itself.
//
// History tells who integrated a change and, in some projects, who reviewed it. Often it tells neither: then whether
// somebody other than the author approved a change cannot be told, which is neither a deviation nor its absence.
package changes
