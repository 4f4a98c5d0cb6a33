package document_test

import (
	"fmt"

	"github.com/soc2kit/soc2/document"
)

// sample returns a document with every kind of block, every style and every tone.
func sample() document.Document {
	plain := document.Plain
	para := func(words string) *document.Paragraph { return &document.Paragraph{Text: plain(words)} }
	return document.Document{
		Title:      "Report on the Ledgerline Payments System",
		Subtitle:   "Type 2, relevant to security and availability",
		Language:   "en",
		Mark:       "DRAFT",
		MarkReason: "No practitioner has recorded an opinion.",
		Facts: []document.Fact{
			{Name: "Service organization", Value: "Ledgerline GmbH, Hamburg"},
			{Name: "Period", Value: "2026-01-01 to 2026-12-31"},
			{Name: "Categories", Value: "Security, Availability"},
			{Name: "Program digest", Value: "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"},
		},
		Sections: []document.Section{
			{ID: "opinion", Kind: "auditor-report", Title: "Section I: Independent service auditor's report", Blocks: []document.Block{
				para("To the management of Ledgerline GmbH:"),
				&document.Note{Kind: document.Missing, Title: "No opinion is recorded", Blocks: []document.Block{
					para("The practitioner's record is absent. What follows is derived from the tests and is not an opinion."),
				}},
				&document.Definitions{Items: []document.Definition{
					{Term: plain("Description"), Blocks: []document.Block{para("unmodified")}},
					{Term: plain("Design"), Blocks: []document.Block{para("unmodified")}},
					{Term: plain("Operating effectiveness"), Blocks: []document.Block{
						&document.Paragraph{Text: document.Text{
							{Words: "undecided", Style: document.Strong}, {Words: ": a judgment on "},
							{Words: "CC6.3", To: "#CC6.3"}, {Words: " lacks"},
						}},
					}},
				}},
			}, Sections: []document.Section{
				{ID: "opinion-scope", Title: "Scope", Blocks: document.Paragraphs(
					"The examination covers the system described in Section III, as it was used throughout the period.\n\n" +
						"The information in Section V is not covered.")},
				{Title: "Inherent limitations", Blocks: []document.Block{
					para("Controls may fail, and what held in the period may not hold after it.")}},
			}},
			{ID: "assertion", Kind: "assertion", Title: "Section II: Management's assertion", Blocks: []document.Block{
				&document.Quote{
					Blocks: []document.Block{para("The description presents the system as it was designed and run."),
						para("The controls stated in it operated throughout the period.")},
					Source: plain("M. Okafor, chief operating officer, 2027-01-22"),
				},
			}},
			{ID: "description", Kind: "description", Title: "Section III: Description of the system", Sections: []document.Section{
				{ID: "services", Title: "Services", Blocks: []document.Block{
					&document.Paragraph{Text: document.Text{
						{Words: "Ledgerline settles card payments; see "},
						{Words: "the public status page", To: "https://status.example.com/?a=1&b=2"}, {Words: ", "},
						{Words: "write to us", To: "mailto:trust@example.com"}, {Words: " or read "},
						{Words: "the terms", To: "terms/2026.html"}, {Words: ". Its rules are kept in "},
						{Words: "policies/access_v2.md", Style: document.Code}, {Words: " and are "},
						{Words: "never", Style: document.Emphasis}, {Words: " changed without review."},
					}},
					&document.List{Items: [][]document.Block{
						{para("Authorization of payments within two seconds")},
						{para("Settlement at the end of each day, with:"), &document.List{Ordered: true, Items: [][]document.Block{
							{para("a ledger entry for each side")}, {para("a reconciliation by a second person")},
						}}},
						{para("Refunds < 90 days & chargebacks | disputes")},
					}},
				}},
				{ID: "incidents", Title: "Incidents", Blocks: []document.Block{
					&document.Note{Kind: document.Warning, Blocks: []document.Block{
						para("One incident impaired a commitment: on 2026-05-03 settlement was eleven hours late."),
					}},
					&document.Note{Kind: document.Info, Blocks: []document.Block{
						para("Times are UTC.\nDays are whole days of the calendar."),
					}},
				}},
				{ID: "user-entity-controls", Title: "Complementary user entity controls", Blocks: []document.Block{
					&document.Table{ID: "cuec", Caption: "Controls that user entities are assumed to have",
						Columns: []document.Column{{Title: "Reference", Header: true, Width: 18}, {Title: "Control"}},
						Rows: []document.Row{
							{ID: "CUEC-1", Cells: []document.Cell{{Text: plain("CUEC-1")}, {Text: plain("User entities remove the access of leavers on their side.")}}},
							{ID: "CUEC-2", Cells: []document.Cell{{Text: plain("CUEC-2")}, {Text: plain("User entities keep their API keys secret.")}}},
						}},
				}},
			}},
			{ID: "tests", Kind: "tests-results", Title: "Section IV: Criteria, controls, tests and results", Blocks: []document.Block{
				para("Each criterion is followed by the controls that meet it, what the service auditor did, and what was found."),
				testsTable(3),
				&document.Table{Caption: "Deviations by quarter", Columns: []document.Column{
					{Title: "Control", Header: true}, {Title: "Q1", Align: document.AlignEnd}, {Title: "Q2", Align: document.AlignEnd},
					{Title: "Q3", Align: document.AlignEnd}, {Title: "Q4", Align: document.AlignEnd},
					{Title: "Items tested", Align: document.AlignEnd}, {Title: "Sampled", Align: document.AlignCenter},
				}, Rows: []document.Row{
					{Cells: []document.Cell{{Text: plain("AC-07")}, {Text: plain("0")}, {Text: plain("1")}, {Text: plain("0")}, {Text: plain("0")}, {Text: plain("1,204")}, {Text: plain("yes")}}},
					{Cells: []document.Cell{{Text: plain("CM-02")}, {Text: plain("0")}, {Text: plain("0")}, {Text: plain("0")}, {Text: plain("0")}, {Text: plain("25")}, {Text: plain("no")}}},
				}},
			}},
			{ID: "figures", Kind: "figures", Title: "Figures", Blocks: []document.Block{
				para("What the sample could tell, and what it told."),
				curveFigure(), intervalFigure(), seriesFigure(),
			}},
			{ID: "grid", Kind: "items", Title: "Items by attributes", Blocks: []document.Block{attributesTable()}},
			{ID: "other", Kind: "other-information", Title: "Section V: Other information", Blocks: []document.Block{
				para("Management adds the following, on which no opinion is given."),
				&document.List{Ordered: true, Items: [][]document.Block{
					{para("The access review moves to a monthly rhythm in 2027.")},
					{para("A second data centre opens in June 2027.")},
				}},
			}},
		},
	}
}

