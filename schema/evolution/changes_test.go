package evolution_test

import (
	"encoding/json"

	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/schema/evolution"
)

// A change is an edit of the register schema by its name, and what has to be found.
type change struct {
	name  string
	edits []edit
	code  problem.Code
	path  string
	about string // definition and property
}

var renamedControl = []edit{
	{"/$defs/Check", object{
		"type": "object", "additionalProperties": false, "required": list{"id", "frequency"},
		"properties": object{
			"id": object{"$ref": "#/$defs/ID"}, "frequency": object{"$ref": "#/$defs/Frequency"}, "owner": object{"type": "string"},
			"evidence": object{"type": "array", "items": object{"$ref": "#/$defs/Evidence"}},
			"parts":    object{"type": "array", "items": object{"$ref": "#/$defs/Check"}},
		},
	}},
	{"/$defs/Control", gone{}},
	{"/properties/controls/items/$ref", "#/$defs/Check"},
}

// breaking changes need a major version, and each is reported as one thing.
var breaking = []change{
	{"new required property", []edit{{"/properties/title", object{"type": "string"}}, {"/required/5", "title"}}, evolution.CodeRequiredPropertyAdded, "/properties/title", " title"},
	{"property removed", []edit{{"/$defs/Control/properties/owner", gone{}}}, evolution.CodePropertyRemoved, "/$defs/Control/properties/owner", "Control owner"},
	{"required property removed", []edit{{"/properties/period", gone{}}, {"/required/3", gone{}}}, evolution.CodePropertyRemoved, "/properties/period", " period"},
	{"optional becomes required", []edit{{"/$defs/Control/required/2", "owner"}}, evolution.CodePropertyRequired, "/$defs/Control/required/2", "Control owner"},
	{"required becomes optional", []edit{{"/$defs/Control/required/1", gone{}}}, evolution.CodePropertyOptional, "/$defs/Control/required/1", "Control frequency"},
	{"required without a property", []edit{{"/required/5", "anything"}}, evolution.CodePropertyRequired, "/required/5", " anything"},
	{"pattern added", []edit{{"/$defs/Control/properties/owner/pattern", "^[A-Z]"}}, evolution.CodePatternAdded, "/$defs/Control/properties/owner/pattern", "Control owner"},
	{"pattern changed", []edit{{"/$defs/ID/pattern", "^[A-Z]+$"}}, evolution.CodePatternChanged, "/$defs/ID/pattern", "ID "},
	{"format added", []edit{{"/properties/tags/items/format", "uri"}}, evolution.CodeFormatChanged, "/properties/tags/items/format", " tags"},
	{"format changed", []edit{{"/$defs/Period/properties/to/format", "date-time"}}, evolution.CodeFormatChanged, "/$defs/Period/properties/to/format", "Period to"},
	{"format removed", []edit{{"/$defs/Period/properties/to/format", gone{}}}, evolution.CodeFormatChanged, "/$defs/Period/properties/to/format", "Period to"},
	{"minLength raised", []edit{{"/$defs/ID/minLength", 3}}, evolution.CodeBoundNarrower, "/$defs/ID/minLength", "ID "},
	{"maxLength lowered", []edit{{"/$defs/ID/maxLength", 19}}, evolution.CodeBoundNarrower, "/$defs/ID/maxLength", "ID "},
	{"maxLength added", []edit{{"/$defs/Control/properties/owner/maxLength", 80}}, evolution.CodeBoundNarrower, "/$defs/Control/properties/owner/maxLength", "Control owner"},
	{"minItems raised", []edit{{"/properties/controls/minItems", 2}}, evolution.CodeBoundNarrower, "/properties/controls/minItems", " controls"},
	{"maxItems lowered", []edit{{"/properties/controls/maxItems", 2}}, evolution.CodeBoundNarrower, "/properties/controls/maxItems", " controls"},
	{"minimum raised", []edit{{"/properties/sampleSize/minimum", 1.5}}, evolution.CodeBoundNarrower, "/properties/sampleSize/minimum", " sampleSize"},
	{"maximum lowered", []edit{{"/properties/sampleSize/maximum", 59}}, evolution.CodeBoundNarrower, "/properties/sampleSize/maximum", " sampleSize"},
	{"uniqueItems added", []edit{{"/properties/controls/uniqueItems", true}}, evolution.CodeRepeatsRefused, "/properties/controls/uniqueItems", " controls"},
	{"type changed", []edit{{"/$defs/Control/properties/owner/type", "object"}}, evolution.CodeTypeChanged, "/$defs/Control/properties/owner/type", "Control owner"},
	{"type widened", []edit{{"/properties/sampleSize/type", "number"}}, evolution.CodeTypeChanged, "/properties/sampleSize/type", " sampleSize"},
	{"type removed", []edit{{"/$defs/Control/properties/owner/type", gone{}}}, evolution.CodeTypeChanged, "/$defs/Control/properties/owner/type", "Control owner"},
	{"type added", []edit{{"/properties/kind/type", "string"}}, evolution.CodeTypeChanged, "/properties/kind/type", " kind"},
	{"null no longer taken", []edit{{"/properties/note/type", "string"}}, evolution.CodeTypeChanged, "/properties/note/type", " note"},
	{"nullable by type", []edit{{"/$defs/Control/properties/owner/type", list{"string", "null"}}}, evolution.CodeNullTaken, "/$defs/Control/properties/owner/type", "Control owner"},
	{"nullable by alternative", []edit{{"/$defs/Rate/anyOf/2", object{"type": "null"}}}, evolution.CodeNullTaken, "/$defs/Rate/anyOf/2", "Rate "},
	{"alternative added", []edit{{"/$defs/Rate/anyOf/2", object{"type": "boolean"}}}, evolution.CodeAlternativeChanged, "/$defs/Rate/anyOf/2", "Rate "},
	{"alternative removed", []edit{{"/$defs/Rate/anyOf/0", gone{}}}, evolution.CodeAlternativeChanged, "/$defs/Rate/anyOf/0", "Rate "},
	{"alternatives removed", []edit{{"/$defs/Evidence/oneOf", gone{}}}, evolution.CodeAlternativeChanged, "/$defs/Evidence/oneOf", "Evidence "},
	{"narrower within an alternative", []edit{{"/$defs/Evidence/oneOf/0/properties/sha256/minLength", 64}}, evolution.CodeBoundNarrower, "/$defs/Evidence/oneOf/0/properties/sha256/minLength", "Evidence sha256"},
	{"value added to an enum", []edit{{"/$defs/Frequency/enum/3", "weekly"}}, evolution.CodeValueAdded, "/$defs/Frequency/enum/3", "Frequency "},
	{"value removed from an enum", []edit{{"/$defs/Frequency/enum/1", gone{}}}, evolution.CodeValueRemoved, "/$defs/Frequency/enum/1", "Frequency "},
	{"enum removed", []edit{{"/$defs/Frequency/enum", gone{}}}, evolution.CodeValuesOpened, "/$defs/Frequency/enum", "Frequency "},
	{"enum added", []edit{{"/$defs/Control/properties/owner/enum", list{"IT", "HR"}}}, evolution.CodeValuesClosed, "/$defs/Control/properties/owner/enum", "Control owner"},
	{"kind changed", []edit{{"/properties/kind/const", "controls"}}, evolution.CodeConstChanged, "/properties/kind/const", " kind"},
	{"version replaced", []edit{{"/properties/schemaVersion/const", "1.1"}}, evolution.CodeConstChanged, "/properties/schemaVersion/const", " schemaVersion"},
	{"version of another major taken", []edit{{"/properties/schemaVersion/const", gone{}}, {"/properties/schemaVersion/enum", list{"1.0", "2.0"}}}, evolution.CodeValueAdded, "/properties/schemaVersion/enum/1", " schemaVersion"},
	{"const replaced by other values", []edit{{"/properties/kind/const", gone{}}, {"/properties/kind/enum", list{"a", "b"}}}, evolution.CodeValueRemoved, "/properties/kind/const", " kind"},
	{"other version beside one that is none", []edit{{"/properties/schemaVersion/const", gone{}}, {"/properties/schemaVersion/enum", list{"1.0", 1.1}}}, evolution.CodeValueAdded, "/properties/schemaVersion/enum/1", " schemaVersion"},
	{"const beside an enum", []edit{{"/properties/kind/enum", list{"register"}}}, evolution.CodeCannotJudge, "/properties/kind/enum", " kind"},
	{"required within a property", []edit{{"/properties/labels/required", list{"team"}}}, evolution.CodePropertyRequired, "/properties/labels/required/0", " labels.team"},
	{"definitions that nothing can refer to", []edit{{"/$defs/Period/$defs", object{"A": object{}}}}, evolution.CodeCannotJudge, "/$defs/Period/$defs", "Period "},
	{"definitions that are none", []edit{{"/$defs", list{}}}, evolution.CodeCannotJudge, "/$defs", " "},
	{"properties closed", []edit{{"/properties/extensions/additionalProperties", false}}, evolution.CodePropertiesClosed, "/properties/extensions/additionalProperties", " extensions"},
	{"properties bound", []edit{{"/properties/extensions/additionalProperties", object{"type": "string"}}}, evolution.CodePropertiesClosed, "/properties/extensions/additionalProperties", " extensions"},
	{"entries of a map free", []edit{{"/properties/labels/additionalProperties", gone{}}}, evolution.CodeEntriesChanged, "/properties/labels/additionalProperties", " labels"},
	{"entries of a map narrower", []edit{{"/properties/labels/additionalProperties/maxLength", 5}}, evolution.CodeBoundNarrower, "/properties/labels/additionalProperties/maxLength", " labels"},
	{"name of a map taken", []edit{{"/properties/labels/properties", object{"team": object{"type": "string"}}}}, evolution.CodePropertiesClosed, "/properties/labels/properties/team", " labels.team"},
	{"entries of a list free", []edit{{"/properties/tags/items", gone{}}}, evolution.CodeEntriesChanged, "/properties/tags/items", " tags"},
	{"names bound", []edit{{"/properties/extensions/propertyNames", object{"maxLength": 9}}}, evolution.CodeNamesBound, "/properties/extensions/propertyNames", " extensions"},
	{"identifier changed", []edit{{"/$id", "https://example.org/schema/v1/registry.schema.json"}}, evolution.CodeIdentityChanged, "/$id", " "},
	{"dialect changed", []edit{{"/$schema", "https://json-evolution.org/draft/2019-09/schema"}}, evolution.CodeIdentityChanged, "/$schema", " "},
	{"definition removed", []edit{{"/$defs/Rate", gone{}}}, evolution.CodeDefinitionRemoved, "/$defs/Rate", "Rate "},
	{"definition renamed, which refers to itself", renamedControl, evolution.CodeDefinitionRenamed, "/$defs/Check", "Check "},
	{"reference leads elsewhere", []edit{{"/$defs/Control/properties/id/$ref", "#/$defs/Frequency"}}, evolution.CodeReferenceChanged, "/$defs/Control/properties/id/$ref", "Control id"},
	{"reference in place of other content", []edit{{"/$defs/Control/properties/owner", object{"$ref": "#/$defs/ID"}}}, evolution.CodeReferenceChanged, "/$defs/Control/properties/owner/$ref", "Control owner"},
	{"content gets a name", []edit{{"/$defs/Name", object{"type": "string"}}, {"/$defs/Control/properties/owner", object{"$ref": "#/$defs/Name"}}}, evolution.CodeDefinitionExtracted, "/$defs/Control/properties/owner/$ref", "Control owner"},
	{"content gets a name and a bound", []edit{{"/$defs/Name", object{"type": "string"}}, {"/$defs/Control/properties/owner", object{"$ref": "#/$defs/Name", "maxLength": 9}}}, evolution.CodeReferenceChanged, "/$defs/Control/properties/owner/$ref", "Control owner"},
	{"keyword that is not known", []edit{{"/$defs/ID/contentEncoding", "base32"}}, evolution.CodeCannotJudge, "/$defs/ID/contentEncoding", "ID "},
	{"keyword that is null", []edit{{"/$defs/ID/x", nil}}, evolution.CodeCannotJudge, "/$defs/ID/x", "ID "},
	{"keyword of the wrong type", []edit{{"/$defs/ID/minLength", "2"}}, evolution.CodeCannotJudge, "/$defs/ID/minLength", "ID "},
	{"bound out of reach", []edit{{"/properties/sampleSize/maximum", json.Number("1e999999999")}}, evolution.CodeCannotJudge, "/properties/sampleSize/maximum", " sampleSize"},
	{"allOf of more than a reference", []edit{{"/properties/period/allOf/1", object{"maxProperties": 2}}}, evolution.CodeReferenceChanged, "/properties/period/$ref", " period"},
	{"a property that cannot be", []edit{{"/properties/note", false}}, evolution.CodeCannotJudge, "/properties/note", " note"},
}

