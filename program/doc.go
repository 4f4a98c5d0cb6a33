// Package program holds the client's document: everything that management owns. Terms, parties, the system and its
// description, commitments, controls and what they meet, risks, policies, evidence, populations and requests.
//
// A [Program] is read with [Read], checked with [Program.Validate] and written with [Write]:
//
//	prog, problems, err := program.Read(f, nil)
//
// The error says why a document could not be read; the problems are about what it says. What the auditor plans, tests
// and judges is not here but in the fieldwork of package report, which has another owner.
package program
