package program

import (
	"slices"

	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
	"github.com/soc2kit/soc2/scope"
)

// Codes of the problems that only a program as a whole has.
const (
	CodeCriterionRepeated problem.Code = "criterion-repeated"          // two entries for CC6.1
	CodeMemberUnmapped    problem.Code = "alternative-member-unmapped" // an alternative's control that is not mapped to the criterion
	CodeCriterionAbsent   problem.Code = "criterion-absent"            // an applicable criterion of which the program says nothing
	CodeOutsidePeriod     problem.Code = "disclosed-outside-period"    // an incident or change that the description discloses, of another time
	CodePrivacyRole       problem.Code = "privacy-role-missing"        // the privacy category without the organization's role
	CodeCSOCCarvedOut     problem.Code = "csoc-not-carved-out"         // a CSOC for a criterion that its vendor does not list
)

// Validate reports everything that is wrong with p: ids that are malformed or repeated, each record by itself, and
// references between records.
func (p Program) Validate() problem.List {
	l := record.Header(p.Kind, Kind, p.SchemaVersion, SchemaVersion)
	record.ID(&l, "/id", p.ID)
	l.Append(p.Editions.Validate().Under("editions"))
	l.Append(p.Terms.Validate().Under("terms"))
	l.Append(p.Parties.Validate().Under("parties"))
	l.Append(p.System.Validate().Under("system"))
	if slices.Contains(p.Terms.Categories, criteria.Privacy) && p.System.PrivacyRole == "" {
		l.Warnf("/system/privacyRole", CodePrivacyRole, "the privacy category is covered, and the organization's role for personal information is not said")
	}

	x := p.index(&l)
	each(&l, "commitments", p.Commitments, scope.Commitment.Validate)
	each(&l, "subserviceOrganizations", p.SubserviceOrganizations, scope.SubserviceOrganization.Validate)
	each(&l, "userEntityControls", p.UserEntityControls, scope.UserEntityControl.Validate)
	each(&l, "userResponsibilities", p.UserResponsibilities, scope.UserResponsibility.Validate)
	for i, c := range p.Controls {
		own := c.Validate()
		x.control(&own, c)
		l.Append(own.Under("controls", i))
	}
	p.validateSupport(&l, x)
	p.validateCriteria(&l, x)
	each(&l, "riskAssessments", p.RiskAssessments, control.RiskAssessment.Validate)
	for i, r := range p.Risks {
		l.Append(r.Validate().Under("risks", i))
		record.Refs(&l, problem.Pointer("risks", i, "commitments"), "commitment", r.Commitments, x.commitments)
	}
	for i, pol := range p.Policies {
		l.Append(pol.Validate().Under("policies", i))
		record.Refs(&l, problem.Pointer("policies", i, "controls"), "control", pol.Controls, x.controls)
	}
	p.validateEvidence(&l, x)
	for i, a := range p.Remediation {
		l.Append(a.Validate().Under("remediation", i))
		record.Criteria(&l, problem.Pointer("remediation", i, "criteria"), a.Criteria)
		record.Refs(&l, problem.Pointer("remediation", i, "dependsOn"), "action", a.DependsOn, x.actions)
	}
	each(&l, "otherInformation", p.OtherInformation, scope.OtherInformation.Validate)
	each(&l, "priorReports", p.PriorReports, scope.PriorReport.Validate)
	return l
}

// each validates the records of one list.
func each[T any](l *problem.List, list string, records []T, validate func(T) problem.List) {
	for i, r := range records {
		l.Append(validate(r).Under(list, i))
	}
}

// index maps the ids of each list to positions.
type index struct {
	commitments, subservice, csocs, cuecs, risks, assessments, evidence, actions map[string]int
	controls                                                                     map[control.ID]int
}

