package generate

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/sampling"
)

// constraints are the fields whose values must be more, or may be less, than the rule of [constraintOf] says. The tests
// hold each against what Validate reports.
var constraints = map[string]constraint{
	// Lists that may hold a value twice.
	"evidence.TestedItem.Outcomes": {}, // one for each attribute, in their order
	"scope.Terms.Holidays":         {},
	"sampling.Selection.Tickets":   {digest: true},

	// Lists that say nothing when they are empty.
	"control.Alternative.Members":         {minItems: 1, unique: true},
	"control.Control.Criteria":            {minItems: 1, unique: true},
	"report.Aggregate.Findings":           {minItems: 2},
	"report.BasisParagraph.Subjects":      {minItems: 1, unique: true},
	"report.Finding.Subjects":             {minItems: 1, unique: true},
	"report.FindingJudgment.Findings":     {minItems: 1},
	"scope.Terms.Categories":              {minItems: 1, unique: true},
	"evidence.NoOccurrence.Corroboration": {id: true, unique: true},

	// What Validate only warns about when it is missing.
	"control.Control.Owner": {},

	// What the sampling protocol bounds.
	"sampling.Selection.Context":        {item: true},
	"sampling.Selection.Beacon":         {item: true},
	"sampling.Selection.Sample":         {item: true},
	"sampling.Selection.Reserve":        {item: true},
	"sampling.Selection.PopulationRoot": {digest: true},
	"sampling.Selection.Source":         {digest: true},
	"sampling.Selection.Commitment":     {digest: true},
	"sampling.Selection.Seed":           {digest: true},
	"sampling.Selection.Size":           {atLeast: 1},
	"sampling.Selection.PopulationSize": {atLeast: 1, atMost: 1<<32 - 1},
	"sampling.Plan.Population":          {atMost: sampling.MaxPopulation},
	"evidence.PopulationItem.ID":        {item: true},

	// What a frequency table may hold.
	"sampling.FrequencyTable.Rows": {minItems: 1},
	"sampling.FrequencyRow.From":   {atMost: sampling.MaxPopulation},
	"sampling.FrequencyRow.To":     {atMost: sampling.MaxPopulation},
	"sampling.FrequencyRow.Least":  {atMost: sampling.MaxPopulation},
	"sampling.FrequencyRow.Most":   {atMost: sampling.MaxPopulation},

	// What else has the length of a SHA-256.
	"evidence.Population.Root": {digest: true},

	// Required texts whose type has a name.
	"report.Waiver.Rule": {text: true},

	// Optional texts that are not blank where they are given.
	"calendar.Frequency.Trigger": {text: true},

	// Times and grace within bounds. An allowance of 0 is none.
	"calendar.Allowance.Hours":             {atMost: calendar.MaxAllowanceHours},
	"calendar.Allowance.Days":              {atMost: calendar.MaxAllowanceDays},
	"calendar.Allowance.BusinessDays":      {atMost: calendar.MaxAllowanceDays},
	"calendar.Frequency.GraceDays":         {atMost: calendar.MaxGraceDays},
	"calendar.Frequency.GraceBusinessDays": {atMost: calendar.MaxGraceDays},

	// Names that a list gives once.
	"control.Control.Variants":      {text: true, unique: true},
	"evidence.AccessReview.Systems": {text: true, unique: true},
	"scope.PriorReport.NotOperated": {text: true, unique: true},

	// Ids of other records.
	"control.Control.Commitments":                    {id: true, unique: true},
	"control.Control.Monitors":                       {id: true, unique: true},
	"control.Control.Risks":                          {id: true, unique: true},
	"control.Risk.Commitments":                       {id: true, unique: true},
	"evidence.AccessReview.Listing":                  {id: true},
	"evidence.Deviation.Attribute":                   {id: true},
	"evidence.Deviation.Test":                        {id: true},
	"evidence.DrawnSample.Plan":                      {id: true},
	"evidence.Limitation.Existed":                    {id: true, unique: true},
	"evidence.PopulationCheck.Evidence":              {id: true, unique: true},
	"evidence.Procedure.Evidence":                    {id: true, unique: true},
	"evidence.Request.Evidence":                      {id: true, unique: true},
	"evidence.Test.ConfigurationHistory":             {id: true},
	"evidence.Test.Plan":                             {id: true},
	"evidence.TestPlan.Population":                   {id: true},
	"program.Action.DependsOn":                       {id: true, unique: true},
	"report.ContraryEvidence.SubserviceOrganization": {id: true},
	"report.SubsequentEvent.EvaluatedAs":             {id: true, unique: true},
	"scope.Change.RiskAssessment":                    {id: true},
	"scope.System.IncidentQuery":                     {id: true},
	"scope.VendorReport.SubserviceOrganization":      {id: true},
}
