package company

import (
	"slices"

	"github.com/soc2kit/soc2/criteria"
	"github.com/soc2kit/soc2/scope"
)

// description returns management's description of the system, one section for each description criterion.
func description() []scope.DescriptionSection {
	return slices.Concat(serviceSections(), componentSections(), controlSections())
}

// serviceSections answer what is provided and what is promised (DC 1 and DC 2).
func serviceSections() []scope.DescriptionSection {
	return []scope.DescriptionSection{
		{ID: criteria.DC1, Paragraphs: []string{
			"Larkfield Ledger, Inc. is a fictional company. It was founded in 2017, employs about 60 people, most of whom work from home in nine states, and provides one service: Larkfield Close, also called the Close application, by which finance teams prepare, review and document their month-end close.",
			"Users load trial balances and bank statements, or connect their accounting software through a programming interface. They reconcile accounts, attach supporting documents, work through close checklists and sign off periods. The application keeps who prepared and who reviewed each reconciliation, and reports how far a close has come.",
			"The description covers the production service that is offered to all customers. It does not cover consulting that Larkfield Ledger sells under separate agreements, billing, or the marketing site.",
		}},
		{ID: criteria.DC2, Paragraphs: []string{
			"Larkfield Ledger makes its service commitments in the master subscription agreement, in the service level schedule attached to it and on its public trust page. They are the same for all customers; what single customers negotiated is not described here.",
			"In the main it promises to keep people without authority away from the system and from customer records (security); to be available for at least 99.9 % of the minutes of each month and, after a disaster, to be restored within eight hours with at most one hour of entries lost (availability); to keep customer records confidential and apart from those of other customers, and to delete them within 30 days after the contract ends (confidentiality); to encrypt them in transit and in storage; to tell affected customers of a confirmed incident within 72 hours; and to announce changes that reduce the service 30 days ahead.",
			"From these promises, from law on trade secrets and from its own policies Larkfield Ledger derives the requirements that the system must meet: accounts of people who leave are disabled within one business day; changes of production are tested and approved by somebody other than their author; critical vulnerabilities are remedied within 7 days and high ones within 30; records are backed up daily to a second region, and restoring is tested each quarter.",
			"The chief executive officer approves the list of commitments and requirements each January. It is the starting point of the risk assessment, and each control states which of them it serves.",
		}},
	}
}

// componentSections answer what the system consists of (DC 3).
func componentSections() []scope.DescriptionSection {
	return []scope.DescriptionSection{
		{ID: criteria.DC3, Paragraphs: []string{
			"Infrastructure. The application runs on container hosts, load balancers, object storage and managed database clusters that Larkfield Ledger rents from Stratus Harbor Cloud, Inc. in the region west-1, spread over three zones. Storage is replicated to the region central-2, where a dormant copy of the environment can be started. Staff work on 71 managed laptops. The office in Port Alder holds no part of the system.",
			"Software. The Close application is developed by Larkfield Ledger. It uses a relational database service with one schema for each customer and, since 2026-01-12, a reporting warehouse for close statistics. Staff use an identity provider with single sign-on, a source repository, a delivery pipeline, a ticket system, a central log with alert rules, a monitoring service, a vulnerability scanner (Gannet until 2026-03-01, Petrel since), an endpoint manager, an access governance tool and a support console. The reporting warehouse and the support console are not connected to the identity provider; their accounts are managed by hand.",
			"People. The board has five directors, three of whom are independent; its audit and risk committee consists of independent directors. The chief executive officer leads the company with six further executives. Engineering and platform count 33 people, security and compliance four, and customer success, people, finance and legal 23.",
			"Procedures. Twelve policies, reviewed each year, are carried out through procedures for joining, moving and leaving, access approval and review, development and release, vulnerability handling, monitoring, incident response, backup and recovery, vendor review, classification and deletion. Building, testing, deploying, backing up, scanning and deleting are automated; deciding, approving and reviewing are done by people.",
			"Data. Customers load account balances, bank statements and supporting documents; the application adds reconciliations, comments, sign-offs and statistics. All of it is classified confidential. It enters over encrypted connections, is stored encrypted in the region west-1 and its replica in central-2, reaches the reporting warehouse each night, and leaves only as exports that a customer requests. Logs, metrics and tickets are kept as system records for 400 days.",
			"The boundary ends at the customer's browser or connection, at the hosting provider's physical facilities, and before the marketing site and the office network. Quillpost Mail, Ltd. sends notices without customer records and is a vendor outside the system.",
		}},
	}
}