func (p Program) index(l *problem.List) index {
	var x index
	x.commitments = record.Index(l, "commitments", len(p.Commitments), func(i int) string { return p.Commitments[i].ID })
	x.subservice = record.Index(l, "subserviceOrganizations", len(p.SubserviceOrganizations), func(i int) string { return p.SubserviceOrganizations[i].ID })
	x.csocs = make(map[string]int)
	for i, s := range p.SubserviceOrganizations {
		for j, c := range s.Controls {
			if first, ok := x.csocs[c.ID]; ok && first != i {
				l.Errorf(problem.Pointer("subserviceOrganizations", i, "controls", j, "id"), problem.CodeIDRepeated,
					"%q is also a CSOC of %s", c.ID, problem.Pointer("subserviceOrganizations", first))
			}
			x.csocs[c.ID] = i
		}
	}
	x.cuecs = record.Index(l, "userEntityControls", len(p.UserEntityControls), func(i int) string { return p.UserEntityControls[i].ID })
	record.Index(l, "userResponsibilities", len(p.UserResponsibilities), func(i int) string { return p.UserResponsibilities[i].ID })
	x.controls = record.Index(l, "controls", len(p.Controls), func(i int) control.ID { return p.Controls[i].ID })
	x.assessments = record.Index(l, "riskAssessments", len(p.RiskAssessments), func(i int) string { return p.RiskAssessments[i].ID })
	x.risks = record.Index(l, "risks", len(p.Risks), func(i int) string { return p.Risks[i].ID })
	record.Index(l, "policies", len(p.Policies), func(i int) string { return p.Policies[i].ID })
	record.Index(l, "vendorReports", len(p.VendorReports), func(i int) string { return p.VendorReports[i].ID })
	x.evidence = record.Index(l, "evidence", len(p.Evidence), func(i int) string { return p.Evidence[i].ID })
	record.Index(l, "populations", len(p.Populations), func(i int) string { return p.Populations[i].ID })
	record.Index(l, "accessReviews", len(p.AccessReviews), func(i int) string { return p.AccessReviews[i].ID })
	record.Index(l, "monitoringGaps", len(p.MonitoringGaps), func(i int) string { return p.MonitoringGaps[i].ID })
	record.Index(l, "requests", len(p.Requests), func(i int) string { return p.Requests[i].ID })
	x.actions = record.Index(l, "remediation", len(p.Remediation), func(i int) string { return p.Remediation[i].ID })
	record.Index(l, "otherInformation", len(p.OtherInformation), func(i int) string { return p.OtherInformation[i].ID })
	record.Index(l, "priorReports", len(p.PriorReports), func(i int) string { return p.PriorReports[i].ID })
	return x
}

func (x index) control(l *problem.List, c control.Control) {
	record.Refs(l, "/dependsOn", "control", c.DependsOn, x.controls)
	for i, id := range c.DependsOn {
		if id == c.ID {
			l.Errorf(problem.Pointer("dependsOn", i), control.CodeDependsOnSelf, "a control cannot support itself")
		}
	}
	record.Refs(l, "/monitors", "subservice organization", c.Monitors, x.subservice)
	record.Refs(l, "/commitments", "commitment", c.Commitments, x.commitments)
	record.Refs(l, "/risks", "risk", c.Risks, x.risks)
}

// validateSupport reports where a circle of controls that depend on each other closes. It keeps its own stack, since a
// chain may be as long as a document.
func (p Program) validateSupport(l *problem.List, x index) {
	type visit struct{ at, next int } // position of a control, and of the support to look at next
	started, done := make([]bool, len(p.Controls)), make([]bool, len(p.Controls))
	for i := range p.Controls {
		if started[i] {
			continue
		}
		started[i] = true
		for stack := []visit{{at: i}}; len(stack) > 0; {
			top := &stack[len(stack)-1]
			supports := p.Controls[top.at].DependsOn
			if top.next == len(supports) {
				done[top.at] = true
				stack = stack[:len(stack)-1]
				continue
			}
			by, ok := x.controls[supports[top.next]]
			switch {
			case !ok || by == top.at || done[by]: // unknown and direct ones are reported with the control
			case started[by]:
				l.Errorf(problem.Pointer("controls", top.at, "dependsOn", top.next), control.CodeDependsOnSelf, "%q depends on this control in turn", string(supports[top.next]))
			default:
				started[by] = true
				stack = append(stack, visit{at: by})
				top = &stack[len(stack)-2]
			}
			top.next++
		}
	}
}