// testsTable returns a table like that of Section IV, with n groups of four rows.
func testsTable(n int) *document.Table {
	plain := document.Plain
	t := &document.Table{ID: "tests-table", Caption: "Tests of controls and results", Columns: []document.Column{
		{Title: "Control", Width: 10, Header: true}, {Title: "Control activity", Width: 30},
		{Title: "Tests performed", Width: 32}, {Title: "Results", Width: 28},
	}}
	for i := range n {
		id := fmt.Sprintf("CC6.%d", i+1)
		t.Rows = append(t.Rows,
			document.Row{ID: id, Heading: document.Text{{Words: id, Style: document.Strong}, {Words: "  Access is given and taken away on purpose"}}},
			document.Row{Cells: []document.Cell{
				{Text: plain(fmt.Sprintf("AC-%02d", 4*i+1))},
				{Text: plain("A manager other than the requester approves each grant of access before it takes effect; the request and the approval stay in the ticket.")},
				{Blocks: []document.Block{&document.List{Items: [][]document.Block{
					{&document.Paragraph{Text: plain("Inquired of the access manager about the steps.")}},
					{&document.Paragraph{Text: plain("Inspected 25 grants, drawn at random from 412, for an approval dated before the grant.")}},
				}}}},
				{Label: "No deviation", Tone: document.Good, Text: plain("25 items tested, no deviation noted.")},
			}},
			document.Row{Cells: []document.Cell{
				{Text: plain(fmt.Sprintf("AC-%02d", 4*i+2))},
				{Text: plain("Access of leavers ends within one business day.")},
				{Text: plain("Reperformed the comparison of all 61 leavers with the accounts of the directory.")},
				{Label: "Deviation", Tone: document.Bad, Text: plain("61 items tested, 1 deviation: an account was disabled three days late."),
					Blocks: []document.Block{&document.Paragraph{Text: document.Text{
						{Words: "Management's response: ", Style: document.Strong}, {Words: "the export now runs hourly."}}}}},
			}},
			document.Row{Cells: []document.Cell{
				{Text: plain(fmt.Sprintf("AC-%02d", 4*i+3))},
				{Text: plain("Emergency access is reviewed the next day.")},
				{Text: plain("Inspected the register of emergency access and the log of the vault.")},
				{Label: "Did not operate", Tone: document.Attention, Text: plain("No emergency access was used; the vault's log confirms it.")},
			}},
			document.Row{Cells: []document.Cell{
				{Text: plain(fmt.Sprintf("AC-%02d", 4*i+4))},
				{Text: plain("Roles are reviewed each quarter.")},
				{Label: "Whole population", Tone: document.Neutral, Text: plain("Inspected all four reviews.")},
				{Label: "No result", Tone: document.Absent},
			}},
		)
	}
	return t
}

