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

// An assumedOf is a subservice organization and a criterion that is assumed of it; no criterion stands for all of them.
type assumedOf struct {
	vendor    string
	criterion criteria.ID
}

// doubts are what speaks against an assumption, and what was decided on it.
type doubts struct{ any, open, unreasonable, reasonable bool }

// indexDoubts gathers what speaks against assumptions: entered by hand, or a matter in a report on the subservice
// organization.
func (c *concluder) indexDoubts() {
	c.doubts = make(map[assumedOf]doubts)
	add := func(vendor string, id criteria.ID, more doubts) {
		key := assumedOf{vendor, id}
		d := c.doubts[key]
		c.doubts[key] = doubts{true, d.open || more.open, d.unreasonable || more.unreasonable, d.reasonable || more.reasonable}
	}
	for _, e := range c.e.Fieldwork.ContraryEvidence {
		decided := e.Decision.IsComplete()
		more := doubts{unreasonable: decided && e.Reasonable == scope.No, reasonable: decided && e.Reasonable == scope.Yes}
		more.open = !more.unreasonable && !more.reasonable
		for _, id := range e.Criteria {
			add(e.SubserviceOrganization, id, more)
		}
		if len(e.Criteria) == 0 {
			add(e.SubserviceOrganization, "", more)
		}
	}
	for _, r := range c.e.Program.VendorReports {
		named := false
		for _, x := range r.Exceptions {
			if x.Criterion != "" {
				named = true
				add(r.SubserviceOrganization, x.Criterion, doubts{})
			}
		}
		modified := func(o Opinion) bool { return o != "" && o != Unmodified }
		if !named && (modified(r.Opinion.Design) || modified(r.Opinion.Operating) || modified(r.Opinion.Description)) {
			add(r.SubserviceOrganization, "", doubts{}) // modified, and it does not say for which criteria
		}
	}
}

// contrary reports whether something speaks against what is assumed of a subservice organization for a criterion.
func (c *concluder) contrary(vendor string, id criteria.ID) bool {
	return c.doubts[assumedOf{vendor, id}].any || c.doubts[assumedOf{vendor, ""}].any
}

// reasonable returns the recorded decision whether the assumption stays reasonable; a "no" outweighs a "yes", and an
// entry without a complete decision leaves it open.
func (c *concluder) reasonable(vendor string, id criteria.ID) scope.Answer {
	one, all := c.doubts[assumedOf{vendor, id}], c.doubts[assumedOf{vendor, ""}]
	switch {
	case one.open || all.open:
		return ""
	case one.unreasonable || all.unreasonable:
		return scope.No
	case one.reasonable || all.reasonable:
		return scope.Yes
	}
	return ""
}
