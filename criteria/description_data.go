package criteria

// descriptionCatalog holds the nine description criteria in published order, in this project's words.
var descriptionCatalog = [...]DescriptionCriterion{
	{
		ID:      DC1,
		Title:   "Services provided",
		Summary: "Which kinds of service the system delivers to its users.",
	},
	{
		ID:      DC2,
		Title:   "Commitments and requirements",
		Summary: "What is promised to users in the main, and what the system must do so that the promises are kept.",
	},
	{
		ID:      DC3,
		Title:   "System components",
		Summary: "What the system consists of, so far as it is inside the boundary.",
		Parts: []DescriptionPart{
			{"a", "Infrastructure"},
			{"b", "Software"},
			{"c", "People"},
			{"d", "Procedures"},
			{"e", "Data"},
		},
	},
	{
		ID:        DC4,
		Title:     "Incidents",
		Summary:   "Each incident that came from weak controls or that broke a commitment badly, security or not.",
		Condition: "there was such an incident at the date (type 1) or in the period (type 2)",
		Parts: []DescriptionPart{
			{"a", "Nature"},
			{"b", "Timing"},
			{"c", "Extent and outcome"},
		},
	},
	{
		ID:      DC5,
		Title:   "Applicable criteria and the controls for them",
		Summary: "Which trust services criteria apply, and by which controls the organization meets each.",
	},
	{
		ID:        DC6,
		Title:     "Controls needed at user entities",
		Summary:   "What user entities must do themselves before the commitments can be kept.",
		Condition: "the controls' design assumes controls at user entities and cannot do without them",
	},
	{
		ID:        DC7,
		Title:     "Subservice organizations",
		Summary:   "Which suppliers the commitments depend on, and how each is treated in the report.",
		Condition: "a supplier's controls are needed beside the organization's own",
		Parts: []DescriptionPart{
			{"a", "Inclusive method"},
			{"b", "Carve-out method"},
		},
	},
	{
		ID:        DC8,
		Title:     "Criteria that are not relevant",
		Summary:   "Which criteria of the chosen categories have no bearing on the system, each with its reason.",
		Condition: "a criterion of a chosen category is left out",
	},
	{
		ID:        DC9,
		Title:     "Significant changes in the period",
		Summary:   "What changed in the system or its controls during the period and mattered to the commitments.",
		Type2Only: true,
	},
}
