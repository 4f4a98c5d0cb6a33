package company

import (
	"fmt"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/scope"
)

// The functions here stand for the systems of Larkfield Ledger from which populations were read. They count instead of
// drawing random numbers, so that every call gives the same items.

// workingDays returns the business days of the period in order.
func workingDays() []calendar.Date {
	due := every(calendar.BusinessDaily).Occurrences(throughout(), calendar.ByDueDate, holidays())
	days := make([]calendar.Date, len(due))
	for i, o := range due {
		days[i] = o.Due
	}
	return days
}

// at returns the moment that lies minutes after midnight of day.
func at(day calendar.Date, minutes int) calendar.Instant {
	return calendar.Instant(fmt.Sprintf("%sT%02d:%02d:00Z", day, minutes/60, minutes%60))
}

// after returns the nth business day after day.
func after(day calendar.Date, n int) calendar.Date {
	return calendar.AddBusinessDays(day, n, holidays())
}

// spread returns the day on which number i of n evenly spread events falls.
func spread(days []calendar.Date, i, n int) calendar.Date { return days[i*len(days)/n] }

// emergencyDays are the days whose first change went the way for emergencies; two of them ended incidents.
func emergencyDays() map[calendar.Date]bool {
	return map[calendar.Date]bool{
		"2025-11-04": true, // INC-112
		"2025-12-18": true,
		"2026-01-22": true,
		"2026-03-11": true, // INC-118
		"2026-05-06": true,
		"2026-07-16": true,
		"2026-08-27": true,
	}
}

// productionChanges returns every deployment to production: one on each business day, two on some.
func productionChanges() []evidence.PopulationItem {
	const engineers = 12
	var items []evidence.PopulationItem
	emergencies := emergencyDays()
	for i, day := range workingDays() {
		count := 1
		if i%15 == 7 {
			count = 2
		}
		for j := range count {
			n := len(items)
			author := 7 * n % engineers
			approver := (author + 1 + n%(engineers-1)) % engineers // never the author
			requested := 8*60 + 37*n%180
			approved := requested + 40 + 13*n%90
			item := evidence.PopulationItem{
				ID:        fmt.Sprintf("CHG-%d", 1001+n),
				Requested: at(day, requested),
				Approved:  at(day, approved),
				Done:      at(day, approved+15+17*n%60),
				Performer: fmt.Sprintf("eng-%02d", author+1),
				Approver:  fmt.Sprintf("eng-%02d", approver+1),
				Basis:     "review in the source repository",
				Emergency: scope.No,
			}
			if j == 0 && emergencies[day] {
				item.Requested, item.Done = at(day, 19*60+10), at(day, 19*60+45)
				item.Approved = at(after(day, 1), 10*60+n%60)
				item.Basis = "review after an emergency release"
				item.Emergency = scope.Yes
			}
			item.Occurred = item.Done
			items = append(items, item)
		}
	}
	return items
}

// emergencyChanges returns the changes that went the way for emergencies, with the day by which each had to be reviewed.
func emergencyChanges() []evidence.PopulationItem {
	var items []evidence.PopulationItem
	for _, c := range productionChanges() {
		if c.Emergency == scope.Yes {
			c.Due = after(c.Done.Date(), 2)
			items = append(items, c)
		}
	}
	return items
}

// scans returns the weekly vulnerability scans that were due in span.
func scans(span calendar.Period) []evidence.PopulationItem {
	var items []evidence.PopulationItem
	for _, week := range every(calendar.Weekly).Occurrences(span, calendar.ByDueDate, nil) {
		items = append(items, evidence.PopulationItem{
			ID:       "SCAN-" + string(week.Due),
			Occurred: at(week.Due.AddDays(-1), 22*60), // Saturday night
			Due:      week.Due,
		})
	}
	return items
}

// backupReviews returns the reviews of backup results, one due on each business day.
func backupReviews() []evidence.PopulationItem {
	var items []evidence.PopulationItem
	for i, day := range workingDays() {
		items = append(items, evidence.PopulationItem{ID: "BKP-" + string(day), Due: day, Done: at(day, 8*60+11*i%150)})
	}
	return items
}

// lateFindings are the two vulnerabilities that were remedied late, with the days they were over.
func lateFindings() map[string]int { return map[string]int{"VF-423": 3, "VF-467": 5} }

// vulnerabilityFindings returns the critical and high findings that were due in the period. Each eighth is critical.
func vulnerabilityFindings() []evidence.PopulationItem {
	days := workingDays()
	days = days[:len(days)-24] // found later, a high one is due after the period
	late := lateFindings()
	var items []evidence.PopulationItem
	for n := range 96 {
		found := spread(days, n, 96)
		allowed, basis := 30, "high"
		if n%8 == 3 {
			allowed, basis = 7, "critical"
		}
		item := evidence.PopulationItem{ID: fmt.Sprintf("VF-%d", 401+n), Occurred: at(found, 6*60), Due: found.AddDays(allowed), Basis: basis}
		remedied := found.AddDays(2 + 5*n%(allowed-1))
		if over, ok := late[item.ID]; ok {
			remedied = item.Due.AddDays(over)
		}
		item.Done = at(remedied, 16*60)
		items = append(items, item)
	}
	return items
}

// recordedEvents returns the security and availability events of the register, with the day by which each had to be
// classified.
func recordedEvents() []evidence.PopulationItem {
	days := workingDays()
	var items []evidence.PopulationItem
	for n := range 47 {
		day := spread(days, n, 47)
		items = append(items, evidence.PopulationItem{
			ID: fmt.Sprintf("SE-%d", 501+n), Occurred: at(day, 7*60+97*n%720), Due: after(day, 1), Done: at(after(day, n%2), 20*60),
		})
	}
	return items
}

// alertIDs returns the ids of the high alerts of the central log, and caseIDs those of the support cases that report
// a security, availability or confidentiality matter. The firm keeps both listings; the program carries only their roots.
func alertIDs() []string { return numbered("AL-", 20001, 1312) }
func caseIDs() []string  { return numbered("CS-", 7001, 164) }

func numbered(prefix string, first, count int) []string {
	ids := make([]string, count)
	for i := range ids {
		ids[i] = fmt.Sprintf("%s%d", prefix, first+i)
	}
	return ids
}
