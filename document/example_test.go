package document_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/soc2kit/soc2/document"
)

func Example() {
	doc := document.Document{
		Title: "Tests of controls",
		Mark:  "DRAFT", MarkReason: "No practitioner has recorded an opinion.",
		Sections: []document.Section{{ID: "results", Title: "Results", Blocks: []document.Block{
			&document.Paragraph{Text: document.Text{{Words: "One control deviated: "}, {To: "#AC-07"}, {Words: "."}}},
			&document.Table{
				Columns: []document.Column{{Title: "Control", Header: true}, {Title: "Result"}},
				Rows: []document.Row{
					{ID: "AC-02", Cells: []document.Cell{{Text: document.Plain("AC-02")}, {Label: "No deviation", Tone: document.Good}}},
					{ID: "AC-07", Cells: []document.Cell{{Text: document.Plain("AC-07")}, {Label: "Deviation", Tone: document.Bad, Text: document.Plain("1 of 25 items")}}},
				},
			},
		}}},
	}
	fmt.Println(len(doc.Validate()), "problems")
	if err := document.WriteMarkdown(os.Stdout, doc, nil); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 0 problems
	// > [!CAUTION]
	// > **DRAFT**: No practitioner has recorded an opinion.
	//
	// # Tests of controls
	//
	// ## <a id="results"></a>Results
	//
	// **DRAFT**
	//
	// One control deviated: [AC-07](#AC-07).
	//
	// | Control | Result |
	// | --- | --- |
	// | <a id="AC-02"></a>AC-02 | **No deviation** |
	// | <a id="AC-07"></a>AC-07 | **Deviation** 1 of 25 items |
}

func ExampleWriteHTMLFragment() {
	doc := document.Document{Title: "Report", Sections: []document.Section{
		{ID: "scope", Title: "Scope", Blocks: document.Paragraphs("Payments <API>.\n\nNothing else.")},
	}}
	if err := document.WriteHTMLFragment(os.Stdout, doc, "scope", &document.HTMLOptions{Level: 3}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// <section id="scope">
	// <h3>Scope</h3>
	// <p>Payments &lt;API&gt;.</p>
	// <p>Nothing else.</p>
	// </section>
}

func ExampleDocument_Walk() {
	doc := sample()
	for depth, s := range doc.Walk() {
		if depth == 0 && s.Kind == "tests-results" {
			s.Title = "Tests and results"
			fmt.Println(s.ID)
		}
	}
	fmt.Println(doc.Find("tests").Title)
	// Output:
	// tests
	// Tests and results
}

func ExampleWriteSVG() {
	f := document.Figure{
		Title: "Changes a month", Caption: document.Plain("Two were not reviewed."),
		X: document.Axis{Label: "Month", From: 1, To: 3}, Y: document.Axis{Label: "Changes"},
		Series: []document.Series{{Name: "All changes", Points: []document.Point{{X: 1, Y: 40}, {X: 2, Y: 55}, {X: 3, Y: 48}}}},
	}
	fmt.Println(len(f.Validate()), "problems")
	var drawing strings.Builder
	if err := document.WriteSVG(&drawing, f, nil); err != nil {
		fmt.Println(err)
	}
	first, _, _ := strings.Cut(drawing.String(), "\n")
	fmt.Println(first[:61])

	// Markdown cannot draw; it gets the numbers.
	doc := document.Document{Title: "Changes", Sections: []document.Section{{Title: "Numbers", Blocks: []document.Block{&f}}}}
	if err := document.WriteMarkdown(os.Stdout, doc, nil); err != nil {
		fmt.Println(err)
	}
	// Output:
	// 0 problems
	// <svg xmlns="http://www.w3.org/2000/svg" role="img" width="720
	// # Changes
	//
	// ## <a id="section-1"></a>Numbers
	//
	// **Changes a month**
	//
	// Two were not reviewed.
	//
	// | Month | Changes |
	// | ---: | ---: |
	// | **All changes** | |
	// | 1 | 40 |
	// | 2 | 55 |
	// | 3 | 48 |
}
