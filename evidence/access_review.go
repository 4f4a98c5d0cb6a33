package evidence

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/internal/record"
	"github.com/soc2kit/soc2/problem"
)

// An AccessReview is one review of who has access, with the listing that was reviewed. A listing that leaves a system or
// an account out makes the review worth less than it looks. Reviews are kept for people to weigh: what is concluded rests on
// the test of the control.
type AccessReview struct {
	// ID identifies the review within the program.
	ID string `json:"id"`
	// Control is the control that the review carries out.
	Control control.ID `json:"control"`
	// Systems are the systems that the listing covers, by name or component id.
	Systems []string `json:"systems"`
	// Accounts is the number of accounts on the listing, at least 0.
	Accounts int64 `json:"accounts"`
	// Listing is the id of the evidence of the listing.
	Listing string `json:"listing,omitzero"`
	// Due is the day by which the review was due.
	Due calendar.Date `json:"due,omitzero"`
	// Done is the day it was done; absent means not done.
	Done calendar.Date `json:"done,omitzero"`
	// Reviewer is who decided.
	Reviewer string `json:"reviewer,omitzero"`
	// Revocations are the accounts whose access the review decided to end.
	Revocations []Revocation `json:"revocations,omitempty"`
}

// A Revocation is an access that a review decided to end.
type Revocation struct {
	// Account is the account, by name or pseudonym.
	Account string `json:"account"`
	// System is the system.
	System string `json:"system"`
	// Executed is the day the access ended; absent means that it has not.
	Executed calendar.Date `json:"executed,omitzero"`
}

// CodeAccountsNegative is the code of a listing with fewer than 0 accounts.
const CodeAccountsNegative problem.Code = "access-review-accounts"

// Validate reports what is wrong with r by itself.
func (r AccessReview) Validate() problem.List {
	var l problem.List
	record.Texts(&l, "/systems", r.Systems, "the name of the system")
	record.Distinct(&l, "/systems", r.Systems)
	if r.Accounts < 0 {
		l.Errorf("/accounts", CodeAccountsNegative, "a listing has at least 0 accounts")
	}
	record.Day(&l, "/due", r.Due, false)
	record.Day(&l, "/done", r.Done, false)
	for i, v := range r.Revocations {
		at := problem.Pointer("revocations", i)
		record.Text(&l, at+"/account", v.Account, "the account")
		record.Text(&l, at+"/system", v.System, "the system")
		record.Day(&l, at+"/executed", v.Executed, false)
	}
	return l
}