// widening changes need a minor version, and a major one the other way round.
var widening = []change{
	{"new optional property", []edit{{"/$defs/Control/properties/since", object{"type": "string", "format": "date"}}}, evolution.CodePropertyAdded, "/$defs/Control/properties/since", "Control since"},
	{"new definition", []edit{{"/$defs/Name", object{"type": "string", "minLength": 1}}}, evolution.CodeDefinitionAdded, "/$defs/Name", "Name "},
	{"minLength lowered", []edit{{"/$defs/ID/minLength", 1}}, evolution.CodeBoundWider, "/$defs/ID/minLength", "ID "},
	{"maxLength raised", []edit{{"/$defs/ID/maxLength", 21}}, evolution.CodeBoundWider, "/$defs/ID/maxLength", "ID "},
	{"maxLength removed", []edit{{"/$defs/ID/maxLength", gone{}}}, evolution.CodeBoundWider, "/$defs/ID/maxLength", "ID "},
	{"minItems removed", []edit{{"/properties/controls/minItems", gone{}}}, evolution.CodeBoundWider, "/properties/controls/minItems", " controls"},
	{"maxItems raised", []edit{{"/properties/controls/maxItems", 1000}}, evolution.CodeBoundWider, "/properties/controls/maxItems", " controls"},
	{"minimum lowered", []edit{{"/properties/sampleSize/minimum", 0}}, evolution.CodeBoundWider, "/properties/sampleSize/minimum", " sampleSize"},
	{"maximum raised", []edit{{"/properties/sampleSize/maximum", 60.5}}, evolution.CodeBoundWider, "/properties/sampleSize/maximum", " sampleSize"},
	{"pattern removed", []edit{{"/$defs/ID/pattern", gone{}}}, evolution.CodePatternRemoved, "/$defs/ID/pattern", "ID "},
	{"repeats taken", []edit{{"/properties/tags/uniqueItems", gone{}}}, evolution.CodeRepeatsTaken, "/properties/tags/uniqueItems", " tags"},
	{"names free", []edit{{"/properties/labels/propertyNames", gone{}}}, evolution.CodeNamesFree, "/properties/labels/propertyNames", " labels"},
	{"properties opened", []edit{{"/$defs/Period/additionalProperties", gone{}}}, evolution.CodePropertiesOpened, "/$defs/Period/additionalProperties", "Period "},
	{"further minor version taken", []edit{{"/properties/schemaVersion/const", gone{}}, {"/properties/schemaVersion/enum", list{"1.0", "1.1"}}}, evolution.CodeVersionAdded, "/properties/schemaVersion/enum/1", " schemaVersion"},
	{"wider within an alternative", []edit{{"/$defs/Rate/anyOf/0/maximum", 100}}, evolution.CodeBoundWider, "/$defs/Rate/anyOf/0/maximum", "Rate "},
}

