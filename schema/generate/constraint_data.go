package generate

// constraints are the fields whose values must be more, or may be less, than the rule of [constraintOf] says. The tests
// hold each against what Validate reports.
var constraints = map[string]constraint{
	// Lists that may hold a value twice.
	"evidence.TestedItem.Outcomes": {}, // one for each attribute, in their order
	"scope.Terms.Holidays":         {},
	"sampling.Selection.Tickets":   {digest: true},

	// Lists that say nothing when they are empty.
	"control.Alternative.Members":         {minItems: 1},
	"control.Control.Criteria":            {minItems: 1, unique: true},
	"report.Aggregate.Findings":           {minItems: 1},
	"report.FindingJudgment.Findings":     {minItems: 1},
	"scope.Terms.Categories":              {minItems: 1, unique: true},
	"evidence.NoOccurrence.Corroboration": {id: true, unique: true},

	// What Validate only warns about when it is missing.
	"control.Control.Owner": {},

	// What the sampling protocol bounds.
	"sampling.Selection.Context":        {some: true},
	"sampling.Selection.Beacon":         {some: true},
	"sampling.Selection.Sample":         {some: true},
	"sampling.Selection.Reserve":        {some: true},
	"sampling.Selection.PopulationRoot": {digest: true},
	"sampling.Selection.Source":         {digest: true},
	"sampling.Selection.Commitment":     {digest: true},
	"sampling.Selection.Seed":           {digest: true},
	"sampling.Selection.Size":           {atLeast: "1"},
	"sampling.Selection.PopulationSize": {atLeast: "1"},

	// What else has the length of a SHA-256.
	"evidence.Population.Root": {digest: true},

	// Required texts whose type has a name.
	"report.Waiver.Rule": {text: true},

	// Names that a list gives once.
	"control.Control.Variants":      {text: true, unique: true},
	"evidence.AccessReview.Systems": {text: true, unique: true},

	// Ids of other records.
	"control.Control.Commitments":                    {id: true, unique: true},
	"control.Control.Monitors":                       {id: true, unique: true},
	"control.Control.Risks":                          {id: true, unique: true},
	"control.Risk.Commitments":                       {id: true, unique: true},
	"evidence.AccessReview.Listing":                  {id: true},
	"evidence.Deviation.Attribute":                   {id: true},
	"evidence.Deviation.Test":                        {id: true},
	"evidence.DrawnSample.Plan":                      {id: true},
	"evidence.PopulationCheck.Evidence":              {id: true, unique: true},
	"evidence.Procedure.Evidence":                    {id: true, unique: true},
	"evidence.Request.Evidence":                      {id: true, unique: true},
	"evidence.Test.ConfigurationHistory":             {id: true},
	"evidence.Test.Plan":                             {id: true},
	"evidence.TestPlan.Population":                   {id: true},
	"program.Action.DependsOn":                       {id: true, unique: true},
	"report.ContraryEvidence.SubserviceOrganization": {id: true},
	"scope.Change.RiskAssessment":                    {id: true},
	"scope.System.IncidentQuery":                     {id: true},
	"scope.VendorReport.SubserviceOrganization":      {id: true},
}
