package sampling

import "github.com/soc2kit/soc2/calendar"

// FrequencyTables returns the tables that come with the package, [DefaultFrequencies] first. They are what others have
// published or are said to use; none is a requirement of any standard.
func FrequencyTables() []FrequencyTable {
	return []FrequencyTable{
		DefaultFrequencies(),
		{
			Name:       "Small populations, as cited from an audit sampling guide",
			Source:     "said to be of the AICPA Audit Guide 'Audit Sampling'; not verified",
			Provenance: Recalled,
			Rows: []FrequencyRow{
				{Interval: calendar.Quarterly, Least: 2, Most: 2},
				{Interval: calendar.Monthly, Least: 2, Most: 4},
				{From: 24, To: 26, Least: 3, Most: 8}, // twice a month, or every fortnight
				{Interval: calendar.Weekly, Least: 5, Most: 9},
			},
		},
		{
			Name:       "Populations of 52 to 250 items",
			Source:     "said to be of the AICPA Audit Guide 'Government Auditing Standards and Single Audits'; not verified",
			Provenance: Recalled,
			Note:       "The range was read; the share of a tenth is recalled.",
			Rows:       []FrequencyRow{{From: 52, To: 250, LeastShare: "0.1", MostShare: "0.1"}},
		},
		{
			Name:       "Populations above 250 items, by significance and inherent risk",
			Source:     "said to be of the AICPA Audit Guide 'Government Auditing Standards and Single Audits'; not verified",
			Provenance: Recalled,
			Note:       "60 for very significant controls of higher inherent risk, 25 for moderately significant ones of limited risk, 40 between.",
			Rows:       []FrequencyRow{{From: 251, Least: 25, Most: 60}},
		},
		{
			Name:       "A Big Four firm's IT auditor",
			Source:     "sarbanes-oxley-forum.com, topic 6411",
			Provenance: ReadAtSource,
			Note:       "One deviation among 25 is accepted, two extend the sample by 25, and three among 50 are not accepted.",
			Rows: []FrequencyRow{
				{Interval: calendar.Annual, Least: 1, Most: 1},
				{Interval: calendar.Quarterly, Least: 2, Most: 2},
				{Interval: calendar.Monthly, Least: 5, Most: 5},
				{From: 52, To: 364, Least: 15, Most: 15},
				{From: 365, Least: 25, Most: 25},
			},
		},
		{
			Name:       "Weekly 5, daily 25",
			Source:     "sarbanes-oxley-forum.com, topic 6949",
			Provenance: ReadAtSource,
			Rows: []FrequencyRow{
				{Interval: calendar.Annual, Least: 1, Most: 1},
				{Interval: calendar.Quarterly, Least: 2, Most: 2},
				{Interval: calendar.Monthly, Least: 3, Most: 3},
				{Interval: calendar.Weekly, Least: 5, Most: 5},
				{Interval: calendar.BusinessDaily, Least: 25, Most: 25},
				{Interval: calendar.Daily, Least: 25, Most: 25},
			},
		},
		{
			Name:       "Weekly 5 to 15",
			Source:     "sarbanes-oxley-forum.com, topic 8142, quoting a Big Four firm",
			Provenance: ReadAtSource,
			Rows:       []FrequencyRow{{Interval: calendar.Weekly, Least: 5, Most: 15}},
		},
		{
			Name:       "A tenth, 3 to 30",
			Source:     "KirkpatrickPrice, SOC 1 video, 2018",
			Provenance: ReadAtSource,
			Rows:       []FrequencyRow{{LeastShare: "0.1", MostShare: "0.1", Least: 3, Most: 30}},
		},
		{
			Name:       "Roadmap of 2025",
			Source:     "dcybr.com, SOC 2 roadmap",
			Provenance: ReadAtSource,
			Rows: []FrequencyRow{
				{Interval: calendar.Monthly, Least: 2, Most: 5},
				{Interval: calendar.Weekly, Least: 10, Most: 15},
				{Interval: calendar.BusinessDaily, Least: 15, Most: 25},
				{Interval: calendar.Daily, Least: 15, Most: 25},
				{LeastShare: "0.1", MostShare: "0.2"},
			},
		},
	}
}

// DefaultFrequencies returns the span of the tables of this package that were read at their sources. It is a convention
// of firms and claims no more: five clean weekly items of 52 still leave up to 18 deviating weeks at 90 % confidence.
func DefaultFrequencies() FrequencyTable {
	return FrequencyTable{
		Name:       "Conventions of firms, their span",
		Source:     "firms' conventions as published; no standard prescribes them",
		Provenance: SpanOfSources,
		Note:       "What a number of items implies is computed beside it; replace the table by the firm's own.",
		Rows: []FrequencyRow{
			{Interval: calendar.Annual, Least: 1, Most: 1},
			{Interval: calendar.Quarterly, Least: 2, Most: 2},
			{Interval: calendar.Monthly, Least: 2, Most: 5},
			{Interval: calendar.Weekly, Least: 5, Most: 15},
			{Interval: calendar.BusinessDaily, Least: 15, Most: 25},
			{Interval: calendar.Daily, Least: 15, Most: 25},
		},
	}
}
