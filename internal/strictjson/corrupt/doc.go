// Package corrupt makes the broken documents that a document type must refuse: from one valid document, for every member
// of every type in it, one document for each thing that can be wrong with that member.
//
//	docs, err := corrupt.New(table().Type(), valid)
//	require.NoError(t, err)
//	require.Empty(t, docs.Uncovered())
//	for c := range docs.All() {
//		_, _, err := strictjson.Decode[Program](c.Document, table(), "program")
//		require.NoError(t, c.Verify(err), c.Name)
//	}
//
// It reads types and documents with reflect and encoding/json and knows nothing of the tables of package strictjson, so
// that each can be held against the other.
package corrupt
