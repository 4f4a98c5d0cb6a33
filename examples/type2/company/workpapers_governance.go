package company

import "github.com/soc2kit/soc2/evidence"

// governanceWork tests the controls on governance and communication.
func governanceWork() []workpaper {
	return []workpaper{
		{
			control: "GV-01", extent: evidence.RandomSample, population: popStaff, concluded: "2026-10-13",
			attributes: []string{"acknowledged before the first working day, where it lies in the period", "acknowledged in November 2025, where employed then"},
			procedures: []evidence.Procedure{
				inquiry("Asked the Head of People how open acknowledgements are found and followed up."),
				inspection("For each person drawn, compared the days of acknowledgement with the first working day and with November 2025.", "EV-GV-01", "EV-POP-PEOPLE"),
			},
		},
		{
			control: "GV-02", extent: evidence.Census, occurrences: quarters(), concluded: "2026-10-13",
			procedures: []evidence.Procedure{
				inquiry("Asked the General Counsel about reports received and how their writers are protected."),
				inspection("Read the four reviews and the minutes in which the committee received them; counted the reports in the conduct line's own log and agreed the number.", "EV-GV-02"),
			},
		},
		{
			control: "GV-03", extent: evidence.Census, occurrences: quarters(), concluded: "2026-10-13", preparer: auditSenior,
			procedures: []evidence.Procedure{
				inquiry("Asked the chair of the board which questions the reports had raised."),
				inspection("Read the minutes of four meetings for attendance, the security report, questions and decisions; compared the independence of three directors with their declarations.", "EV-GV-03"),
			},
		},
		{
			control: "GV-04", extent: evidence.Census, occurrences: halves(), concluded: "2026-10-13",
			procedures: []evidence.Procedure{
				inquiry("Asked the Head of People which differences were found in December and June."),
				inspection("Inspected both approved charts and compared eight roles in them with the people system.", "EV-GV-04"),
			},
		},
		{
			control: "GV-05", extent: evidence.Census, occurrences: []string{"January 2026"}, concluded: "2026-10-13",
			procedures: []evidence.Procedure{
				inquiry("Asked three control owners which authority the charter gives them."),
				inspection("Read the signed charter; compared the owners that it names with the owners of all 70 controls in the description.", "EV-GV-05"),
			},
		},
		{
			control: "GV-06", extent: evidence.Census, population: popHires, concluded: "2026-10-14",
			attributes: []string{"background check completed before the first day", "two interview ratings against the role description on file"},
			procedures: []evidence.Procedure{
				inquiry("Asked the Head of People what happens if a check is not back in time."),
				inspection("For each of the 19 people, read the dated result of the check and both ratings.", "EV-GV-06"),
			},
		},
		{
			control: "GV-07", extent: evidence.RandomSample, population: popStaff, concluded: "2026-10-14",
			attributes: []string{"completed within 30 days of starting, where the start lies in the period", "completed in March 2026, where employed then"},
			procedures: []evidence.Procedure{
				inquiry("Asked the Head of Security how the course was changed for 2026."),
				inspection("For each person drawn, compared the days of completion in the training system with start date and campaign.", "EV-GV-07"),
			},
		},
		{
			control: "GV-08", extent: evidence.Census, concluded: "2026-10-14",
			occurrences: numbered("control owner ", 1, 11),
			procedures: []evidence.Procedure{
				inquiry("Asked four managers what they looked at."),
				inspection("Read the eleven assessments for their date, their writer and what they say of control duties.", "EV-GV-08"),
			},
		},
		{
			control: "CO-01", extent: evidence.Census, occurrences: months(), concluded: "2026-10-15",
			procedures: []evidence.Procedure{
				inquiry("Asked the Head of Security from which systems each figure comes."),
				inspection("Inspected twelve reports and the minutes in which they were discussed.", "EV-CO-01"),
				reperformance("Computed four figures of the March and August reports again from their sources.", "EV-CO-01", "EV-OP-02"),
			},
		},
		{
			control: "CO-02", extent: evidence.Census, occurrences: quarters(), concluded: "2026-10-15",
			procedures: []evidence.Procedure{
				inquiry("Asked the Head of Platform Engineering how new stores are noticed."),
				inspection("Inspected four signed comparisons, and found in them the reporting warehouse from the first quarter of 2026 on.", "EV-CO-02"),
			},
		},
		{
			control: "CO-03", extent: evidence.Census, concluded: "2026-10-15",
			occurrences: numbered("approval ", 1, 13),
			procedures: []evidence.Procedure{
				inquiry("Asked the Compliance Manager who receives notices."),
				inspection("For 13 approvals, compared the days of approval, publication and notice, and the version published with the version approved.", "EV-CO-03"),
			},
		},
		{
			control: "CO-04", extent: evidence.Census, concluded: "2026-10-15",
			occurrences: numbered("notice ", 1, 3),
			procedures: []evidence.Procedure{
				inquiry("Asked the Head of Customer Success which changes were considered and why some needed no notice."),
				inspection("Compared the days of three notices with the days of the changes, and the recipients with the administrators of that day.", "EV-CO-04"),
			},
		},
		{
			control: "CO-05", extent: evidence.RandomSample, population: popCases, concluded: "2026-10-15",
			attributes: []string{"acknowledged within one business day", "passed to the on-call engineer"},
			procedures: []evidence.Procedure{
				inquiry("Asked two support agents how they recognize such a case."),
				inspection("For each case drawn, read the report, the acknowledgement and the handover with their times.", "EV-CO-05"),
			},
		},
	}
}
