package sampling

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/calendar"
)

func TestFrequencyTablesAreSoundAndSourced(t *testing.T) {
	names := make(map[string]bool)
	for _, table := range FrequencyTables() {
		require.Empty(t, table.Validate(), table.Name)
		require.False(t, names[table.Name], table.Name)
		names[table.Name] = true
		implied, err := table.Implied("0.10")
		require.NoError(t, err)
		require.NotEmpty(t, implied, table.Name)
		for _, i := range implied {
			for _, left := range []struct {
				n int64
				i Implication
			}{{i.Items.Least, i.Fewest}, {i.Items.Most, i.Most}} {
				limits, err := Evaluate(Result{N: left.n, Population: i.Population}, "0.90")
				require.NoError(t, err)
				require.Equal(t, limits.UpperCount, left.i.UpperCount)
			}
			require.GreaterOrEqual(t, i.Fewest.UpperCount, i.Most.UpperCount)
		}
	}
	tables := FrequencyTables()
	tables[0].Rows[0].Least = 99
	require.EqualValues(t, 1, DefaultFrequencies().Rows[0].Least, "every call makes its own")
}

// The default is the span of the tables that were read, for every interval that it knows.
func TestDefaultFrequenciesAreTheSpanOfTheOthers(t *testing.T) {
	table := DefaultFrequencies()
	require.Equal(t, ItemRange{5, 15}, table.Items(calendar.Weekly))
	for _, row := range table.Rows {
		span := ItemRange{}
		for _, other := range FrequencyTables() {
			if other.Provenance != ReadAtSource {
				continue
			}
			for _, r := range other.Rows {
				if r.LeastShare != "" || !r.fits(row.Interval, OccurrencesPerYear(row.Interval)) {
					continue
				}
				if span.Least == 0 || r.Least < span.Least {
					span.Least = r.Least
				}
				span.Most = max(span.Most, r.Most)
			}
		}
		require.Equal(t, span, table.Items(row.Interval), row.Interval)
	}
}

func TestFrequencyRules(t *testing.T) {
	tenth := FrequencyTable{Rows: []FrequencyRow{{LeastShare: "0.1", MostShare: "0.1", Least: 3, Most: 30}}}
	spread := FrequencyTable{Rows: []FrequencyRow{{LeastShare: "0.1", MostShare: "0.2"}}}
	sizes := FrequencyTable{Rows: []FrequencyRow{{From: 52, To: 364, Least: 15, Most: 15}, {From: 365, Least: 25, Most: 25}}}
	for _, c := range []struct {
		table      FrequencyTable
		interval   calendar.Interval
		population int64
		want       ItemRange
		ok         bool
	}{
		{tenth, "", 2, ItemRange{2, 2}, true},
		{tenth, "", 20, ItemRange{3, 3}, true},
		{tenth, "", 71, ItemRange{8, 8}, true},
		{tenth, "", MaxPopulation, ItemRange{30, 30}, true},
		{spread, "", 101, ItemRange{11, 21}, true},
		{sizes, calendar.Weekly, 52, ItemRange{15, 15}, true},
		{sizes, "", 365, ItemRange{25, 25}, true},
		{sizes, "", 51, ItemRange{}, false},
		{sizes, "", 0, ItemRange{}, false},
		{DefaultFrequencies(), calendar.Weekly, 3, ItemRange{3, 3}, true}, // of a period of three weeks
		{DefaultFrequencies(), "", 300, ItemRange{}, false},
		{FrequencyTable{}, calendar.Daily, 300, ItemRange{}, false},
	} {
		got, ok := c.table.For(c.interval, c.population)
		require.Equal(t, c.ok, ok, "%+v", c)
		require.Equal(t, c.want, got, "%+v", c)
	}
	require.Zero(t, DefaultFrequencies().Items(calendar.Continuous))
	for _, i := range calendar.Intervals() {
		require.Equal(t, i.IsScheduled(), OccurrencesPerYear(i) > 0, i)
	}
}

