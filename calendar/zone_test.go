package calendar_test

import (
	"os"
	"os/exec"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// zones are places where local midnight or whole local days do not exist: clocks change at midnight, a day was left
// out, the offset is not in hours, the clock is half a day ahead.
var zones = map[string]int{ // offset from UTC at noon of 2026-01-15, in seconds
	"Africa/Cairo":     2 * 3600,
	"America/St_Johns": -(3*3600 + 1800),
	"Asia/Kathmandu":   5*3600 + 45*60,
	"Pacific/Apia":     13 * 3600,
}

// A process reads TZ once, so each zone needs a process of its own: this test runs others of this package again there.
func TestLocalZoneDoesNotMatter(t *testing.T) {
	if os.Getenv("TZ_OF_CHILD") != "" {
		t.Skip("this is the process of one zone")
	}
	program, err := os.Executable()
	require.NoError(t, err)
	for zone := range zones {
		t.Run(zone, func(t *testing.T) {
			if _, err := time.LoadLocation(zone); err != nil {
				t.Skipf("this machine does not know the zone: %v", err)
			}
			t.Setenv("TZ", zone)
			t.Setenv("TZ_OF_CHILD", zone)
			out, err := exec.Command(program, "-test.v", "-test.run=^Test(TheLocalZone|EveryDay|DateFromTime|Instant.*|OccurrencesOfAYear)$").CombinedOutput()
			require.NoError(t, err, "%s", out)
			for _, name := range []string{"TestTheLocalZone", "TestEveryDay", "TestInstantAgreesWithPackageTime", "TestOccurrencesOfAYear"} {
				require.Contains(t, string(out), "--- PASS: "+name+" ")
			}
		})
	}
}

// TestTheLocalZone proves, in the process of a zone, that the zone is in force.
func TestTheLocalZone(t *testing.T) {
	zone := os.Getenv("TZ_OF_CHILD")
	if zone == "" {
		t.Skip("run by TestLocalZoneDoesNotMatter")
	}
	_, offset := time.Date(2026, time.January, 15, 12, 0, 0, 0, time.Local).Zone()
	require.Equal(t, zones[zone], offset)
}
