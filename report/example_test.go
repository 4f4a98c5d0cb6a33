package report_test

import (
	"fmt"
	"log"
	"os"

	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/document"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/scope"
)

// firstDraft is an engagement at its very beginning: terms, parties and one control.
func firstDraft() report.Engagement {
	return report.Join(program.Program{
		Kind: program.Kind, SchemaVersion: program.SchemaVersion, ID: "ledgerline-2026",
		Editions: scope.Editions{Criteria: criteria.Edition2022, DescriptionCriteria: criteria.DescriptionEdition2022},
		Terms:    scope.Terms{Type: scope.Type1, Status: scope.Planned, AsOf: "2026-06-30", Categories: []criteria.Category{criteria.Security}},
		Parties:  scope.Parties{ServiceOrganization: scope.Organization{Name: "Ledgerline GmbH"}},
		System:   scope.System{Name: "Ledgerline Payments"},
		Controls: []control.Control{{
			ID: "CM-02", Text: "A second engineer approves each change before it goes live.", Criteria: []criteria.ID{criteria.CC8_1},
			Described: true, Relied: true, Automation: control.Manual, Frequency: calendar.Frequency{Trigger: "change"}, Owner: "Engineering",
		}},
		Criteria: []control.CriterionControls{{ID: criteria.CC8_1, Alternatives: []control.Alternative{control.Together("CM-02")}}},
	}, report.Fieldwork{Kind: report.FieldworkKind, SchemaVersion: report.SchemaVersion, ID: "ledgerline-2026-fieldwork"})
}

// A draft of a type 1 from a program that has barely begun: whatever is missing is listed, and nothing reads as a pass.
func ExampleAssemble() {
	rep, err := report.Assemble(firstDraft(), report.Type1)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(rep.Title, "- draft:", rep.Draft)
	for _, s := range rep.Sections {
		fmt.Println(s.Kind, "by", s.Author)
	}
	fmt.Println(rep.Conclusions.Subject(report.Design).Indicated)
	listing, _ := rep.Section(report.ControlListing)
	for _, entry := range listing.Criteria[len(listing.Criteria)-3:] {
		fmt.Println(entry.ID, entry.Standing, len(entry.Rows))
	}
	// Output:
	// SOC 2 type 1 report on Ledgerline Payments - draft: true
	// auditor-report by service-auditor
	// assertion by management
	// description by management
	// controls by management
	// undecided
	// CC8.1 controls 1
	// CC9.1 without-control 0
	// CC9.2 without-control 0
}

// The block tree can be rearranged before it is written: here all goes but the listing of controls.
func ExampleDeliverable_Blocks() {
	rep, err := report.Assemble(firstDraft(), report.Type1)
	if err != nil {
		log.Fatal(err)
	}
	doc := rep.Blocks()
	doc.Facts, doc.MarkReason = nil, ""
	doc.Sections = document.DeleteSections(doc.Sections, func(s *document.Section) bool {
		return s.ID != "controls" && s.ID != "series/CC8" && s.ID != "CC8.1"
	})
	if err := document.WriteMarkdown(os.Stdout, doc, &document.MarkdownOptions{ContentsDepth: -1}); err != nil {
		log.Fatal(err)
	}
	// Output:
	// > [!CAUTION]
	// > **DRAFT**
	//
	// # SOC 2 type 1 report on Ledgerline Payments
	//
	// Ledgerline GmbH
	//
	// ## <a id="controls"></a>Section IV. Criteria and controls
	//
	// **DRAFT**
	//
	// Management stated the controls. A type 1 examines whether they are suitably designed; how they run was not tested.
	//
	// ### <a id="series/CC8"></a>CC8 Change management
	//
	// #### <a id="CC8.1"></a>CC8.1 Change management end to end
	//
	// | Control | What is done | When due |
	// | --- | --- | --- |
	// | <a id="CC8.1/CM-02"></a>[CM-02](#control/CM-02) | A second engineer approves each change before it goes live. | event: change |
	//
	// > [!WARNING]
	// > **What the record indicates**
	// >
	// > - The design of the controls: a result or decision is missing for CC8.1.
}

// The elements of the auditor's report and of the assertion are data; a firm's wording names them by id.
func ExampleElements() {
	for _, e := range report.Elements() {
		if e.Type1 != e.Type2 {
			fmt.Println(e.ID, e.Type1, e.Type2)
		}
	}
	// Output:
	// t1-no-operating-opinion required never
	// tests-reference never required
	// opinion-operating never required
	// non-occurrence never conditional
	// assertion-operating never required
}
