package report

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/scope"
)

// assumption says whether a CSOC may be assumed for a criterion in a slice. Where nothing but the assumption meets the
// criterion, the description must carve it out and a control must monitor the subservice organization.
func (c *concluder) assumption(id criteria.ID, csoc string, slice calendar.Period, alone bool) CriterionStatus {
	i, ok := c.csocVendor[csoc]
	if !ok {
		return CriterionUnmet
	}
	vendor := c.e.Program.SubserviceOrganizations[i]
	if vendor.Method != scope.CarveOut || !vendor.Disclosed {
		return CriterionUnmet
	}
	contrary := c.contrary(vendor.ID, id)
	if alone {
		if !slices.Contains(vendor.Criteria, id) {
			return CriterionUnmet
		}
		status, notEffective := c.monitoring(vendor.ID, slice)
		if status != CriterionMet {
			return status
		}
		contrary = contrary || notEffective
	}
	if !contrary {
		return CriterionCarvedOut
	}
	switch c.reasonable(vendor.ID, id) {
	case scope.Yes:
		return CriterionCarvedOut
	case scope.No:
		return CriterionUnmet
	}
	return CriterionUndecided
}

// monitoring says whether a suitable and implemented control monitors a subservice organization in a slice, and whether
// none of those operated effectively as far as the record shows.
func (c *concluder) monitoring(vendor string, slice calendar.Period) (status CriterionStatus, notEffective bool) {
	status = CriterionUnmet
	suitable, effective := false, false
	for _, id := range c.monitors[vendor] {
		s := c.at(id, slice)
		switch {
		case !s.InPlace || s.Implemented == NotImplemented || s.Design == Deficient:
		case s.Design == Suitable && s.Implemented == Implemented:
			suitable = true
			effective = effective || s.Operation == OperationEffective || s.Operation == OperationNone
		case s.Design == "" || s.Implemented == "":
			status = CriterionUndecided
		}
	}
	switch {
	case !suitable:
		return status, false
	case !c.type2 || effective:
		return CriterionMet, false
	}
	return CriterionMet, true
}

// contrary reports whether something speaks against what is assumed of a subservice organization for a criterion: entered
// by hand, or a matter in a report on it.
func (c *concluder) contrary(vendor string, id criteria.ID) bool {
	for _, e := range c.e.Fieldwork.ContraryEvidence {
		if e.SubserviceOrganization == vendor && (len(e.Criteria) == 0 || slices.Contains(e.Criteria, id)) {
			return true
		}
	}
	for _, r := range c.e.Program.VendorReports {
		if r.SubserviceOrganization != vendor {
			continue
		}
		named := false
		for _, x := range r.Exceptions {
			if x.Criterion == id {
				return true
			}
			named = named || x.Criterion != ""
		}
		modified := func(o Opinion) bool { return o != "" && o != Unmodified }
		if !named && (modified(r.Opinion.Design) || modified(r.Opinion.Operating) || modified(r.Opinion.Description)) {
			return true // modified, and it does not say for which criteria
		}
	}
	return false
}

// reasonable returns the recorded decision whether the assumption stays reasonable; a "no" outweighs a "yes", and an
// entry without a complete decision leaves it open.
func (c *concluder) reasonable(vendor string, id criteria.ID) scope.Answer {
	answer := scope.Answer("")
	for _, e := range c.e.Fieldwork.ContraryEvidence {
		if e.SubserviceOrganization != vendor || (len(e.Criteria) > 0 && !slices.Contains(e.Criteria, id)) {
			continue
		}
		switch {
		case !e.Reasonable.IsValid() || !e.Decision.IsComplete():
			return ""
		case e.Reasonable == scope.No || answer == "":
			answer = e.Reasonable
		}
	}
	return answer
}
