// Package strictjson reads and writes every JSON document of the module: strict in, deterministic out.
//
// A [Table] describes a document type. [Read] and [Decode] hold a document against it and refuse, before anything is
// decoded and with every reason at once, what encoding/json lets pass: repeated, unknown, differently cased and missing
// members, null, text that is not UTF-8, numbers that do not fit, trailing data, and documents that are deeper or larger
// in memory than they have any reason to be. [Write] gives equal bytes for equal values.
//
//	var table = sync.OnceValue(strictjson.TableOf[Program])
//
//	prog, problems, err := strictjson.Read[Program](r, table(), "program", nil)
//	...
//	err = strictjson.Write(w, table(), prog)
//
// A document of a newer minor version may have further optional members. Lenient reading, see [problem.ReadOptions], skips
// and lists them; [Gather] keeps them from hiding what else is wrong.
//
// What a document type may be made of is said at [TableOf]. Whether a document that could be read is sound is not a
// question for this package, with one exception: texts with control or bidirectional override characters are reported
// here, since every string of a document passes through.
//
// Package corrupt, below this one, makes the broken documents that a document type must refuse.
package strictjson
