package generate

// names are the names of types among the definitions where the Go name needs its package to be understood, or would hide a
// global name of JavaScript (Element, Request, Selection).
var names = map[string]string{
	"control.Member":       "AlternativeMember",
	"control.Version":      "ControlVersion",
	"evidence.Attribute":   "TestAttribute",
	"evidence.Cause":       "DeviationCause",
	"evidence.Extent":      "TestExtent",
	"evidence.Item":        "EvidenceItem",
	"evidence.Limitation":  "TestLimitation",
	"evidence.Outcome":     "TestOutcome",
	"evidence.Procedure":   "TestProcedure",
	"evidence.Replacement": "ItemReplacement",
	"evidence.Request":     "EvidenceRequest",
	"evidence.RequestKind": "EvidenceRequestKind",
	"evidence.Test":        "ControlTest",
	"problem.Severity":     "ProblemSeverity",
	"program.Action":       "RemediationAction",
	"program.ActionStatus": "RemediationStatus",
	"report.Assurance":     "SectionAssurance",
	"report.Author":        "SectionAuthor",
	"report.Counts":        "ReportCounts",
	"report.Element":       "ReportElement",
	"report.Operation":     "ControlOperation",
	"report.Reason":        "ConclusionReason",
	"report.Recipient":     "ReportRecipient",
	"report.Section":       "ReportSection",
	"report.Standing":      "CriterionStanding",
	"report.Subject":       "ExaminationSubject",
	"report.Summary":       "ReportSummary",
	"report.Wording":       "ElementWording",
	"sampling.Convention":  "SamplingConvention",
	"sampling.Method":      "SelectionMethod",
	"sampling.Model":       "SamplingModel",
	"sampling.Plan":        "SamplingPlan",
	"sampling.Selection":   "SampleSelection",
	"scope.Change":         "SystemChange",
	"scope.Component":      "SystemComponent",
	"scope.Stage":          "EngagementStage",
}

// openSets are closed sets of values to which a later minor version may add: what a publisher may revise. The lenient
// variant takes any text for them.
var openSets = map[string]bool{
	"criteria.DescriptionEdition": true,
	"criteria.Edition":            true,
	"criteria.ID":                 true,
	"report.MissingCode":          true,
}
