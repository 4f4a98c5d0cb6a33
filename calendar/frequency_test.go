package calendar_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
)

func TestFrequencyInWords(t *testing.T) {
	tests := []struct {
		want string
		f    calendar.Frequency
	}{
		{"", calendar.Frequency{}},
		{"quarterly, 10 days of grace", calendar.Frequency{Interval: calendar.Quarterly, GraceDays: 10}},
		{"monthly, 1 day of grace", calendar.Frequency{Interval: calendar.Monthly, GraceDays: 1}},
		{"weekly, 2 business days of grace", calendar.Frequency{Interval: calendar.Weekly, GraceBusinessDays: 2}},
		{"annual, counted from 2026-03-15, event: significant change", calendar.Frequency{Interval: calendar.Annual, Anchor: "2026-03-15", Trigger: "significant change"}},
		{"each business day", calendar.Frequency{Interval: calendar.BusinessDaily, Anchor: "2026-03-15"}},
		{"event: termination of employment", calendar.Frequency{Trigger: "termination of employment"}},
		{"continuous", calendar.Frequency{Interval: calendar.Continuous}},
	}
	for _, tt := range tests {
		t.Run(tt.want, func(t *testing.T) { require.Equal(t, tt.want, tt.f.String()) })
	}
}

func TestKindsOfFrequency(t *testing.T) {
	tests := []struct {
		name                         string
		f                            calendar.Frequency
		scheduled, event, continuous bool
	}{
		{"not said", calendar.Frequency{}, false, false, false},
		{"on a schedule", calendar.Frequency{Interval: calendar.Weekly}, true, false, false},
		{"on an event", calendar.Frequency{Trigger: "a change"}, false, true, false},
		{"on both", calendar.Frequency{Interval: calendar.Annual, Trigger: "a change"}, true, true, false},
		{"always", calendar.Frequency{Interval: calendar.Continuous}, false, false, true},
		{"unknown", calendar.Frequency{Interval: "yearly", Trigger: " "}, false, false, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.scheduled, tt.f.IsScheduled())
			require.Equal(t, tt.event, tt.f.IsEventDriven())
			require.Equal(t, tt.continuous, tt.f.IsContinuous())
			require.Equal(t, tt.f == calendar.Frequency{}, tt.f.IsZero())
		})
	}
}

func TestClosedSets(t *testing.T) {
	for _, i := range calendar.Intervals() {
		require.True(t, i.IsValid())
		require.Equal(t, i != calendar.Continuous, i.IsScheduled())
	}
	require.Len(t, calendar.Interval("").EnumValues(), len(calendar.Intervals()))
	require.Equal(t, "annual", calendar.Interval("").EnumValues()[0])
	for _, s := range calendar.States() {
		require.True(t, s.IsValid())
		require.Contains(t, s.EnumValues(), string(s))
	}
	for _, a := range calendar.Attributions() {
		require.True(t, a.IsValid())
		require.Contains(t, a.EnumValues(), string(a))
	}
	require.False(t, calendar.Interval("").IsValid() || calendar.State("").IsValid() || calendar.Attribution("").IsValid())
	require.False(t, calendar.Interval("Annual").IsValid() || calendar.State("Done").IsValid() || calendar.Attribution("due").IsValid())
	calendar.Intervals()[0] = "changed"
	require.Equal(t, calendar.Annual, calendar.Intervals()[0], "the list is the caller's own")
}

// The longest interval really met over 28 years, with every anchor day that clamping can disturb.
func TestMaxDays(t *testing.T) {
	anchors := []calendar.Date{""}
	for d := origin; d < "2028-03-02"; d = d.AddDays(1) {
		if d.Day() == 1 || d.Day() > 27 {
			anchors = append(anchors, d)
		}
	}
	p := period("2020-01-01 to 2048-12-31")
	for _, i := range calendar.Intervals() {
		longest := 0
		for _, anchor := range anchors {
			list := calendar.Frequency{Interval: i, Anchor: anchor}.Occurrences(p, calendar.ByIntervalEnd, nil)
			for k := 1; k < len(list); k++ {
				longest = max(longest, list[k-1].Interval.From.DaysUntil(list[k].Interval.From))
			}
			if i.Months() == 0 {
				break
			}
		}
		require.Equal(t, longest, i.MaxDays(), i)
	}
	require.Zero(t, calendar.Interval("yearly").MaxDays())
	require.Zero(t, calendar.Continuous.Months())
}
