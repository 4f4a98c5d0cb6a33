package calendar_test

import (
	"encoding/json"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/problem"
)

// Each code with the smallest document that triggers it, and nothing else.
func TestCodes(t *testing.T) {
	seen := map[problem.Code]bool{}
	tests := []struct {
		name string
		kind func() (any, func() validated)
		text string
		path string
		code problem.Code
		sev  problem.Severity
	}{
		{"no such day", newDate, `"2026-02-30"`, "", calendar.CodeDateInvalid, problem.Error},
		{"another spelling", newDate, `"31.01.2026"`, "", calendar.CodeDateInvalid, problem.Error},
		{"not in UTC", newInstant, `"2026-01-31T09:00:00+01:00"`, "", calendar.CodeInstantInvalid, problem.Error},
		{"no time zone", newInstant, `"2026-01-31 09:00"`, "", calendar.CodeInstantInvalid, problem.Error},
		{"no last day", newPeriod, `{"from":"2026-01-01","to":""}`, "/to", calendar.CodeDateMissing, problem.Error},
		{"no first day", newPeriod, `{"to":"2026-01-01"}`, "/from", calendar.CodeDateMissing, problem.Error},
		{"first day is none", newPeriod, `{"from":"2026-02-29","to":"2026-12-31"}`, "/from", calendar.CodeDateInvalid, problem.Error},
		{"reversed", newPeriod, `{"from":"2026-12-31","to":"2026-01-01"}`, "", calendar.CodePeriodReversed, problem.Error},
		{"no frequency", newFrequency, `{"graceDays":5}`, "", calendar.CodeFrequencyUndefined, problem.Error},
		{"only an anchor", newFrequency, `{"anchor":"2026-01-01"}`, "", calendar.CodeFrequencyUndefined, problem.Error},
		{"unknown interval", newFrequency, `{"interval":"yearly"}`, "/interval", calendar.CodeIntervalUnknown, problem.Error},
		{"unknown interval with an anchor", newFrequency, `{"interval":"yearly","anchor":"2026-01-01","graceDays":1}`, "/interval", calendar.CodeIntervalUnknown, problem.Error},
		{"blank trigger", newFrequency, `{"trigger":" "}`, "/trigger", calendar.CodeTriggerBlank, problem.Error},
		{"anchor is no day", newFrequency, `{"interval":"annual","anchor":"2026-02-29"}`, "/anchor", calendar.CodeDateInvalid, problem.Error},
		{"grace below 0", newFrequency, `{"interval":"annual","graceDays":-1}`, "/graceDays", calendar.CodeGraceOutOfRange, problem.Error},
		{"grace above a year", newFrequency, `{"interval":"annual","graceBusinessDays":367}`, "/graceBusinessDays", calendar.CodeGraceOutOfRange, problem.Error},
		{"both kinds of grace", newFrequency, `{"interval":"annual","graceDays":1,"graceBusinessDays":1}`, "/graceBusinessDays", calendar.CodeGraceTwice, problem.Error},
		{"anchored days", newFrequency, `{"interval":"daily","anchor":"2026-01-01"}`, "/anchor", calendar.CodeAnchorUnused, problem.Warning},
		{"anchored events", newFrequency, `{"trigger":"a change","anchor":"2026-01-01"}`, "/anchor", calendar.CodeAnchorUnused, problem.Warning},
		{"grace for what never falls due", newFrequency, `{"interval":"continuous","graceDays":1}`, "", calendar.CodeGraceUnused, problem.Warning},
		{"grace after events", newFrequency, `{"trigger":"a change","graceBusinessDays":1}`, "", calendar.CodeGraceUnused, problem.Warning},
		{"no time allowed", newAllowance, `{"days":-1}`, "/days", calendar.CodeAllowanceOutOfRange, problem.Error},
		{"too many hours", newAllowance, `{"hours":87601}`, "/hours", calendar.CodeAllowanceOutOfRange, problem.Error},
		{"two units", newAllowance, `{"hours":24,"days":1}`, "", calendar.CodeAllowanceTwice, problem.Error},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			into, value := tt.kind()
			require.NoError(t, json.Unmarshal([]byte(tt.text), into), "a bad value survives decoding")
			list := value().Validate()
			require.Len(t, list, 1, "%v", list)
			got := list[0]
			require.Equal(t, problem.Problem{Path: tt.path, Code: tt.code, Severity: tt.sev, Message: got.Message}, got)
			require.NotEmpty(t, got.Message)
			seen[got.Code] = true
		})
	}
	codes := []problem.Code{
		calendar.CodeDateInvalid, calendar.CodeDateMissing, calendar.CodeInstantInvalid, calendar.CodePeriodReversed,
		calendar.CodeFrequencyUndefined, calendar.CodeIntervalUnknown, calendar.CodeTriggerBlank,
		calendar.CodeGraceOutOfRange, calendar.CodeGraceTwice, calendar.CodeAnchorUnused, calendar.CodeGraceUnused,
		calendar.CodeAllowanceOutOfRange, calendar.CodeAllowanceTwice,
	}
	require.Len(t, seen, len(codes), "codes are unique, and each has a document that triggers it")
	for _, c := range codes {
		require.True(t, seen[c], c)
		require.Regexp(t, `^[a-z]+(-[a-z]+)+$`, c)
	}
	for _, kind := range []func() (any, func() validated){newDate, newInstant, newPeriod, newFrequency, newAllowance} {
		_, zero := kind()
		require.Empty(t, zero().Validate(), "%T: the zero value is for the parent to judge", zero())
	}
}

