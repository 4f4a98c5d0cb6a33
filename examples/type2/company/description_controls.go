package company

import (
	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/scope"
)

// controlSections answer what happened, by which controls the criteria are met, and on whom they rest (DC 4 to DC 9).
func controlSections() []scope.DescriptionSection {
	return []scope.DescriptionSection{
		{ID: criteria.DC4, Paragraphs: []string{
			"Three incidents of severity 1 or 2 occurred in the period. The Head of Security or the chief technology officer decided for each whether it came from controls that were not suitable or not effective, or led to a significant failure to keep a commitment or requirement. One did.",
			"On 2026-03-11 at 14:20 UTC a database change held locks on large tables for far longer than in the test environment and made the application unavailable to all customers (INC-118). An emergency change withdrew it, and service was restored at 20:00 UTC, after 5 hours 40 minutes. Availability in March was 99.2 %, below the 99.9 % committed. No record was lost, changed or disclosed. Customers were told the same day and received the credits agreed. The change had been reviewed and tested as described; the test environment held too few records to show the effect. Since 2026-04-06 changes of large tables are rehearsed on a copy of production size.",
		}},
		{ID: criteria.DC5, Paragraphs: []string{
			"The applicable criteria are the common criteria CC1 to CC9 and the further criteria A1 for availability and C1 for confidentiality. The controls for each criterion, and which of them suffice together, are listed with the tests in this report; they are part of this description.",
			"Control environment. The board meets each quarter and reviews security, availability and control results. A code of conduct, screening before employment, training, role descriptions and a yearly assessment of control owners set what is expected of people.",
			"Risk assessment. Each February executives and control owners assess the risks to the commitments: what could keep one from being met, how likely and how grave it is before and after controls, and what is done about it. Fraud is assessed in a workshop of its own, led by the chief financial officer. Each quarter the register is reviewed; before each significant change its risks are assessed. The register held 15 risks at the end of the period, none above the level that the board accepts.",
			"Information, communication and monitoring. Executives receive security and reliability figures each month. Policies are published to all staff, and changes of the service to customers. Controls are self-assessed twice a year, an independent firm attempts to break in once a year, configuration is compared with the approved baseline all the time, and deficiencies are logged with owner and due date and followed up each month.",
			"Access. People sign in through the identity provider with a hardware-bound second factor. Access is approved before it is given, reviewed each quarter and recertified each month, and removed when people leave. Administrators of production receive rights for at most eight hours at a time. Each customer's records are kept apart by the application and the database.",
			"Operations and change. Logs are collected centrally; alerts are triaged around the clock; vulnerabilities are scanned for each week. Incidents are classified, handled by a written plan and reviewed. Every change of production passes the delivery pipeline, which deploys nothing that somebody other than the author has not approved and the automated tests have not passed.",
			"Vendors, continuity and confidentiality. Vendors are assessed before they are used, and the hosting provider's report is reviewed each year. Records are backed up to a second region; restoring is tested each quarter, and moving to the second region is exercised each year. Records are classified, seen by support staff only with consent, and deleted after the contract.",
			"During the period one quarterly access review was not done, for which the monthly recertification makes up, and accounts in two systems were removed late when people left. Management acknowledges in its assertion that for this reason CC6.2 was not met throughout the period.",
		}},
		{ID: criteria.DC6, Paragraphs: []string{
			"The controls of Larkfield Ledger were designed on the assumption that user entities operate the five complementary user entity controls CUEC-01 to CUEC-05, which are listed with their criteria in this report: managing the accounts of their own users, requiring a second factor, protecting interface keys, reporting suspected misuse, and keeping contact addresses current. Without them the commitments cannot be kept.",
			"User entities have further responsibilities that are not controls on which the commitments depend: a supported browser, training of their own staff, and exporting records before the contract ends.",
		}},
		{ID: criteria.DC7, Paragraphs: []string{
			"Larkfield Ledger uses one subservice organization, Stratus Harbor Cloud, Inc. (fictional), for hosting in data centres, including hosts, storage, network and managed databases. It is treated by the carve-out method: this description leaves out its controls, and the examination does not extend to them.",
			"Criterion CC6.4, physical access, is meant to be met by the provider's controls alone; criterion A1.2 is met by its controls over power, cooling and fire protection together with Larkfield Ledger's own backups. Larkfield Ledger assumes controls of these kinds: that only approved people enter data centres, and the list of them is reviewed (CSOC-01); that visitors and equipment are controlled (CSOC-02); that environmental protection is redundant, monitored and serviced (CSOC-03). Disposal of the provider's storage media is not among them: Larkfield Ledger encrypts what is stored and holds the keys.",
			"Larkfield Ledger monitors the provider by reviewing its SOC 2 type 2 report each year (VM-02) and its service levels, notices and incidents each month (VM-03). The report for 2025-07-01 to 2026-06-30 was reviewed on 2026-09-08. Its opinion is unmodified, and the one deviation that it states does not concern the controls assumed.",
		}},
		{ID: criteria.DC8, NotApplicable: "All criteria of the three categories covered are relevant to the system; none is left out."},
		{ID: criteria.DC9, Paragraphs: []string{
			"On 2026-01-12 the reporting warehouse went live. Close statistics, formerly computed in the application's database, are computed in a separate store of customer records, whose accounts are managed by hand.",
			"On 2026-02-09 the platform operations team was merged into engineering. Its duty to remove accounts in the reporting warehouse and the support console passed to IT administration. Until 2026-08-07 removal tasks for the two systems still went to the queue of the former team.",
			"On 2026-03-02 the vulnerability scanner was replaced, and with it control OP-01 changed. Until 2026-03-01 the Gannet scanner scanned production hosts over the network each week. Since then the Petrel scanner scans production hosts, signed in to them, and container images each week.",
			"No other significant change of the system or its controls was identified in the period.",
		}},
	}
}