// attributesTable returns a table with more columns than a screen has room for, and words too long for a column.
func attributesTable() *document.Table {
	t := &document.Table{Caption: "Changes by attributes", Columns: []document.Column{{Title: "Item", Header: true}}}
	for c := range 11 {
		t.Columns = append(t.Columns, document.Column{Title: fmt.Sprintf("Attribute %c", 'A'+c), Align: document.AlignCenter})
	}
	for _, id := range []string{"change/2026-0412", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"} {
		row := document.Row{Cells: []document.Cell{{Text: document.Plain(id)}}}
		for c := range 11 {
			cell := document.Cell{Text: document.Plain("met")}
			if c == 7 {
				cell = document.Cell{Label: "Deviation", Tone: document.Bad}
			}
			row.Cells = append(row.Cells, cell)
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// curveFigure returns a curve with two lines and two points on it.
func curveFigure() *document.Figure {
	f := &document.Figure{
		ID: "curve", Title: "Probability of acceptance",
		Caption: document.Text{{Words: "A sample of 20 items without a deviation; see "}, {To: "#CC6.1"}, {Words: "."}},
		X:       document.Axis{Label: "Rate in the population", To: 0.3, Percent: true}, Y: document.Axis{Label: "Probability of acceptance", To: 1, Percent: true},
		Lines:   []document.ReferenceLine{{Label: "Tolerable rate", At: 0.1}, {Label: "Expected rate", At: 0.01}},
		Markers: []document.Marker{{Label: "Risk 12.158 %", Point: document.Point{X: 0.1, Y: 0.12158}}, {Label: "Probability 81.79 %", Point: document.Point{X: 0.01, Y: 0.8179}}},
	}
	s := document.Series{Name: "20 items, acceptable without a deviation"}
	for i := range 31 {
		rate, accepted := float64(i)/100, 1.0
		for range 20 {
			accepted *= 1 - rate
		}
		s.Points = append(s.Points, document.Point{X: rate, Y: accepted})
	}
	f.Series = []document.Series{s}
	return f
}

// intervalFigure returns rows of each tone, one of which nothing is known among them.
func intervalFigure() *document.Figure {
	line := []document.ReferenceLine{{Label: "Tolerable rate", At: 0.1}}
	other := append([]document.ReferenceLine{{Label: "Limit of last year", At: 0.14}}, line...)
	return &document.Figure{
		ID: "intervals", Title: "Rates against the tolerable rate", Caption: document.Plain("Limits are one-sided, with 90 % confidence."),
		X:        document.Axis{Label: "Rate in the population", Percent: true},
		RowNames: document.RowNames{Label: "Control", State: "Standing", From: "Lower limit", Value: "Rate found", To: "Upper limit"},
		Rows: []document.IntervalRow{
			{Label: "AC-01 Approval", State: "Within the tolerable rate: no deviation among 25 items", Tone: document.Good, To: 0.088, Lines: line},
			{Label: "AC-02 Removal of leavers within one business day after the day on which their contract ended", State: "Not shown to be within: 1 deviation among 25 items", Tone: document.Attention, From: 0.0042, Value: 0.04, To: 0.1469, Lines: other},
			{Label: "AC-03 Emergency access", State: "Above the tolerable rate: 6 deviations among 25 items", Tone: document.Bad, From: 0.1307, Value: 0.24, To: 0.3866, Lines: line},
			{Label: "AC-04 Roles", State: "Nothing may be inferred: chosen by judgment", Tone: document.Absent, Unknown: true, Lines: line},
		},
	}
}

// seriesFigure returns series that are told apart by their dashes, with negative numbers, a gap and a level line.
func seriesFigure() *document.Figure {
	return &document.Figure{
		Title: "Change against the year before", X: document.Axis{Label: "Month", From: 1, To: 12}, Y: document.Axis{Label: "Deviations"},
		Series: []document.Series{
			{Name: "Access", Points: []document.Point{{X: 1, Y: -2}, {X: 4, Y: 1}, {X: 8, Y: 3}, {X: 12, Y: -1}}},
			{Name: "Changes", Tone: document.Bad, Points: []document.Point{{X: 1, Y: 0}, {X: 6, Y: 4}, {X: 12, Y: 5}}},
			{Name: "Backups, tested once", Points: []document.Point{{X: 6, Y: 2}}},
		},
		Lines:   []document.ReferenceLine{{Label: "As the year before", At: 0, Level: true}, {Label: "New vault", At: 9}},
		Markers: []document.Marker{{Label: "Most in December", Tone: document.Bad, Point: document.Point{X: 12, Y: 5}}},
	}
}
