package report

import (
	"cmp"

	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/document"
	"github.com/soc2kit/soc2/scope"
)

// description adds a section for each description criterion: management's words, then what is listed for it.
func (b *blockBuilder) description(out *document.Section, c DescriptionContent) {
	out.Blocks = append(out.Blocks, para("Management wrote this section. It is measured against the description criteria; each heading names the one that it answers."))
	for _, part := range c.Parts {
		s := document.Section{ID: string(part.ID), Title: part.ID.String() + " " + part.Title, Blocks: paragraphs(part.Paragraphs)}
		switch {
		case !part.Answered:
			s.Blocks = append(s.Blocks, &document.Note{Kind: document.Missing, Title: "Not answered", Blocks: []document.Block{
				para("The description says nothing for this description criterion, nor why it would not apply."),
			}})
		case part.NotApplicable != "":
			s.Blocks = append(s.Blocks, para("Not applicable: "+sentence(part.NotApplicable)))
		}
		for _, t := range b.descriptionTables(part.ID, c) {
			if len(t.Rows) > 0 {
				s.Blocks = append(s.Blocks, t)
			}
		}
		out.Sections = append(out.Sections, s)
	}
}

// descriptionTables returns what is listed for a description criterion.
func (b *blockBuilder) descriptionTables(id criteria.DescriptionID, c DescriptionContent) []*document.Table {
	switch id {
	case criteria.DC2:
		return []*document.Table{commitmentTable(c.Commitments)}
	case criteria.DC3:
		return []*document.Table{componentTable(c.Components)}
	case criteria.DC4:
		return []*document.Table{incidentTable(c.Incidents)}
	case criteria.DC5:
		return []*document.Table{b.criteriaTable(c.Criteria), b.controlTable(c.Controls)}
	case criteria.DC6:
		return []*document.Table{b.userControlTable(c.UserEntityControls), responsibilityTable(c.UserResponsibilities)}
	case criteria.DC7:
		return []*document.Table{b.subserviceTable(c.SubserviceOrganizations)}
	case criteria.DC8:
		return []*document.Table{b.irrelevantTable(c.NotRelevant)}
	case criteria.DC9:
		return []*document.Table{changeTable(c.Changes)}
	}
	return nil
}

func commitmentTable(list []DescribedCommitment) *document.Table {
	t := &document.Table{Caption: "Principal commitments and requirements", Columns: []document.Column{
		{Title: "Id", Header: true, Width: 12}, {Title: "Kind", Width: 16}, {Title: "What it says", Width: 42}, {Title: "Categories", Width: 15}, {Title: "Source", Width: 15},
	}}
	for _, x := range list {
		kind := "Service commitment"
		if x.Kind == scope.SystemRequirement {
			kind = "System requirement"
		}
		t.Rows = append(t.Rows, document.Row{ID: "commitment/" + x.ID, Cells: []document.Cell{
			plain(x.ID), plain(kind), plain(x.Text), plain(capitalized(categoryWords(x.Categories))), plain(x.Source),
		}})
	}
	return t
}

func componentTable(list []scope.Component) *document.Table {
	t := &document.Table{Caption: "Components", Columns: []document.Column{
		{Title: "Component", Header: true, Width: 20}, {Title: "Kind", Width: 15}, {Title: "Boundary", Width: 15}, {Title: "What it is for", Width: 35}, {Title: "Days", Width: 15},
	}}
	for _, x := range list {
		boundary, days := "inside", "throughout"
		if !x.InBoundary {
			boundary = "outside"
		}
		switch {
		case x.From != "" && x.To != "":
			days = longDate(x.From) + " to " + longDate(x.To)
		case x.From != "":
			days = "since " + longDate(x.From)
		case x.To != "":
			days = "until " + longDate(x.To)
		}
		t.Rows = append(t.Rows, document.Row{ID: "component/" + x.ID, Cells: []document.Cell{
			plain(x.Name), plain(capitalized(string(x.Kind))), plain(boundary), plain(x.Description), plain(days),
		}})
	}
	return t
}

