package calendar_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
)

func TestAllowance(t *testing.T) {
	const friday, monday = calendar.Date("2026-12-18"), calendar.Date("2026-12-21")
	tests := []struct {
		name, words string
		a           calendar.Allowance
		last        calendar.Date
	}{
		{"one business day over a weekend", "1 business day", calendar.BusinessDays(1), monday},
		{"three days", "3 days", calendar.Days(3), monday},
		{"24 hours", "24 hours", calendar.Hours(24), "2026-12-19"},
		{"25 hours can end two days later", "25 hours", calendar.Hours(25), "2026-12-20"},
		{"one hour can end a day later", "1 hour", calendar.Hours(1), "2026-12-19"},
		{"not said", "", calendar.Allowance{}, ""},
		{"below 0", "", calendar.Days(-1), ""},
		{"two units", "", calendar.Allowance{Hours: 24, Days: 1}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.words, tt.a.String())
			require.Equal(t, tt.last, tt.a.LastDay(friday, nil))
			require.Equal(t, tt.words != "", tt.a.IsValid())
			require.Equal(t, tt.a == calendar.Allowance{}, tt.a.IsZero())
			require.Zero(t, tt.a.LastDay("soon", nil))
		})
	}
	require.Equal(t, calendar.Date("2026-12-22"), calendar.BusinessDays(1).LastDay(friday, []calendar.Date{monday}))
	require.Zero(t, calendar.Days(1).LastDay("9999-12-31", nil))
}

func TestAllows(t *testing.T) {
	const event calendar.Instant = "2026-12-18T17:00:00Z" // a Friday
	tests := []struct {
		name string
		a    calendar.Allowance
		done calendar.Instant
		want bool
	}{
		{"24 hours to the second", calendar.Hours(24), "2026-12-19T17:00:00Z", true},
		{"a second late", calendar.Hours(24), "2026-12-19T17:00:01Z", false},
		{"before the event", calendar.Hours(24), "2026-12-01T00:00:00Z", true},
		{"end of the next day", calendar.Days(1), "2026-12-19T23:59:59Z", true},
		{"the day after that", calendar.Days(1), "2026-12-20T00:00:00Z", false},
		{"end of Monday", calendar.BusinessDays(1), "2026-12-21T23:59:59Z", true},
		{"Tuesday", calendar.BusinessDays(1), "2026-12-22T00:00:00Z", false},
		{"not an instant", calendar.Days(1), "2026-12-19", false},
		{"no allowance", calendar.Allowance{}, "2026-12-18T17:00:00Z", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) { require.Equal(t, tt.want, tt.a.Allows(event, tt.done, nil)) })
	}
	require.True(t, calendar.Days(9).Allows("9999-12-30T00:00:00Z", "9999-12-31T23:59:59Z", nil))
}
