package schema_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/schema"
)

// A probe is a document about which schema, reader and judges could disagree.
type probe struct {
	name     string
	kind     string
	document string
	valid    bool   // under its schema, as the Go judge sees it
	read     bool   // without an error and without a problem of severity Error
	reason   string // why valid and read differ; "" if they do not
	class    string // the class of differences between judges that it is of, "" if all agree; see judgeDifferences
}

// planWith returns a plan with a tolerable rate.
func planWith(rate string) string {
	return `{"model":"binomial","tolerableRate":` + rate + `,"expectedRate":0,"riskOfOverreliance":0.1,"convention":"ceil"}`
}

// programWith returns a small program in which value stands in place of one of its values.
func programWith(instead, value string) string {
	const small = `{"kind":"program","schemaVersion":"1.0","id":"first-steps",
"editions":{"criteria":"tsc-2017-2022","descriptionCriteria":"dc-2018-2022"},
"terms":{"type":"type1","status":"planned","asOf":"2026-06-30","categories":["security"]},
"parties":{"serviceOrganization":{"name":"Pocket Orchard Ltd"}},
"system":{"name":"Orchard Rota","description":[],"components":[]},
"commitments":[],"controls":[],"criteria":[],
"evidence":[{"id":"E-1","title":"Listing","class":"document","source":"directory","collected":"2026-01-31T09:00:00Z"}],
"extensions":{"com.acme":"extension"}}`
	if strings.Count(small, instead) != 1 {
		panic("not once in the program: " + instead)
	}
	return strings.Replace(small, instead, value, 1)
}

// probes are documents with one odd thing each.
func probes() []probe {
	const id, day, moment, name, extension = `"first-steps"`, `"2026-06-30"`, `"2026-01-31T09:00:00Z"`, `"Orchard Rota"`, `"extension"`
	const maxDepth = 64
	return []probe{
		{"a plan as it should be", "plan", planWith("0.05"), true, true, "", ""},
		{"a rate in text", "plan", planWith(`"0.05"`), true, true, "", ""},
		{"a rate with an exponent", "plan", planWith("5E-2"), true, true, "", ""},
		{"several digits before an exponent", "plan", planWith("10e-2"), true, true, "", ""},
		{"several digits before an exponent, in text", "plan", planWith(`"10e-2"`), false, true, "a pattern cannot tell it from a number beyond 1", ""},
		{"minus nought", "plan", strings.Replace(planWith("0.05"), `"expectedRate":0`, `"expectedRate":-0`, 1), true, false, "the sign is a matter of spelling", ""},
		{"a rate of more than 40 characters", "plan", planWith("0.05" + strings.Repeat("0", 40)), true, false, "its length is a matter of spelling", ""},
		{"a rate below 1e-30", "plan", planWith("1e-31"), true, false, "the reader bounds the exponent", ""},
		{"a rate hardly beyond 1", "plan", planWith("1.00000000000000000001"), false, false, "", "rounded"},
		{"a rate far beyond 1", "plan", planWith("1e400"), false, false, "", ""},
		{"a byte order mark", "plan", "\ufeff" + planWith("0.05"), false, false, "", ""},
		{"something after the document", "plan", planWith("0.05") + "{}", false, false, "", ""},
		{"a comma too many", "plan", planWith("0.05,"), false, false, "", ""},
		{"not a number", "plan", planWith("NaN"), false, false, "", ""},
		{"infinity", "plan", planWith("Infinity"), false, false, "", ""},
		{"nothing", "plan", "", false, false, "", ""},
		{"null", "plan", "null", false, false, "", ""},
		{"a list", "plan", "[]", false, false, "", ""},
		{"a member twice", "plan", `{"model":"poisson",` + planWith("0.05")[1:], true, false, "a schema judges a value, in which one of the two is left", ""},

		{"a program as it should be", "program", programWith(id, id), true, true, "", ""},
		{"a line feed at the end of an id", "program", programWith(id, `"first-steps\n"`), false, false, "", "line feed"},
		{"a line feed within an id", "program", programWith(id, `"first\nsteps"`), false, false, "", ""},
		{"a line feed at the end of a day", "program", programWith(day, `"2026-06-30\n"`), false, false, "", ""},
		{"digits of another script", "program", programWith(day, `"２０２６-06-30"`), false, false, "", ""},
		{"the year 0000", "program", programWith(day, `"0000-06-30"`), true, false, "the format has a year 0000, and the calendar of this module has none", "year 0000"},
		{"the year 0001", "program", programWith(day, `"0001-06-30"`), true, true, "", ""},
		{"no such day", "program", programWith(day, `"2026-06-31"`), false, false, "", ""},
		{"no leap year", "program", programWith(day, `"1900-02-29"`), false, false, "", ""},
		{"a leap second", "program", programWith(moment, `"2016-12-31T23:59:60Z"`), false, false, "", ""},
		{"an offset", "program", programWith(moment, `"2026-01-31T09:00:00+01:00"`), false, false, "", ""},
		{"a small z", "program", programWith(moment, `"2026-01-31T09:00:00z"`), false, false, "", ""},
		{"a moment of no such day", "program", programWith(moment, `"2026-02-30T09:00:00Z"`), false, false, "", "date-time"},
		{"a name of blanks", "program", programWith(name, `" \t\u000b\r\n"`), false, false, "", ""},
		{"a name of a blank beyond ASCII", "program", programWith(name, `"\u3000"`), true, false, "no class of blanks is the same in every language", ""},
		{"a name of nothing that is seen", "program", programWith(name, `"\ufeff"`), true, true, "", ""},
		{"a control character", "program", programWith(name, `"Orchard\u0000Rota"`), true, false, "what misleads people is no matter of form", ""},
		{"half a surrogate pair", "program", programWith(name, `"\ud800"`), true, false, "every reader makes something else of it", ""},
		{"extensions too deep", "program", programWith(extension, strings.Repeat("[", maxDepth)+strings.Repeat("]", maxDepth)), true, false, "the reader bounds the depth", ""},
		{"an extension of many kinds", "program", programWith(extension, `{"":[1e300,-0,true,"\ufffd",{"__proto__":{"constructor":1}}]}`), true, true, "", ""},
		{"an extension of null", "program", programWith(extension, "null"), true, true, "", ""},
		{"a name of an extension twice", "program", programWith(extension, `1,"com.acme":2`), true, false, "a schema judges a value, in which one of the two is left", ""},
	}
}

// The reader and the schema agree about what is odd, but for what a schema cannot say.
func TestProbes(t *testing.T) {
	codecs := exampleCodecs()
	for _, p := range probes() {
		t.Run(p.name, func(t *testing.T) {
			err := judged(t, schemaName{p.kind, schema.Strict}, []byte(p.document))
			require.Equal(t, p.valid, err == nil, "%v", err)
			_, problems, err := codecs[p.kind].read([]byte(p.document))
			require.Equal(t, p.read, err == nil && !problems.HasErrors(), "%v %v", err, problems)
			require.Equal(t, p.valid != p.read, p.reason != "", "a difference has a reason, and nothing else has")
		})
	}
}
