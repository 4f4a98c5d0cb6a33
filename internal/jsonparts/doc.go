// Package jsonparts takes a JSON document apart without decoding it, so that what nobody changes keeps its order and its
// spelling: numbers beyond 2^53, zeros at the end of a fraction, escapes.
//
// [Check] holds a document against the general rules of the module; [Of] yields the members of an object or the entries of
// a list, as they stand there:
//
//	if err := jsonparts.Check(document, "extraction"); err != nil {
//		return err
//	}
//	for part := range jsonparts.Of(document, 0) {
//		fmt.Printf("%s is %s\n", jsonparts.Text(part.Name), part.Value)
//	}
//
// It knows no document type; package strictjson does.
package jsonparts
