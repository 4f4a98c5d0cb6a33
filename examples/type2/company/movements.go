package company

import (
	"fmt"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/evidence"
)

// The functions here stand for the people system and the tickets on access, as those of occurrences.go do for the rest.

// hires returns the 19 people who started in the period.
func hires() []evidence.PopulationItem {
	days := workingDays()
	var items []evidence.PopulationItem
	for n := range 19 {
		items = append(items, evidence.PopulationItem{ID: fmt.Sprintf("HI-%02d", n+1), Occurred: at(spread(days, n, 19), 9*60)})
	}
	return items
}

// staffIDs returns the numbers of the 76 people employed on any day of the period. The firm keeps the listing; the
// program carries only its root.
func staffIDs() []string {
	ids := make([]string, 76)
	for i := range ids {
		ids[i] = fmt.Sprintf("E-%03d", i+1)
	}
	return ids
}

// lateApproval is the one access that was granted before it was approved.
const lateApproval = "GR-2089"

// accessGrants returns the accesses granted in the period.
func accessGrants() []evidence.PopulationItem {
	days := workingDays()
	var items []evidence.PopulationItem
	for n := range 142 {
		day := spread(days, n, 142)
		requested := 8*60 + 29*n%240
		approved := requested + 20 + 31*n%150
		item := evidence.PopulationItem{
			ID:        fmt.Sprintf("GR-%d", 2001+n),
			Requested: at(day, requested),
			Approved:  at(day, approved),
			Done:      at(day, approved+10+7*n%45),
			Performer: fmt.Sprintf("it-%02d", 1+n%2),
			Approver:  fmt.Sprintf("owner-%02d", 1+5*n%9),
			Basis:     "approval of the owner of the system in the ticket",
		}
		if item.ID == lateApproval {
			item.Approved = at(after(day, 1), 9*60+25)
		}
		item.Occurred = item.Done
		items = append(items, item)
	}
	return items
}

// administratorSessions returns the temporary rights of administrators granted in the period.
func administratorSessions() []evidence.PopulationItem {
	days := workingDays()
	var items []evidence.PopulationItem
	for n := range 210 {
		day := spread(days, n, 210)
		requested := 7*60 + 41*n%600
		items = append(items, evidence.PopulationItem{
			ID:        fmt.Sprintf("PS-%d", 3001+n),
			Requested: at(day, requested),
			Approved:  at(day, requested+3+n%12),
			Occurred:  at(day, requested+16),
			Performer: fmt.Sprintf("eng-%02d", 1+5*n%12),
			Approver:  fmt.Sprintf("eng-%02d", 1+(5*n+3+n%7)%12), // three to nine places on, never the performer
			Basis:     "approval of a second engineer in the tool",
		})
	}
	return items
}

// lateTransfer is the one change of role after which access was removed late.
const lateTransfer = "RC-06"

// roleChanges returns the nine changes of role in the period.
func roleChanges() []evidence.PopulationItem {
	days := workingDays()
	var items []evidence.PopulationItem
	for n := range 9 {
		day := spread(days, 2*n+1, 19)
		item := evidence.PopulationItem{ID: fmt.Sprintf("RC-%02d", n+1), Occurred: at(day, 9*60), Due: after(day, 3)}
		item.Done = at(after(day, n%3), 15*60)
		if item.ID == lateTransfer {
			item.Done = at(after(day, 5), 11*60)
		}
		items = append(items, item)
	}
	return items
}

// The systems in which a person may have an account, in the order in which the people system opens removal tasks.
const (
	identityProvider = "identity-provider"
	supportConsole   = "support-console"
	warehouse        = "reporting-warehouse"
)

// A leaver is somebody who left in the period.
type leaver struct {
	id      string
	lastDay calendar.Date
	systems []string // beside the identity provider
}

func leavers() []leaver {
	engineering := []string{"source-repository", "cloud-console", "delivery-pipeline", "monitoring", "ticket-system", "password-vault", supportConsole, warehouse}
	support := []string{"monitoring", "ticket-system", "password-vault", supportConsole, warehouse}
	office := []string{"ticket-system", "password-vault", supportConsole, warehouse}
	return []leaver{
		{"LV-01", "2025-10-17", engineering},
		{"LV-02", "2025-11-07", support},
		{"LV-03", "2025-12-12", engineering},
		{"LV-04", "2025-12-31", office},
		{"LV-05", "2026-01-23", engineering},
		{"LV-06", "2026-02-13", support},
		{"LV-07", "2026-03-06", engineering},
		{"LV-08", "2026-03-27", office},
		{"LV-09", "2026-04-17", engineering},
		{"LV-10", "2026-05-08", support},
		{"LV-11", "2026-06-05", engineering},
		{"LV-12", "2026-06-26", office},
		{"LV-13", "2026-07-24", engineering},
		{"LV-14", "2026-08-21", support},
		{"LV-15", "2026-09-11", engineering},
	}
}

// removals returns the removal tasks, one for each leaver and system. When the account was disabled is not in this listing:
// the firm read it from the systems, for the tasks that it drew.
func removals() []evidence.PopulationItem {
	const warehouseLive = calendar.Date("2026-01-12")
	var items []evidence.PopulationItem
	for _, l := range leavers() {
		for _, system := range append([]string{identityProvider}, l.systems...) {
			if system == warehouse && l.lastDay.Before(warehouseLive) {
				continue
			}
			items = append(items, evidence.PopulationItem{ID: l.id + "/" + system, Occurred: at(l.lastDay, 17*60), Due: after(l.lastDay, 1)})
		}
	}
	return items
}

// deletions returns the customers whose contract ended, with the day by which their records had to be deleted.
func deletions() []evidence.PopulationItem {
	var items []evidence.PopulationItem
	for n := range 17 {
		end := calendar.Date("2025-10-31").AddMonths(n * 10 / 16).MonthEnd()
		items = append(items, evidence.PopulationItem{
			ID: fmt.Sprintf("DL-%02d", n+1), Occurred: at(end, 23*60), Due: end.AddDays(30), Done: at(end.AddDays(9+5*n%18), 14*60),
		})
	}
	return items
}
