package calendar_test

import (
	"regexp"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
)

func TestParseInstant(t *testing.T) {
	tests := []struct {
		name, in string
		ok       bool
	}{
		{"an ordinary moment", "2026-01-31T09:00:00Z", true},
		{"first", "0001-01-01T00:00:00Z", true},
		{"last", "9999-12-31T23:59:59Z", true},
		{"not said", "", false},
		{"leap second", "2016-12-31T23:59:60Z", false},
		{"hour 24", "2026-01-31T24:00:00Z", false},
		{"minute 60", "2026-01-31T09:60:00Z", false},
		{"no such day", "2026-02-29T09:00:00Z", false},
		{"year 0", "0000-01-01T00:00:00Z", false},
		{"one digit of hour, which time.Parse takes", "2026-01-31T9:00:00Z", false},
		{"comma and fraction, which time.Parse takes", "2026-01-31T09:00:00,5Z", false},
		{"offset of 24 hours, which time.Parse takes", "2026-01-31T09:00:00+24:00", false},
		{"fraction", "2026-01-31T09:00:00.0Z", false},
		{"offset zero", "2026-01-31T09:00:00+00:00", false},
		{"no zone", "2026-01-31T09:00:00", false},
		{"small t", "2026-01-31t09:00:00Z", false},
		{"small z", "2026-01-31T09:00:00z", false},
		{"space", "2026-01-31 09:00:00Z", false},
		{"line after", "2026-01-31T09:00:00Z\n", false},
		{"sign", "2026-01-31T+9:00:00Z", false},
		{"a day", "2026-01-31", false},
	}
	pattern := regexp.MustCompile(calendar.Instant("").SchemaPattern())
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			i, err := calendar.ParseInstant(tt.in)
			require.Equal(t, tt.ok, err == nil)
			require.Equal(t, tt.ok, calendar.Instant(tt.in).IsValid())
			if tt.ok {
				require.Equal(t, tt.in, string(i))
				require.Equal(t, i, calendar.MustParseInstant(tt.in))
				require.Regexp(t, pattern, tt.in)
				return
			}
			require.ErrorContains(t, err, "calendar: instant ")
			require.Zero(t, i)
			require.Panics(t, func() { calendar.MustParseInstant(tt.in) })
		})
	}
	_, err := calendar.ParseInstant("2026-02-29T09:00:00Z")
	require.ErrorContains(t, err, "01 to 28", "the day is at fault, and the error says so")
}

func TestInstantAgreesWithPackageTime(t *testing.T) {
	previous := calendar.Instant("")
	// A step that is prime to the day visits every time of day.
	for now := utc(1990, 1, 1); now.Year() < 2101; now = now.Add(25*time.Hour + 7*time.Minute + 11*time.Second) {
		i := calendar.InstantFromTime(now.Add(999 * time.Millisecond))
		if string(i) != now.Format(time.RFC3339) {
			t.Fatalf("%s for %s", i, now)
		}
		back, ok := i.Time()
		if !ok || !back.Equal(now) || back.Location() != time.UTC {
			t.Fatalf("%s read back as %s", i, back)
		}
		if i.Date() != spell(now) {
			t.Fatalf("%s is on %s", i, i.Date())
		}
		if previous != "" {
			if got, want := previous.SecondsUntil(i), int64(25*3600+7*60+11); got != want {
				t.Fatalf("%d seconds from %s to %s, want %d", got, previous, i, want)
			}
			if !previous.Before(i) || !i.After(previous) || previous.Compare(i) != -1 {
				t.Fatalf("the order of %s and %s", previous, i)
			}
		}
		previous = i
	}
}

func TestInstantFromTimeInAnyZone(t *testing.T) {
	moment := time.Date(2026, 1, 1, 0, 30, 0, 0, time.FixedZone("east", 14*3600))
	require.Equal(t, calendar.Instant("2025-12-31T10:30:00Z"), calendar.InstantFromTime(moment))
	require.Equal(t, calendar.Instant("0001-01-01T00:00:00Z"), calendar.InstantFromTime(time.Time{}))
	require.Zero(t, calendar.InstantFromTime(time.Time{}.Add(-1)))
	require.Zero(t, calendar.InstantFromTime(time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)))
	require.Equal(t, int64(315537897599), calendar.Instant("0001-01-01T00:00:00Z").SecondsUntil("9999-12-31T23:59:59Z"))
}

func TestInvalidInstantsGiveNothing(t *testing.T) {
	const good calendar.Instant = "2026-01-31T09:00:00Z"
	for _, bad := range []calendar.Instant{"", "now", "2026-01-31T09:00:60Z"} {
		moment, ok := bad.Time()
		require.False(t, ok)
		require.Zero(t, moment)
		require.Zero(t, bad.Date())
		require.Equal(t, bad == "", bad.IsZero())
		require.Zero(t, bad.SecondsUntil(good))
		require.Zero(t, good.SecondsUntil(bad))
		require.False(t, bad.Before(good) || bad.After(good) || good.Before(bad) || good.After(bad))
	}
}

func FuzzInstant(f *testing.F) {
	f.Add("2026-01-31T09:00:00Z")
	f.Add("2016-12-31T23:59:60Z")      // leap second
	f.Add("2026-01-31T9:00:00Z")       // time.Parse takes it
	f.Add("2026-01-31T09:00:00,5Z")    // time.Parse takes it
	f.Add("2026-01-31T09:00:00+24:00") // time.Parse takes it
	f.Fuzz(func(t *testing.T, s string) {
		i, err := calendar.ParseInstant(s)
		if (err == nil) != calendar.Instant(s).IsValid() || (err == nil || s == "") != (len(calendar.Instant(s).Validate()) == 0) {
			t.Fatalf("%q: ParseInstant, IsValid and Validate do not agree", s)
		}
		oracle, oracleErr := time.Parse(time.RFC3339, s)
		strict := oracleErr == nil && oracle.Year() > 0 && oracle.Format("2006-01-02T15:04:05Z") == s
		if (err == nil) != strict {
			t.Fatalf("ParseInstant(%q) = %v; package time %v", s, err, oracleErr)
		}
		if err != nil {
			return
		}
		moment, ok := i.Time()
		if !ok || !moment.Equal(oracle) || string(calendar.InstantFromTime(moment)) != s {
			t.Fatalf("%q is the moment %s, want %s", s, moment, oracle)
		}
	})
}
