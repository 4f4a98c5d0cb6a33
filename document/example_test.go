package document_test

import (
	"fmt"
	"os"

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