func incidentTable(list []DescribedIncident) *document.Table {
	t := &document.Table{Caption: "Incidents", Columns: []document.Column{
		{Title: "Id", Header: true}, {Title: "Timing"}, {Title: "Nature"}, {Title: "Effect"}, {Title: "Resolution"},
	}}
	for _, x := range list {
		when := longDate(x.Occurred)
		if x.Found != "" {
			when += "; found " + longDate(x.Found)
		}
		t.Rows = append(t.Rows, document.Row{ID: "incident/" + x.ID, Cells: []document.Cell{
			plain(x.ID), plain(when), plain(x.Nature), plain(orBracket(x.Effect, "not stated")), plain(orBracket(x.Resolution, "not stated")),
		}})
	}
	return t
}

func changeTable(list []DescribedChange) *document.Table {
	t := &document.Table{Caption: "Significant changes", Columns: []document.Column{
		{Title: "Id", Header: true}, {Title: "Date"}, {Title: "Change"}, {Title: "Before"}, {Title: "Since"},
	}}
	for _, x := range list {
		t.Rows = append(t.Rows, document.Row{ID: "change/" + x.ID, Cells: []document.Cell{
			plain(x.ID), plain(longDate(x.Date)), plain(x.What), plain(x.Before), plain(x.After),
		}})
	}
	return t
}

// criteriaTable says for each criterion which controls are stated; it leads to the tests in one direction and to the
// controls in the other.
func (b *blockBuilder) criteriaTable(list []DescribedCriterion) *document.Table {
	t := &document.Table{ID: "controls-by-criterion", Caption: "Controls by criterion", Columns: []document.Column{
		{Title: "Criterion", Header: true, Width: 15}, {Title: "Controls", Width: 45}, {Title: "Assumed of others", Width: 40},
	}}
	for _, x := range list {
		controls := document.Cell{Text: joined(x.Controls, b.control)}
		switch {
		case len(x.Controls) > 0:
		case x.Standing == NotRelevant:
			controls = document.Cell{Label: "not relevant", Tone: document.Neutral, Text: document.Text{{Words: "see "}, {Words: "DC 8", To: "#DC8"}}}
		case x.Standing == CarvedOutOnly:
			controls = document.Cell{Label: "carved out", Tone: document.Neutral, Text: document.Text{{Words: "see "}, {Words: "DC 7", To: "#DC7"}}}
		default:
			controls = document.Cell{Label: "no control", Tone: document.Absent}
		}
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{
			{Text: document.Text{b.criterion(x.ID)}}, controls,
			{Text: joined(x.Assumed, func(a AssumedControl) document.Span { return document.Span{Words: assumedName(a)} })},
		}})
	}
	return t
}

// assumedName names a control assumed of others: "CUEC-1 (user entities)".
func assumedName(a AssumedControl) string {
	if a.Kind == control.UserEntityControl {
		return a.ID + " (user entities)"
	}
	return a.ID + " (" + cmp.Or(a.Organization, "subservice organization") + ")"
}

func (b *blockBuilder) controlTable(list []DescribedControl) *document.Table {
	t := &document.Table{ID: "described-controls", Caption: "Controls", Columns: []document.Column{
		{Title: "Control", Header: true, Width: 15}, {Title: "What is done", Width: 50}, {Title: "When due", Width: 15}, {Title: "Criteria", Width: 20},
	}}
	for _, x := range list {
		t.Rows = append(t.Rows, document.Row{ID: "control/" + string(x.ID), Cells: []document.Cell{
			{Text: controlName(document.Span{Words: string(x.ID), Style: document.Strong}, x.Title)}, {Blocks: textBlocks(x.Texts)}, plain(x.Frequency),
			{Text: joined(x.Criteria, b.criterion)},
		}})
	}
	return t
}

