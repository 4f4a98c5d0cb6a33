// Package soc2 is the root of a module that models SOC 2: criteria, scope, controls, evidence, sampling, fieldwork and
// reports, as plain Go values with strict JSON documents. It declares nothing itself; this page is the map.
//
// Read in this order:
//
//   - [github.com/soc2kit/soc2/criteria]: the 61 trust services criteria and the nine description criteria
//   - [github.com/soc2kit/soc2/calendar]: days, periods, frequencies and what they make due
//   - [github.com/soc2kit/soc2/scope]: terms, parties, the system, commitments, subservice organizations
//   - [github.com/soc2kit/soc2/control]: controls, and which of them suffice together for a criterion
//   - [github.com/soc2kit/soc2/sampling]: how many items to test, which ones, and what the result licenses;
//     sampling/chart makes figures of it
//   - [github.com/soc2kit/soc2/evidence]: items, populations, tests of controls, deviations
//   - [github.com/soc2kit/soc2/program]: the client's document, everything that management owns
//   - [github.com/soc2kit/soc2/report]: the auditor's fieldwork, conclusions, and the report
//   - [github.com/soc2kit/soc2/document]: blocks and figures, and the writers to HTML, Markdown and SVG
//   - [github.com/soc2kit/soc2/schema]: the JSON Schemas of the documents; schema/generate makes those of your own
//     types, schema/evolution says what version a change of one needs and migrates documents
//   - [github.com/soc2kit/soc2/problem]: how everything says what is wrong and where
//
// Three documents have three owners: the client owns the program, the firm owns the fieldwork, and both joined are the
// engagement. Everything else is computed by functions over values:
//
//	Validate -> problems, Conclude -> conclusions, Assemble -> deliverable, Blocks -> document, Write -> HTML, Markdown
//
// An opinion that is computed here is indicated, never issued. No package reads the clock, the environment, the network
// or a global source of randomness, and equal input gives equal bytes.
package soc2
