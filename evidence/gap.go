package evidence

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// A MonitoringGap is a time in which a tool that collects evidence was not connected. What it would have seen then is not
// known; silence is not a pass. Gaps are kept for people to weigh: no conclusion is drawn from them here.
type MonitoringGap struct {
	// ID identifies the gap within the program.
	ID string `json:"id"`
	// Connection is what was not connected.
	Connection string `json:"connection"`
	// Period holds the first and last day of the gap.
	Period calendar.Period `json:"period"`
	// Controls are the controls whose evidence comes that way.
	Controls []control.ID `json:"controls,omitempty"`
}

// Validate reports what is wrong with g by itself.
func (g MonitoringGap) Validate() problem.List {
	var l problem.List
	record.Text(&l, "/connection", g.Connection, "what was not connected")
	record.Span(&l, "/period", g.Period, true)
	return l
}