// controlName sets the id of a control and, on a line of its own, its short name.
func controlName(id document.Span, title string) document.Text {
	if title == "" {
		return document.Text{id}
	}
	return document.Text{id, {Words: "\n" + title}}
}

// textBlocks sets the wordings of a control, each with its days where there are any.
func textBlocks(texts []ControlText) []document.Block {
	var blocks []document.Block
	for _, t := range texts {
		if t.Period.IsZero() {
			blocks = append(blocks, document.Paragraphs(t.Text)...)
			continue
		}
		blocks = append(blocks, &document.Paragraph{Text: document.Text{{Words: longPeriod(t.Period) + ":", Style: document.Emphasis}, {Words: " " + t.Text}}})
	}
	return blocks
}

func (b *blockBuilder) userControlTable(list []DescribedUserControl) *document.Table {
	t := &document.Table{Caption: "Controls that user entities have to run (CUECs)", Columns: []document.Column{
		{Title: "Id", Header: true, Width: 15}, {Title: "What is needed", Width: 65}, {Title: "Criteria", Width: 20},
	}}
	for _, x := range list {
		t.Rows = append(t.Rows, document.Row{ID: "cuec/" + x.ID, Cells: []document.Cell{
			plain(x.ID), plain(x.Text), {Text: joined(x.Criteria, b.criterion)},
		}})
	}
	return t
}

func responsibilityTable(list []scope.UserResponsibility) *document.Table {
	t := &document.Table{Caption: "Duties of users on which no opinion depends", Columns: []document.Column{{Title: "Id", Header: true, Width: 15}, {Title: "Duty"}}}
	for _, x := range list {
		t.Rows = append(t.Rows, document.Row{ID: "responsibility/" + x.ID, Cells: []document.Cell{plain(x.ID), plain(x.Text)}})
	}
	return t
}

func (b *blockBuilder) subserviceTable(list []DescribedSubservice) *document.Table {
	t := &document.Table{Caption: "Subservice organizations", Columns: []document.Column{
		{Title: "Organization", Header: true, Width: 18}, {Title: "Services and method", Width: 27}, {Title: "Left to its controls", Width: 15},
		{Title: "Kinds of control assumed (CSOCs)", Width: 28}, {Title: "Monitored by", Width: 12},
	}}
	for _, x := range list {
		method := document.Cell{Label: orBracket(string(x.Method), "no method stated"), Tone: document.Neutral, Text: document.Plain(x.Services)}
		if !x.Method.IsValid() {
			method.Tone = document.Absent
		}
		assumed := &document.List{}
		for _, c := range x.Controls {
			text := document.Text{{Words: c.ID + ": " + c.Text}}
			if len(c.Criteria) > 0 {
				text = append(append(append(text, document.Span{Words: " ("}), joined(c.Criteria, b.criterion)...), document.Span{Words: ")"})
			}
			assumed.Items = append(assumed.Items, []document.Block{&document.Paragraph{Text: text}})
		}
		csocs := document.Cell{Text: document.Plain("none")}
		if len(assumed.Items) > 0 {
			csocs = document.Cell{Blocks: []document.Block{assumed}}
		}
		t.Rows = append(t.Rows, document.Row{ID: "subservice/" + x.ID, Cells: []document.Cell{
			plain(x.Name), method, {Text: joined(x.Criteria, b.criterion)}, csocs, {Text: joined(x.MonitoredBy, b.control)},
		}})
	}
	return t
}

func (b *blockBuilder) irrelevantTable(list []IrrelevantCriterion) *document.Table {
	t := &document.Table{Caption: "Criteria that are not relevant", Columns: []document.Column{{Title: "Criterion", Header: true, Width: 20}, {Title: "Reason"}}}
	for _, x := range list {
		t.Rows = append(t.Rows, document.Row{Cells: []document.Cell{{Text: document.Text{b.criterion(x.ID)}}, plain(x.Reason)}})
	}
	return t
}