type validated interface{ Validate() problem.List }

// decoded returns a value to decode into and a function that gives the value.
func decoded[T validated]() (any, func() validated) {
	v := new(T)
	return v, func() validated { return *v }
}

var (
	newDate      = decoded[calendar.Date]
	newInstant   = decoded[calendar.Instant]
	newPeriod    = decoded[calendar.Period]
	newFrequency = decoded[calendar.Frequency]
	newAllowance = decoded[calendar.Allowance]
)

func TestEveryProblemAtOnce(t *testing.T) {
	p := calendar.Period{From: "2026-02-30", To: "tomorrow"}
	require.Len(t, p.Validate(), 2)
	f := calendar.Frequency{Interval: "yearly", Trigger: "\t", Anchor: "now", GraceDays: -1, GraceBusinessDays: 1 << 62}
	require.Len(t, f.Validate(), 6)
	a := calendar.Allowance{Hours: -1, Days: -1, BusinessDays: -1}
	require.Len(t, a.Validate(), 4)
}

func TestJSON(t *testing.T) {
	type document struct {
		Period    calendar.Period    `json:"period"`
		Frequency calendar.Frequency `json:"frequency,omitzero"`
		DueTime   calendar.Allowance `json:"dueTime,omitzero"`
		Reviewed  calendar.Date      `json:"reviewed,omitzero"`
		Sealed    calendar.Instant   `json:"sealed,omitzero"`
	}
	full := document{
		Period:    calendar.Year(2026),
		Frequency: calendar.Frequency{Interval: calendar.Annual, Trigger: "significant change", Anchor: "2026-03-15", GraceBusinessDays: 5},
		DueTime:   calendar.BusinessDays(1),
		Reviewed:  "2026-12-31",
		Sealed:    "2026-12-31T23:59:59Z",
	}
	tests := []struct {
		name, want string
		doc        document
	}{
		{"optional values are left out", `{"period":{"from":"","to":""}}`, document{}},
		{"all", `{"period":{"from":"2026-01-01","to":"2026-12-31"},"frequency":{"interval":"annual","trigger":"significant change","anchor":"2026-03-15","graceBusinessDays":5},"dueTime":{"businessDays":1},"reviewed":"2026-12-31","sealed":"2026-12-31T23:59:59Z"}`, full},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, err := json.Marshal(tt.doc)
			require.NoError(t, err)
			require.Equal(t, tt.want, string(text))
			var back document
			require.NoError(t, json.Unmarshal(text, &back))
			require.Equal(t, tt.doc, back)
		})
	}
	statuses, _ := calendar.Match([]calendar.Occurrence{{Interval: calendar.Quarter(2026, 1), Due: "2026-03-31"}}, nil, "2026-04-02")
	text, err := json.Marshal(statuses)
	require.NoError(t, err)
	require.Equal(t, `[{"interval":{"from":"2026-01-01","to":"2026-03-31"},"due":"2026-03-31","state":"missed","daysLate":2}]`, string(text))
}

func TestSchemaHooks(t *testing.T) {
	require.Equal(t, "CalendarDate", calendar.Date("").SchemaName())
	require.Equal(t, "date", calendar.Date("").SchemaFormat())
	require.Equal(t, "Instant", calendar.Instant("").SchemaName())
	require.Equal(t, "date-time", calendar.Instant("").SchemaFormat())
}
