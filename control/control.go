package control

import (
	"slices"
	"strings"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// An ID is the organization's own name for a control, such as "AC-07". It has the form of a record id and is unique in a
// program.
type ID string

// SchemaPattern is the pattern that ids match, for JSON Schema.
func (ID) SchemaPattern() string { return record.IDPattern }

// SchemaName is the name that JSON Schema knows the type by.
func (ID) SchemaName() string { return "ControlID" }

// Automation says who or what performs a control.
type Automation string

const (
	Manual      Automation = "manual"       // a person does it
	Automated   Automation = "automated"    // a system does it, the same way each time, by its configuration
	ITDependent Automation = "it-dependent" // a person does it with what a system produces
)

// Automations lists the three values.
func Automations() []Automation { return []Automation{Manual, Automated, ITDependent} }

// IsValid reports whether a is one of the three values.
func (a Automation) IsValid() bool { return slices.Contains(Automations(), a) }

// EnumValues lists the spellings, for JSON Schema.
func (Automation) EnumValues() []string { return []string{"manual", "automated", "it-dependent"} }

// Purpose says whether a control keeps something from happening or finds that it did.
type Purpose string

// What a control does about the thing it is aimed at: keeps it from happening, finds that it did, or puts it right.
const (
	Preventive Purpose = "preventive"
	Detective  Purpose = "detective"
	Corrective Purpose = "corrective"
)

// Purposes lists the three values.
func Purposes() []Purpose { return []Purpose{Preventive, Detective, Corrective} }

// IsValid reports whether p is one of the three values.
func (p Purpose) IsValid() bool { return slices.Contains(Purposes(), p) }

// EnumValues lists the spellings, for JSON Schema.
func (Purpose) EnumValues() []string { return []string{"preventive", "detective", "corrective"} }

// A Control is one activity of the service organization, stated so that a service auditor can test it: who does what,
// how often, leaving what behind.
type Control struct {
	// ID is the organization's own identifier, such as "AC-07". Required; unique within the program.
	ID ID `json:"id"`
	// Title is a short name for lists.
	Title string `json:"title,omitzero"`
	// Text states the control. It stands in the description and, with the same words, beside the tests.
	Text string `json:"text"`
	// Criteria lists what the control helps to meet, each once. At least one. It is a mapping: which controls suffice
	// together is said by the criterion's alternatives.
	Criteria []criteria.ID `json:"criteria"`
	// Described says whether the description contains the control. One that it does not contain counts for nothing.
	Described bool `json:"described"`
	// Relied says whether the examination relies on the control. One that it does not rely on counts for nothing.
	Relied bool `json:"relied"`
	// From is the first day the description gives the control; absent means from before the period.
	From calendar.Date `json:"from,omitzero"`
	// To is the last day the description gives the control; absent means until after the period.
	To calendar.Date `json:"to,omitzero"`
	// Versions are the wordings that applied one after another within the period, where it changed. Each is tested on
	// its own. Absent means that Text applied throughout.
	Versions []Version `json:"versions,omitempty"`
	// Automation says who or what performs it.
	Automation Automation `json:"automation"`
	// Purpose says whether it prevents, detects or corrects.
	Purpose Purpose `json:"purpose,omitzero"`
	// Frequency says when it is due: at intervals, on a trigger, or continuously.
	Frequency calendar.Frequency `json:"frequency"`
	// DueWithin is the time allowed after the trigger; absent means that none is stated.
	DueWithin calendar.Allowance `json:"dueWithin,omitzero"`
	// Owner is the person or role that answers for it.
	Owner string `json:"owner"`
	// Performer is the person, role or system that performs it; absent means the owner.
	Performer string `json:"performer,omitzero"`
	// Approver is the person or role that approves where the control is an approval.
	Approver string `json:"approver,omitzero"`
	// Variants are the distinct configurations of an automated control; each is tested. Absent means one.
	Variants []string `json:"variants,omitempty"`
	// DependsOn are the controls over change and access without which one look at an automated control proves nothing
	// for a period.
	DependsOn []ID `json:"dependsOn,omitempty"`
	// Monitors are the ids of the subservice organizations that the control monitors.
	Monitors []string `json:"monitors,omitempty"`
	// Commitments are the ids of the commitments and requirements that it serves.
	Commitments []string `json:"commitments,omitempty"`
	// Risks are the ids of the risks that it answers.
	Risks []string `json:"risks,omitempty"`
}

// A Version is the wording of a control for part of the period.
type Version struct {
	// From is the first day of the wording.
	From calendar.Date `json:"from"`
	// To is its last day; absent means until after the period.
	To calendar.Date `json:"to,omitzero"`
	// Text is the wording.
	Text string `json:"text"`
	// Tool is the system that performed or supported the control then.
	Tool string `json:"tool,omitzero"`
}

// InPlace returns the part of span for which the description gives the control, and whether there is any.
func (c Control) InPlace(span calendar.Period) (calendar.Period, bool) {
	if c.From.After(span.From) {
		span.From = c.From
	}
	if !c.To.IsZero() && c.To.Before(span.To) {
		span.To = c.To
	}
	return span, span.IsValid()
}

// Cuts returns the days on which the control starts, changes, or has ended the day before, in no particular order.
func (c Control) Cuts() []calendar.Date {
	var cuts []calendar.Date
	if !c.From.IsZero() {
		cuts = append(cuts, c.From)
	}
	if !c.To.IsZero() {
		cuts = append(cuts, c.To.AddDays(1))
	}
	for _, v := range c.Versions {
		cuts = append(cuts, v.From)
		if !v.To.IsZero() {
			cuts = append(cuts, v.To.AddDays(1))
		}
	}
	return cuts
}

// TextOn returns the wording that applied on day d: that of the version, or Text where no version has the day.
func (c Control) TextOn(d calendar.Date) string {
	for _, v := range c.Versions {
		if !d.Before(v.From) && (v.To.IsZero() || !d.After(v.To)) {
			return v.Text
		}
	}
	return c.Text
}

// Codes of the problems that only controls have.
const (
	CodeCriteriaNone      problem.Code = "control-criteria-none"      // a control mapped to nothing
	CodeVersionsOverlap   problem.Code = "control-versions-overlap"   // two wordings for one day, or not in the order of time
	CodeOwnerMissing      problem.Code = "owner-missing"              // {"owner":""}
	CodeDependsOnSelf     problem.Code = "control-depends-on-self"    // a control that depends on itself, directly or around
	CodeReliedUndescribed problem.Code = "control-relied-undescribed" // relied on, but not in the description
)

// Validate reports what is wrong with c by itself; references to other records are checked by the program.
func (c Control) Validate() problem.List {
	var l problem.List
	record.Text(&l, "/text", c.Text, "the text of the control")
	if len(c.Criteria) == 0 {
		l.Errorf("/criteria", CodeCriteriaNone, "the control is mapped to no criterion")
	}
	record.Criteria(&l, "/criteria", c.Criteria)
	if c.Relied && !c.Described {
		l.Warnf("/relied", CodeReliedUndescribed, "the description does not contain the control, so it counts for nothing")
	}
	record.Days(&l, "/from", c.From, "/to", c.To, false)
	var last calendar.Date
	for i, v := range c.Versions {
		at := problem.Pointer("versions", i)
		record.Days(&l, at+"/from", v.From, at+"/to", v.To, true)
		record.Text(&l, at+"/text", v.Text, "the wording")
		if i > 0 && (last.IsZero() || !v.From.After(last)) {
			l.Errorf(at+"/from", CodeVersionsOverlap, "a wording starts after the one before it has ended")
		}
		last = v.To
	}
	record.Value(&l, "/automation", c.Automation, true)
	record.Value(&l, "/purpose", c.Purpose, false)
	if c.Frequency.IsZero() {
		l.Errorf("/frequency", calendar.CodeFrequencyUndefined, "how often the control is due, or on what trigger, is required")
	} else {
		record.Join(&l, "/frequency", c.Frequency.Validate())
	}
	if !c.DueWithin.IsZero() {
		record.Join(&l, "/dueWithin", c.DueWithin.Validate())
	}
	record.Texts(&l, "/variants", c.Variants, "the name of the configuration")
	record.Distinct(&l, "/variants", c.Variants)
	if strings.TrimSpace(c.Owner) == "" {
		l.Warnf("/owner", CodeOwnerMissing, "nobody answers for the control")
	}
	return l
}