func TestReadingAFirmsOwnTable(t *testing.T) {
	const own = `{"name":"Ours","source":"Firm manual 4.2","provenance":"firm",
		"rows":[{"interval":"weekly","least":10,"most":10},{"leastShare":0.1,"mostShare":"0.1","least":5,"most":40}]}`
	table, problems, err := ReadFrequencyTable(strings.NewReader(own), nil)
	require.NoError(t, err)
	require.Empty(t, problems)
	require.Equal(t, ItemRange{10, 10}, table.Items(calendar.Weekly))
	got, ok := table.For("", 200)
	require.True(t, ok)
	require.Equal(t, ItemRange{20, 20}, got)

	for want, change := range map[string]string{
		"/name":              strings.Replace(own, "Ours", " ", 1),
		"/source":            strings.Replace(own, "Firm manual 4.2", "", 1),
		"/provenance":        strings.Replace(own, `"firm"`, `"rumour"`, 1),
		"/rows/0/interval":   strings.Replace(own, "weekly", "yearly", 1),
		"/rows/0/most":       strings.Replace(own, `"most":10`, `"most":9`, 1),
		"/rows/0/least":      strings.Replace(own, `"least":10`, `"least":-1`, 1),
		"/rows/1/leastShare": strings.Replace(own, `"leastShare":0.1`, `"leastShare":"10%"`, 1),
		"/rows/1/mostShare":  strings.Replace(own, `"mostShare":"0.1"`, `"mostShare":"0.05"`, 1),
		"/rows":              `{"name":"a","source":"b","provenance":"firm","rows":[]}`,
	} {
		_, problems, err := ReadFrequencyTable(strings.NewReader(change), nil)
		require.NoError(t, err, want)
		require.NotEmpty(t, problems, want)
		require.Equal(t, want, problems[0].Path, "%v", problems)
	}
	_, _, err = ReadFrequencyTable(strings.NewReader(`{"name":"a","colour":"red"}`), nil)
	require.ErrorContains(t, err, "colour")
	_, _, err = ReadFrequencyTable(nil, nil)
	require.Error(t, err)
}

func TestImplied(t *testing.T) {
	left, err := Implied(Result{N: 25, Population: 250}, "0.10")
	require.NoError(t, err)
	require.EqualValues(t, 20, left.UpperCount)
	require.Equal(t, "25 items without deviation: with 90 % confidence as many as 20 of 250 items may deviate", left.String())
	left, err = Implied(Result{N: 25, Deviations: 1}, "0.10")
	require.NoError(t, err)
	require.Equal(t, "25 items with 1 deviation: with 90 % confidence a rate of up to 14.69 % may remain", left.String())
	left, err = Implied(Result{N: 25, Population: 25}, "0.10")
	require.NoError(t, err)
	require.Equal(t, "25 items without deviation, the whole population", left.String())
	require.Empty(t, Implication{}.String())
	_, err = Implied(Result{}, "1")
	require.ErrorContains(t, err, "/n")
	require.ErrorContains(t, err, "/risk")

	points, err := ImpliedBy(52, []int64{5, 9, 15, 52}, "0.10")
	require.NoError(t, err)
	counts := make([]int64, len(points))
	for i, p := range points {
		counts[i] = p.UpperCount
	}
	require.Equal(t, []int64{18, 10, 6, 0}, counts)
	_, err = ImpliedBy(52, []int64{5, 53}, "0.10")
	require.ErrorContains(t, err, "/sizes/1/n")
	_, err = ImpliedBy(52, make([]int64, MaxCurvePoints+1), "0.10")
	require.ErrorContains(t, err, "/sizes")
}

// The sizes and the sources of the shared research are those that come with the package.
func TestFrequencyTablesHoldTheResearch(t *testing.T) {
	var file struct {
		Rows []struct {
			Source string
			Sizes  map[string]string
		}
	}
	readVectors(t, "frequency_tables", &file)
	require.Len(t, FrequencyTables(), len(file.Rows)+1)
	tables := FrequencyTables()[1:]
	for i, c := range []struct {
		key        string
		interval   calendar.Interval
		population int64
		want       ItemRange
	}{
		{"weekly(52)", calendar.Weekly, 52, ItemRange{5, 9}},
		{"52-250", "", 250, ItemRange{25, 25}},
		{"very significant & higher risk", "", 5000, ItemRange{25, 60}},
		{"daily or more often (365+)", calendar.Daily, 365, ItemRange{25, 25}},
		{"daily", calendar.Daily, 365, ItemRange{25, 25}},
		{"weekly", calendar.Weekly, 52, ItemRange{5, 15}},
		{"any", "", 1000, ItemRange{30, 30}},
		{"per event", "", 1000, ItemRange{100, 200}},
	} {
		require.Contains(t, file.Rows[i].Sizes, c.key)
		got, ok := tables[i].For(c.interval, c.population)
		require.True(t, ok)
		require.Equal(t, c.want, got, tables[i].Name)
	}
	require.Equal(t, ItemRange{3, 8}, tables[0].Items(calendar.Biweekly))
	require.Equal(t, ItemRange{2, 4}, tables[0].Items(calendar.Monthly))
	require.Equal(t, ItemRange{15, 15}, tables[3].Items(calendar.Weekly))
	require.Equal(t, ItemRange{5, 5}, tables[3].Items(calendar.Monthly))
	require.Equal(t, ItemRange{3, 3}, tables[4].Items(calendar.Monthly))
	require.Equal(t, ItemRange{10, 15}, tables[7].Items(calendar.Weekly))
}
