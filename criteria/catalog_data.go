package criteria

// catalog holds the 61 criteria in published order, each with its COSO principle (0 for none), title and summary.
// Titles and summaries are written for this project and quote no publisher.
var catalog = [...]catalogRow{
	{CC1_1, 1, "Integrity and ethics are visibly practised",
		"Leaders live by written rules of conduct, make staff and contractors know them, and deal promptly with breaches."},
	{CC1_2, 2, "Independent governing body supervises internal control",
		"People who do not run the business from day to day watch over how its controls are built and how well they work."},
	{CC1_3, 3, "Lines of reporting and authority",
		"It is settled who reports to whom and who may decide what, and the governing body keeps an eye on that."},
	{CC1_4, 4, "Getting, growing and keeping competent people",
		"The organization knows which skills its roles need, hires and trains for them, and plans for people leaving."},
	{CC1_5, 5, "People answer for their control duties",
		"Everyone with a control to run is measured on it, and pressure or rewards do not push them to cut corners."},

	{CC2_1, 13, "Good-quality information feeds internal control",
		"Whoever runs a control gets facts that are correct, current and complete enough to run it."},
	{CC2_2, 14, "Control-related information flows inside",
		"Staff learn their control duties and the system's purpose, and have a safe way to raise a concern."},
	{CC2_3, 15, "Control-related information exchanged with outsiders",
		"Customers, suppliers and authorities are told what they need to know about the system, and can report back."},

	{CC3_1, 6, "Objectives clear enough to assess risk against",
		"Goals are written down precisely enough that anybody can say what would endanger them."},
	{CC3_2, 7, "Risks found, analysed and treated",
		"Threats to the goals are looked for throughout the organization, rated, and each given a response."},
	{CC3_3, 8, "Fraud considered in risk assessment",
		"The risk assessment asks who could cheat, for what gain, and by which opening."},
	{CC3_4, 9, "Significant changes spotted and assessed",
		"New markets, technology, leaders or suppliers trigger a fresh look at risks before they upset the controls."},

	{CC4_1, 16, "Checks that controls exist and work",
		"Controls are checked while they run, by separate reviews from time to time, or both."},
	{CC4_2, 17, "Control weaknesses evaluated, escalated and fixed",
		"A weakness that turns up is weighed, told to the people who can fix it, and followed until it is fixed."},

	{CC5_1, 10, "Controls chosen to bring risk to a bearable level",
		"Each risk worth treating has controls picked for it, of a kind and mix that leave no more risk than was agreed."},
	{CC5_2, 11, "General controls over technology",
		"Controls over infrastructure, security and system development keep the technology dependable that others rely on."},
	{CC5_3, 12, "Controls rolled out through policy and procedure",
		"Policies say what must happen, procedures say how, and named people carry them out and revise them."},

	{CC6_1, 0, "Logical access protects information assets",
		"The organization knows its information assets and lets people and programs reach them only after proving who " +
			"they are. Encryption, network separation and key management back this up."},
	{CC6_2, 0, "User registration and credential removal",
		"Nobody gets an account before it is approved, and accounts go when the need or the approval goes."},
	{CC6_3, 0, "Access by role and least privilege",
		"Rights follow the job: they are granted, changed and withdrawn by approval, kept small, and reviewed. " +
			"Conflicting duties stay apart."},
	{CC6_4, 0, "Physical access to sites and assets",
		"Only people who need to be there can enter offices, server rooms and media stores."},
	{CC6_5, 0, "Protection kept until data is unrecoverable",
		"A device or medium stays protected until nothing on it can be read or restored any more."},
	{CC6_6, 0, "Defence against threats from beyond the boundary",
		"Connections from outside are limited, authenticated and watched."},
	{CC6_7, 0, "Data protected on the move",
		"Who may send, carry or take away data is limited, and the data is protected on its way, on laptops and phones too."},
	{CC6_8, 0, "Unauthorised or malicious software prevented or caught",
		"Software that nobody approved, malware included, is kept out or found and dealt with."},

	{CC7_1, 0, "Configuration drift and new vulnerabilities detected",
		"Settings are compared with a known baseline and systems are scanned, so that a new weakness is noticed soon."},
	{CC7_2, 0, "Anomalies monitored and triaged",
		"Logs and alerts are watched for signs of attack, disaster or mistake, and unusual findings are examined."},
	{CC7_3, 0, "Security events judged and acted on",
		"Someone decides for each event whether it did or might do harm, and acts on that decision."},
	{CC7_4, 0, "Incident response carried out",
		"Incidents are handled by a plan with known roles: contain, remove the cause, inform, learn."},
	{CC7_5, 0, "Recovery from incidents",
		"After an incident the system is brought back, and its lessons change the controls and the plan."},

	{CC8_1, 0, "Change management end to end",
		"Every change is asked for, approved, built, tested and released in a controlled way. Emergencies have a path of " +
			"their own."},

	{CC9_1, 0, "Risk of business disruption reduced",
		"The organization prepares for interruptions of its business, by measures of its own and where fitting by insurance."},
	{CC9_2, 0, "Vendor and partner risk",
		"Suppliers and partners are assessed before and while they are relied on, held to terms, and left in an orderly way."},

	{A1_1, 0, "Capacity monitored, forecast and expanded",
		"Load is measured against what the system can bear, and more is added before it runs short."},
	{A1_2, 0, "Environmental protection, backup and recovery infrastructure",
		"Equipment is guarded against fire, water and power loss, data is backed up, and a place to recover to is ready."},
	{A1_3, 0, "Recovery plans tested",
		"Restoring from backup and failing over are practised, and what goes wrong is put right."},

	{C1_1, 0, "Confidential data identified and kept properly",
		"The organization knows which data is confidential, how long to keep it, and guards it for that time."},
	{C1_2, 0, "Confidential data disposed of",
		"When its time is over, confidential data is found everywhere it lies and destroyed."},

	{PI1_1, 0, "Processing objectives and data definitions communicated",
		"Users and staff know what the system promises to compute, from which data, and what each data item means."},
	{PI1_2, 0, "Input controls",
		"What goes into the system is checked to be whole, right and wanted."},
	{PI1_3, 0, "Processing controls",
		"Each step of the processing is defined and recorded, and errors in it are caught and corrected."},
	{PI1_4, 0, "Output controls",
		"Results reach the right people, on time, and agree with what was specified."},
	{PI1_5, 0, "Storage controls for inputs, work in progress and outputs",
		"Data is stored so that nothing is lost or altered from its arrival to its archive, and can be found again."},

	{P1_1, 0, "Privacy notice given and kept current",
		"Individuals are told what is done with their data, and told again when that changes."},

	{P2_1, 0, "Choices communicated and consent obtained",
		"Individuals learn what they may choose and what follows from it. Their consent, or another ground, is recorded."},

	{P3_1, 0, "Collection matches privacy objectives",
		"Personal data is gathered fairly and only as far as the stated privacy goals need it."},
	{P3_2, 0, "Explicit consent before collection",
		"Where the data calls for explicit consent, it is asked for and given first, and a refusal's effect is explained."},

	{P4_1, 0, "Use limited to stated purposes",
		"Personal data serves the purposes that were announced and nothing else."},
	{P4_2, 0, "Retention matches privacy objectives",
		"Personal data is kept as long as its purpose or the law needs, and protected from early loss."},
	{P4_3, 0, "Secure disposal of personal data",
		"Personal data whose time is over, or whose owner asks for it, is destroyed so that it cannot be restored."},

	{P5_1, 0, "Individuals can see and get copies of their data",
		"A person who proves who they are can look at the data held about them and take a copy. A refusal comes with its " +
			"reason."},
	{P5_2, 0, "Individuals can correct their data",
		"A person can have wrong data put right, and those who received it are told."},

	{P6_1, 0, "Disclosure needs prior explicit consent",
		"Personal data goes to others only after the person has explicitly agreed."},
	{P6_2, 0, "Record of authorised disclosures",
		"There is a dependable list of every disclosure that was allowed."},
	{P6_3, 0, "Record of unauthorised disclosures and breaches",
		"There is a dependable list of every disclosure that should not have happened, suspected ones included."},
	{P6_4, 0, "Privacy promises from vendors obtained and checked",
		"Suppliers that touch personal data promise to protect it, and the organization looks whether they do."},
	{P6_5, 0, "Vendors report leaks, and reports are acted on",
		"Suppliers must say when data may have leaked, and the organization then starts its incident response."},
	{P6_6, 0, "Breach notification",
		"The people concerned, authorities and others hear of a breach as law and contract require."},
	{P6_7, 0, "Account of data held and disclosed, on request",
		"A person who asks is told which data about them is held and who received it."},

	{P7_1, 0, "Personal data accurate, complete and relevant",
		"Personal data is right, up to date and fit for its purpose."},

	{P8_1, 0, "Complaints, disputes and privacy monitoring",
		"Questions and complaints about privacy are answered and settled, and adherence to the privacy rules is checked " +
			"regularly."},
}
