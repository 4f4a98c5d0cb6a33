package company

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
)

// controls returns the controls in the order of the families. The description contains each of them, and the examination
// relies on each.
func controls() []control.Control {
	list := slices.Concat(
		governanceControls(), communicationControls(), riskControls(), monitoringControls(),
		accessControls(), protectionControls(), operationsControls(), incidentControls(), changeControls(),
		vendorControls(), continuityControls(), confidentialityControls(),
	)
	for i := range list {
		list[i].Described, list[i].Relied = true, true
	}
	return list
}

// yearly is once in each year that ends the day before anchor.
func yearly(anchor calendar.Date) calendar.Frequency {
	return calendar.Frequency{Interval: calendar.Annual, Anchor: anchor}
}

// every is once in each interval of the calendar.
func every(interval calendar.Interval) calendar.Frequency {
	return calendar.Frequency{Interval: interval}
}

// on is each time that an event of the kind happens.
func on(event string) calendar.Frequency {
	return calendar.Frequency{Trigger: event}
}

// always is what a configuration enforces without end.
func always() calendar.Frequency {
	return calendar.Frequency{Interval: calendar.Continuous}
}
