package scope

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// A ReportException is one matter that somebody's report states: a deviation, or a criterion that was not met.
type ReportException struct {
	// Criterion is the criterion it concerns, where the report says.
	Criterion criteria.ID `json:"criterion,omitzero"`
	// Control is the control it concerns, by the id in that report.
	Control string `json:"control,omitzero"`
	// Text says what the matter was.
	Text string `json:"text"`
}

// A VendorReport is what management keeps of a report it received on a subservice organization or vendor. Exceptions on
// criteria that are carved out to it are contrary evidence: management must decide whether its assumption still stands.
type VendorReport struct {
	// ID identifies the report within the program.
	ID string `json:"id"`
	// SubserviceOrganization is the id of the subservice organization; absent for another vendor.
	SubserviceOrganization string `json:"subserviceOrganization,omitzero"`
	// Vendor is the vendor's name where it is no subservice organization.
	Vendor string `json:"vendor,omitzero"`
	// Kind says what the document is, such as "SOC 2 type 2" or "ISO/IEC 27001 certificate".
	Kind string `json:"kind"`
	// Period is the time it covers.
	Period calendar.Period `json:"period,omitzero"`
	// Opinion is its opinion for each subject.
	Opinion OpinionTuple `json:"opinion,omitzero"`
	// Exceptions are the matters it states.
	Exceptions []ReportException `json:"exceptions,omitempty"`
	// BridgedTo is the day up to which a bridge letter extends it.
	BridgedTo calendar.Date `json:"bridgedTo,omitzero"`
	// Received is the day it came.
	Received calendar.Date `json:"received,omitzero"`
	// Reviewed is the day management reviewed it; absent means not reviewed.
	Reviewed calendar.Date `json:"reviewed,omitzero"`
	// Reviewer is who reviewed it.
	Reviewer string `json:"reviewer,omitzero"`
	// Conclusion is what management made of it.
	Conclusion string `json:"conclusion,omitzero"`
}

// Validate reports what is wrong with r.
func (r VendorReport) Validate() problem.List {
	var l problem.List
	record.Text(&l, "/kind", r.Kind, "what the document is")
	if r.SubserviceOrganization == "" {
		record.Text(&l, "/vendor", r.Vendor, "the vendor, or the subservice organization,")
	}
	record.Span(&l, "/period", r.Period, false)
	r.Opinion.validate(&l, "/opinion")
	validateExceptions(&l, r.Exceptions)
	record.Day(&l, "/bridgedTo", r.BridgedTo, false)
	record.Day(&l, "/received", r.Received, false)
	record.Day(&l, "/reviewed", r.Reviewed, false)
	return l
}

// A PriorReport is what the program keeps of the last report on the same system.
type PriorReport struct {
	// ID identifies the report within the program.
	ID string `json:"id"`
	// Type is type1 or type2.
	Type ReportType `json:"type"`
	// AsOf is the day of a type 1.
	AsOf calendar.Date `json:"asOf,omitzero"`
	// Period is the period of a type 2.
	Period calendar.Period `json:"period,omitzero"`
	// Auditor is the firm that gave it.
	Auditor string `json:"auditor,omitzero"`
	// Opinion is its opinion for each subject.
	Opinion OpinionTuple `json:"opinion,omitzero"`
	// Exceptions are the matters it states.
	Exceptions []ReportException `json:"exceptions,omitempty"`
	// NotOperated are controls that did not operate in its period.
	NotOperated []string `json:"notOperated,omitempty"`
}

// Validate reports what is wrong with r.
func (r PriorReport) Validate() problem.List {
	var l problem.List
	record.Value(&l, "/type", r.Type, true)
	l.Append(validateTime(r.Type, r.AsOf, r.Period))
	for i, id := range r.NotOperated {
		record.Text(&l, problem.Pointer("notOperated", i), id, "the control")
	}
	record.Distinct(&l, "/notOperated", r.NotOperated)
	r.Opinion.validate(&l, "/opinion")
	validateExceptions(&l, r.Exceptions)
	return l
}

func (o OpinionTuple) validate(l *problem.List, path string) {
	record.Value(l, path+"/description", o.Description, false)
	record.Value(l, path+"/design", o.Design, false)
	record.Value(l, path+"/operating", o.Operating, false)
}

func validateExceptions(l *problem.List, exceptions []ReportException) {
	for i, e := range exceptions {
		at := problem.Pointer("exceptions", i)
		if e.Criterion != "" && !e.Criterion.IsValid() {
			l.Errorf(at+"/criterion", problem.CodeCriterionUnknown, "%q is none of the trust services criteria", string(e.Criterion))
		}
		record.Text(l, at+"/text", e.Text, "what the matter was")
	}
}
