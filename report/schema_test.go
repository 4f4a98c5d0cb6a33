package report_test

import (
	"bytes"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/schema"
	"github.com/soc2kit/soc2/scope"
)

// strictSchema returns the schema of a kind, with formats asserted.
func strictSchema(t testing.TB, kind string) *jsonschema.Schema {
	t.Helper()
	b, err := schema.Bytes(kind, schema.Strict)
	require.NoError(t, err)
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(b))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	require.NoError(t, c.AddResource("schema.json", doc))
	s, err := c.Compile("schema.json")
	require.NoError(t, err)
	return s
}

// A record in which Validate finds no error is valid under the schema of engagements, and so are the conclusions and the
// deliverable that follow from it: whoever reads what this module writes can rely on its schemas.
func TestSoundRecordsAreValidUnderTheirSchemas(t *testing.T) {
	engagements, conclusions, deliverables := strictSchema(t, "engagement"), strictSchema(t, "conclusions"), strictSchema(t, "deliverable")
	valid := func(s *jsonschema.Schema, seed uint64, written []byte) {
		t.Helper()
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(written))
		require.NoError(t, err)
		require.NoError(t, s.Validate(v), "seed %d", seed)
	}
	seeds := uint64(300)
	if testing.Short() {
		seeds = 40
	}
	sound := 0
	for seed := range seeds {
		eng := randomEngagement(t, seed)
		c := report.Conclude(eng)
		var b bytes.Buffer
		require.NoError(t, report.WriteConclusions(&b, c))
		valid(conclusions, seed, b.Bytes()) // sound or not: it is this module's own
		if eng.Validate().HasErrors() {
			continue
		}
		spoilt := copied(eng) // what follows from a record that is wrong is valid all the same
		spoilt.Program.Controls[0].ID, spoilt.Program.Controls[0].Automation = "AC 01", "robot"
		spoilt.Program.Parties.ServiceOrganization.Name, spoilt.Program.Terms.Categories[0] = "", "safety"
		spoilt.Program.System.Incidents = append(spoilt.Program.System.Incidents, scope.Incident{ID: "", Occurred: "someday"})
		b.Reset()
		require.NoError(t, report.WriteConclusions(&b, report.Conclude(spoilt)))
		valid(conclusions, seed, b.Bytes())
		if d, err := report.Assemble(spoilt, report.DeliverableKind(spoilt.Program.Terms.Type)); err == nil {
			b.Reset()
			require.NoError(t, report.WriteDeliverable(&b, d))
			valid(deliverables, seed, b.Bytes())
		}
		sound++
		b.Reset()
		require.NoError(t, report.WriteEngagement(&b, eng))
		valid(engagements, seed, b.Bytes())
		d, err := report.Assemble(eng, report.DeliverableKind(eng.Program.Terms.Type)) // the two have the same spellings
		require.NoError(t, err)
		b.Reset()
		require.NoError(t, report.WriteDeliverable(&b, d))
		valid(deliverables, seed, b.Bytes())
	}
	require.Greater(t, sound, int(seeds/4), "too few of the generated records are sound to say anything")
	t.Logf("%d of %d records are sound", sound, seeds)
}
