package company

import "github.com/soc2kit/soc2/scope"

// components returns the parts of the system by the five kinds, and two that were considered and left outside.
func components() []scope.Component {
	return []scope.Component{
		{ID: "INF-1", Kind: scope.Infrastructure, Name: "Primary hosting region", InBoundary: true,
			Description: "Virtual networks, container hosts and load balancers in three zones of Stratus Harbor's region west-1, rented and configured by Larkfield Ledger."},
		{ID: "INF-2", Kind: scope.Infrastructure, Name: "Recovery region", InBoundary: true,
			Description: "Replicated storage and a dormant copy of the environment in region central-2, started for exercises and disasters."},
		{ID: "INF-3", Kind: scope.Infrastructure, Name: "Staff laptops", InBoundary: true,
			Description: "71 managed laptops, the only devices from which staff reach production and customer records."},
		{ID: "SW-1", Kind: scope.Software, Name: "Close application", InBoundary: true,
			Description: "Web application and programming interface for reconciliations, close checklists, evidence and sign-off."},
		{ID: "SW-2", Kind: scope.Software, Name: "Relational database service", InBoundary: true,
			Description: "Managed database clusters that hold customer records, one schema per customer."},
		{ID: "SW-3", Kind: scope.Software, Name: "Reporting warehouse", InBoundary: true, From: "2026-01-12",
			Description: "Column store for customers' close statistics; not connected to the identity provider, so its accounts are managed by hand."},
		{ID: "SW-4", Kind: scope.Software, Name: "Support console", InBoundary: true,
			Description: "Internal tool by which support staff see a customer's workspace with that customer's consent; its accounts are managed by hand."},
		{ID: "SW-5", Kind: scope.Software, Name: "Delivery and security tooling", InBoundary: true,
			Description: "Identity provider, source repository, delivery pipeline, ticket system, central log, monitoring, vulnerability scanner, endpoint manager."},
		{ID: "PPL-1", Kind: scope.People, Name: "Governance", InBoundary: true,
			Description: "Board of five directors, three of them independent; its audit and risk committee; the chief executive officer and six further executives."},
		{ID: "PPL-2", Kind: scope.People, Name: "Engineering and platform", InBoundary: true,
			Description: "33 people under the chief technology officer who build, release and operate the application."},
		{ID: "PPL-3", Kind: scope.People, Name: "Security and compliance", InBoundary: true,
			Description: "Four people: Head of Security, two security engineers, Compliance Manager."},
		{ID: "PPL-4", Kind: scope.People, Name: "Customer success, people, finance and legal", InBoundary: true,
			Description: "23 people who support customers, hire and train staff, and manage vendors and contracts."},
		{ID: "PRC-1", Kind: scope.Procedures, Name: "Manual procedures", InBoundary: true,
			Description: "Joining, moving and leaving; access approval and review; incident response; vendor review; continuity exercises."},
		{ID: "PRC-2", Kind: scope.Procedures, Name: "Automated procedures", InBoundary: true,
			Description: "Build, test and deployment; backup and replication; scanning; configuration monitoring; deletion jobs."},
		{ID: "DAT-1", Kind: scope.Data, Name: "Customer records", InBoundary: true,
			Description: "Account balances, reconciliations, supporting documents and comments that customers load or write. Classified confidential."},
		{ID: "DAT-2", Kind: scope.Data, Name: "System records", InBoundary: true,
			Description: "Logs, metrics, tickets, configuration and backups."},
		{ID: "OUT-1", Kind: scope.Software, Name: "Marketing site", InBoundary: false,
			Description: "Public pages on a separate host, without customer records or a connection to the application."},
		{ID: "OUT-2", Kind: scope.Infrastructure, Name: "Port Alder office network", InBoundary: false,
			Description: "Guest-grade internet access. No part of the system runs in the office, and the network grants no access to it."},
	}
}

// inventory returns vendors known from payments and sign-on records, held against the description.
func inventory() []scope.InventoryEntry {
	return []scope.InventoryEntry{
		{ID: "INV-1", Name: "Stratus Harbor Cloud, Inc. (fictional)", Source: "accounts payable, July 2026", Necessary: scope.Yes,
			Decision: decision(complianceManager, "2026-07-22",
				"Its physical and environmental controls are needed to keep the security and availability commitments; treated as a subservice organization.")},
		{ID: "INV-2", Name: "Quillpost Mail, Ltd. (fictional)", Source: "accounts payable, July 2026", Necessary: scope.No,
			Decision: decision(complianceManager, "2026-07-22",
				"It delivers notices that hold no customer records, and the application shows every notice itself, so own controls suffice; a vendor, not a subservice organization.")},
		{ID: "INV-3", Name: "Fernhill Payroll Bureau (fictional)", Source: "sign-on records of the identity provider, July 2026", Necessary: scope.No,
			Decision: decision(complianceManager, "2026-07-22",
				"It pays staff. It neither reaches the system nor holds customer records.")},
	}
}