// harmless changes need no version, in either direction.
var harmless = []change{
	{"title", []edit{{"/title", "Registry"}}, evolution.CodeAnnotationChanged, "/title", " "},
	{"description", []edit{{"/properties/period/description", "The period."}}, evolution.CodeAnnotationChanged, "/properties/period/description", " period"},
	{"description of a definition", []edit{{"/$defs/Period/description", gone{}}}, evolution.CodeAnnotationChanged, "/$defs/Period/description", "Period "},
	{"comment", []edit{{"/$comment", "release 1.0.1"}}, evolution.CodeAnnotationChanged, "/$comment", " "},
	{"examples", []edit{{"/properties/sampleSize/examples/1", 40}}, evolution.CodeAnnotationChanged, "/properties/sampleSize/examples", " sampleSize"},
	{"deprecated", []edit{{"/$defs/Control/properties/owner/deprecated", true}}, evolution.CodeAnnotationChanged, "/$defs/Control/properties/owner/deprecated", "Control owner"},
	{"order of values", []edit{{"/$defs/Frequency/enum", list{"yearly", "daily", "monthly"}}}, evolution.CodeSpellingChanged, "/$defs/Frequency/enum", "Frequency "},
	{"order of required names", []edit{{"/$defs/Control/required", list{"frequency", "id"}}}, evolution.CodeSpellingChanged, "/$defs/Control/required", "Control "},
	{"order of types", []edit{{"/properties/note/type", list{"null", "string"}}}, evolution.CodeSpellingChanged, "/properties/note/type", " note"},
	{"enum for a const", []edit{{"/properties/kind/const", gone{}}, {"/properties/kind/enum", list{"register"}}}, evolution.CodeSpellingChanged, "/properties/kind/enum", " kind"},
	{"a bound that always holds", []edit{{"/properties/tags/minItems", 0}}, evolution.CodeSpellingChanged, "/properties/tags/minItems", " tags"},
	{"a keyword that says nothing", []edit{{"/properties/controls/uniqueItems", false}}, evolution.CodeSpellingChanged, "/properties/controls/uniqueItems", " controls"},
	{"order of alternatives", []edit{{"/$defs/Rate/anyOf/0", object{"type": "string", "pattern": `^0(\.[0-9]+)?$`}}, {"/$defs/Rate/anyOf/1", object{"type": "number", "minimum": 0, "maximum": 1}}}, evolution.CodeSpellingChanged, "/$defs/Rate/anyOf", "Rate "},
}

// identical changes write the same in another way, of which there is nothing to say.
var identical = []change{
	{name: "reference without allOf", edits: []edit{{"/properties/period/allOf", gone{}}, {"/properties/period/$ref", "#/$defs/Period"}}},
	{name: "number spelled otherwise", edits: []edit{{"/properties/sampleSize/maximum", json.Number("6.0e1")}}},
	{name: "type in a list", edits: []edit{{"/properties/extensions/additionalProperties", true}}},
}
