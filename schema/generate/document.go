package generate

import (
	"reflect"

	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/sampling"
	"github.com/soc2kit/soc2/schema"
)

// Members of every root document.
const (
	kindMember    = "kind"
	versionMember = "schemaVersion"
)

// DocumentType returns the Go type of a kind of document that [schema.Documents] lists, nil if it lists none.
func DocumentType(kind string) reflect.Type {
	switch kind {
	case program.Kind:
		return reflect.TypeFor[program.Program]()
	case report.FieldworkKind:
		return reflect.TypeFor[report.Fieldwork]()
	case report.EngagementKind:
		return reflect.TypeFor[report.Engagement]()
	case report.ConclusionsKind:
		return reflect.TypeFor[report.Conclusions]()
	case report.DeliverableDocument:
		return reflect.TypeFor[report.Deliverable]()
	case "selection":
		return reflect.TypeFor[sampling.Selection]()
	case "plan":
		return reflect.TypeFor[sampling.Plan]()
	case "frequency-table":
		return reflect.TypeFor[sampling.FrequencyTable]()
	}
	return nil
}

// rootOf returns the kind of the root document that t is, "" if it is none.
func rootOf(t reflect.Type) string {
	for _, d := range schema.Documents() {
		if d.Root && DocumentType(d.Kind) == t {
			return d.Kind
		}
	}
	return ""
}
