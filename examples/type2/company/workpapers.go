package company

import (
	"slices"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/evidence"
)

// workpapers returns the firm's workpapers in the order of the controls. What they leave open is filled in: the days, the
// preparer, and who did each procedure when.
func workpapers() []workpaper {
	list := slices.Concat(
		governanceWork(), riskWork(), accessWork(), protectionWork(),
		operationsWork(), changeWork(), continuityWork(),
	)
	for i := range list {
		w := &list[i]
		if w.period.IsZero() {
			w.period = throughout()
		}
		if w.preparer == "" {
			w.preparer = auditAssociate
		}
		for j := range w.procedures {
			p := &w.procedures[j]
			p.Performer = w.preparer
			switch {
			case !p.Performed.IsZero():
			case w.extent == evidence.Configuration && p.Kind != evidence.Analytics:
				p.Performed = visit // settings were looked at then
			default:
				p.Performed = w.concluded
			}
		}
	}
	return list
}

// The scheduled occurrences that were due in the period, by the last day of their intervals.

func quarters() []string { return due(calendar.Quarterly) }
func months() []string   { return due(calendar.Monthly) }
func halves() []string   { return due(calendar.Semiannual) }

func due(interval calendar.Interval) []string {
	var names []string
	for _, o := range every(interval).Occurrences(throughout(), calendar.ByDueDate, nil) {
		names = append(names, "due "+string(o.Due))
	}
	return names
}
