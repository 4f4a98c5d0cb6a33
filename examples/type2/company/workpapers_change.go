package company

import "github.com/soc2kit/soc2/evidence"

// changeWork tests the controls on changes and vendors.
func changeWork() []workpaper {
	return []workpaper{
		{
			control: "CM-01", extent: evidence.RandomSample, population: popChanges, concluded: "2026-10-16", preparer: auditSenior,
			attributes: []string{
				"approved by an engineer other than the author",
				"approved before it was deployed, unless it went the way for emergencies",
				"automated tests of the version deployed passed before it was deployed",
			},
			notes: map[string]string{"CHG-1244": "An emergency change, approved the business day after it was deployed; see CM-03."},
			procedures: []evidence.Procedure{
				inquiry("Asked four engineers what they look at in a review and whether a review can be passed by."),
				inspection("For each change drawn, read author, approver and times in the source repository, and the test results of the version deployed in the pipeline.", "EV-CM-01", "EV-POP-CHANGES"),
				analytics("Compared author and approver of every deployment of the period; nobody approved a change of his own.", "EV-POP-CHANGES"),
			},
		},
		{
			control: "CM-02", extent: evidence.Configuration, concluded: "2026-10-16",
			procedures: []evidence.Procedure{
				inspection("Inspected who and what may deploy, the protection of the branch, and the rule on signatures.", "EV-CM-02"),
				reperformance("Had an engineer try to start an unsigned image and to push to the branch directly; both were refused.", "EV-CM-02"),
				analytics("Compared the versions started on 20 days with the deployments of the pipeline.", "EV-ADMISSION-LOG", "EV-POP-CHANGES"),
			},
		},
		{
			control: "CM-03", extent: evidence.Census, population: popEmergencies, concluded: "2026-10-16",
			attributes: []string{"released with the word of an executive", "reviewed by an engineer other than the author within two business days", "ticket closed by the head of engineering"},
			procedures: []evidence.Procedure{
				inquiry("Asked the head of engineering for the reason of each emergency."),
				inspection("Read the tickets of all seven emergency changes with release, review and closing.", "EV-CM-03"),
			},
		},
		{
			control: "CM-04", extent: evidence.Census, occurrences: quarters(), concluded: "2026-10-19",
			procedures: []evidence.Procedure{
				inspection("Read the four checks with their results and the queries used.", "EV-CM-04"),
				reperformance("Ran the search for customer records in a test database again, and tried a network path from test to production; both without result.", "EV-CM-04"),
			},
		},
		{
			control: "VM-01", extent: evidence.Census, concluded: "2026-10-20",
			occurrences: numbered("vendor ", 1, 6),
			attributes:  []string{"rated and assessed before signing", "confidentiality and notice duties in the contract"},
			procedures: []evidence.Procedure{
				inquiry("Asked the Compliance Manager which vendors were turned down."),
				inspection("Compared new payees and new sign-on connections of the period with the register, and read the assessments and contracts of the six that reach the system or customer records.", "EV-VM-01"),
			},
		},
		{
			control: "VM-02", extent: evidence.Census, occurrences: []string{"September 2026"}, concluded: "2026-10-20", preparer: auditSenior,
			procedures: []evidence.Procedure{
				inquiry("Asked the Head of Security what the deviation in the report means for Larkfield Ledger."),
				inspection("Read the provider's report and the review of 2026-09-08: period, opinion, the deviation, the three kinds of control assumed and where they were tested, and the two controls expected of users; read the letter up to 2026-09-30.", "EV-VM-02", "EV-VM-02-BRIDGE"),
			},
		},
		{
			control: "VM-03", extent: evidence.Census, occurrences: months(), concluded: "2026-10-20",
			attributes: []string{"service levels reviewed", "notices and incidents of the provider decided on"},
			procedures: []evidence.Procedure{
				inquiry("Asked the Head of Platform Engineering about the cooling failure of 2026-06-24."),
				inspection("Read twelve reviews and looked for the notices that the provider published in the same months.", "EV-VM-03"),
			},
		},
	}
}