func (p Program) validateCriteria(l *problem.List, x index) {
	seen := make(map[criteria.ID]int, len(p.Criteria))
	type mapping struct {
		control   control.ID
		criterion criteria.ID
	}
	mapped := make(map[mapping]bool)
	for _, c := range p.Controls {
		for _, id := range c.Criteria {
			mapped[mapping{c.ID, id}] = true
		}
	}
	for i, c := range p.Criteria {
		l.Append(c.Validate().Under("criteria", i))
		if first, ok := seen[c.ID]; ok {
			l.Errorf(problem.Pointer("criteria", i, "id"), CodeCriterionRepeated, "%s has an entry at %s", c.ID, problem.Pointer("criteria", first))
		}
		seen[c.ID] = i
		for j, a := range c.Alternatives {
			for k, m := range a.Members {
				var own problem.List
				switch m.Kind {
				case control.OwnControl:
					record.Ref(&own, "/id", "control", m.ID, x.controls, true)
					if _, ok := x.controls[control.ID(m.ID)]; ok && !mapped[mapping{control.ID(m.ID), c.ID}] {
						own.Warnf("/id", CodeMemberUnmapped, "the control %q is not mapped to %s", m.ID, c.ID)
					}
				case control.SubserviceControl:
					record.Ref(&own, "/id", "CSOC", m.ID, x.csocs, true)
				case control.UserEntityControl:
					record.Ref(&own, "/id", "CUEC", m.ID, x.cuecs, true)
				}
				l.Append(own.Under("criteria", i, "alternatives", j, "members", k))
			}
		}
	}
	for _, id := range p.Terms.Applicable() {
		if _, ok := seen[id]; !ok {
			l.Warnf("/criteria", CodeCriterionAbsent, "%s applies, and the program does not say what meets it", id)
		}
	}
	for i, s := range p.SubserviceOrganizations {
		for j, c := range s.Controls {
			for k, id := range c.Criteria {
				if s.Method == scope.CarveOut && !slices.Contains(s.Criteria, id) {
					l.Warnf(problem.Pointer("subserviceOrganizations", i, "controls", j, "criteria", k), CodeCSOCCarvedOut,
						"%s is not among the criteria carved out to %q", id, s.ID)
				}
			}
		}
	}
}

func (p Program) validateEvidence(l *problem.List, x index) {
	for i, r := range p.VendorReports {
		l.Append(r.Validate().Under("vendorReports", i))
		record.Ref(l, problem.Pointer("vendorReports", i, "subserviceOrganization"), "subservice organization", r.SubserviceOrganization, x.subservice, false)
	}
	for i, item := range p.Evidence {
		l.Append(item.Validate().Under("evidence", i))
		record.Refs(l, problem.Pointer("evidence", i, "controls"), "control", item.Controls, x.controls)
	}
	if span := p.Terms.Span(); span.IsValid() {
		for i, in := range p.System.Incidents {
			if in.Disclosed && in.Occurred.IsValid() && (in.Occurred.After(span.To) || p.Terms.Type == scope.Type2 && in.Occurred.Before(span.From)) {
				l.Warnf(problem.Pointer("system", "incidents", i, "occurred"), CodeOutsidePeriod, "disclosed, but not of %s", span)
			}
		}
		for i, c := range p.System.Changes {
			if c.Disclosed && c.Date.IsValid() && p.Terms.Type == scope.Type2 && !span.Contains(c.Date) {
				l.Warnf(problem.Pointer("system", "changes", i, "date"), CodeOutsidePeriod, "disclosed, but not of %s", span)
			}
		}
	}
	record.Ref(l, "/system/incidentQuery", "item of evidence", p.System.IncidentQuery, x.evidence, false)
	for i, c := range p.System.Changes {
		record.Ref(l, problem.Pointer("system", "changes", i, "riskAssessment"), "risk assessment", c.RiskAssessment, x.assessments, false)
	}
	for i, s := range p.SubserviceOrganizations {
		record.Ref(l, problem.Pointer("subserviceOrganizations", i, "assertion"), "item of evidence", s.Assertion, x.evidence, false)
		record.Ref(l, problem.Pointer("subserviceOrganizations", i, "representations"), "item of evidence", s.Representations, x.evidence, false)
	}
	for i, pop := range p.Populations {
		l.Append(pop.Validate().Under("populations", i))
		record.Refs(l, problem.Pointer("populations", i, "controls"), "control", pop.Controls, x.controls)
		for j, c := range pop.Checks {
			record.Refs(l, problem.Pointer("populations", i, "checks", j, "evidence"), "item of evidence", c.Evidence, x.evidence)
		}
	}
	for i, r := range p.AccessReviews {
		own := r.Validate()
		record.Ref(&own, "/control", "control", r.Control, x.controls, true)
		record.Ref(&own, "/listing", "item of evidence", r.Listing, x.evidence, false)
		l.Append(own.Under("accessReviews", i))
	}
	for i, g := range p.MonitoringGaps {
		own := g.Validate()
		record.Refs(&own, "/controls", "control", g.Controls, x.controls)
		l.Append(own.Under("monitoringGaps", i))
	}
	for i, r := range p.Requests {
		l.Append(r.Validate().Under("requests", i))
		record.Refs(l, problem.Pointer("requests", i, "controls"), "control", r.Controls, x.controls)
		record.Refs(l, problem.Pointer("requests", i, "evidence"), "item of evidence", r.Evidence, x.evidence)
	}
}
