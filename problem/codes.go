package problem

// Codes of the problems that any record of any document can have. Other codes stand with the types they are about.
const (
	CodeIDInvalid        Code = "id-invalid"        // {"id":"a b"}
	CodeIDRepeated       Code = "id-repeated"       // [{"id":"a"},{"id":"a"}]
	CodeTextMissing      Code = "text-missing"      // a required text is empty or blank: {"text":" "}
	CodeValueMissing     Code = "value-missing"     // a required value of a closed set, a day or an id is not said: {"type":""}
	CodeValueUnknown     Code = "value-unknown"     // a value outside its closed set: {"type":"type3"}
	CodeRefUnknown       Code = "reference-unknown" // an id that no record of the document has
	CodeRepeated         Code = "entry-repeated"    // the same entry twice in a list of values: ["a","a"]
	CodeDatesReversed    Code = "dates-reversed"    // {"from":"2026-05-01","to":"2026-04-01"}, or spans that are not in the order of time
	CodeCriterionUnknown Code = "criterion-unknown" // {"criteria":["CC9.9"]}
	CodeKind             Code = "document-kind"     // {"kind":"programme"}
	CodeSchemaVersion    Code = "schema-version"    // {"schemaVersion":"2.0"}; a warning where only the minor is newer: {"schemaVersion":"1.1"}
)

// CodeTextUnsafe is the code of a text that holds control or bidirectional override characters. It is a problem of a
// document that was read, not a reason to refuse it.
const CodeTextUnsafe Code = "text-unsafe"
