// Package problem says what is wrong with a document: where, which rule, how bad, in words.
//
// Every package of the module checks its own part of a document and returns a [List]. Nothing stops at the first
// problem, and no problem is an error by itself: ask [List.Err] for the errors among them.
//
//	for _, p := range prog.Validate() {
//		fmt.Println(p) // /controls/3/id: error id-repeated: "AC-07" is also the id of /controls/1
//	}
//
// A place is a JSON Pointer (RFC 6901) into the document; [Pointer] builds one. A leaf reports a path relative to
// itself and each parent puts its own part in front with [List.Under].
//
// A document that cannot be read at all gives a [ReadError] instead, whose faults carry the byte offset too.
//
// The rules themselves are not here: they live with the types they are about.
package problem
