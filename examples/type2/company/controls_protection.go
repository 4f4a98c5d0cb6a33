package company

import (
	"github.com/soc2kit/soc2/calendar"
	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
)

// protectionControls guard networks, devices and stored data (CC6.5 to CC6.8). Physical access, CC6.4, is carved out.
func protectionControls() []control.Control {
	return []control.Control{
		{
			ID: "PR-01", Title: "Disposal of devices",
			Text:     "Before a laptop or a storage device is retired, IT administration erases it by the endpoint manager and files the erasure certificate with the serial number.",
			Criteria: []criteria.ID{criteria.CC6_5}, Automation: control.Manual, Purpose: control.Preventive,
			Frequency: on("retirement of a device"), Owner: "IT Administrator", Commitments: []string{"COM-04"}, Risks: []string{"RSK-10", "RSK-15"},
		},
		{
			ID: "PR-02", Title: "Network boundary",
			Text:     "Network rules in code admit traffic from the internet only to the load balancers and only on the encrypted port; everything that no rule admits is refused.",
			Criteria: []criteria.ID{criteria.CC6_6}, Automation: control.Automated, Purpose: control.Preventive,
			Frequency: always(), Owner: "Head of Platform Engineering", Performer: "Cloud network rules", DependsOn: []control.ID{"AC-08", "CM-01"},
			Commitments: []string{"COM-01"}, Risks: []string{"RSK-01", "RSK-04"},
		},
		{
			ID: "PR-03", Title: "Encryption in transit",
			Text:     "The load balancers accept connections only by TLS 1.2 or later with approved ciphers, and connections between services are encrypted with certificates that renew themselves.",
			Criteria: []criteria.ID{criteria.CC6_7}, Automation: control.Automated, Purpose: control.Preventive,
			Frequency: always(), Owner: "Head of Platform Engineering", Performer: "Load balancers", DependsOn: []control.ID{"AC-08", "CM-01"},
			Commitments: []string{"COM-07"}, Risks: []string{"RSK-15"},
		},
		{
			ID: "PR-04", Title: "Protection of laptops",
			Text:     "The endpoint manager enforces disk encryption, screen lock and a block on removable storage on every laptop, and the identity provider refuses devices that do not comply.",
			Criteria: []criteria.ID{criteria.CC6_7}, Automation: control.Automated, Purpose: control.Preventive,
			Frequency: always(), Owner: "IT Administrator", Performer: "Endpoint manager", DependsOn: []control.ID{"AC-08"},
			Commitments: []string{"COM-04", "COM-07"}, Risks: []string{"RSK-15"},
		},
		{
			ID: "PR-05", Title: "Protection against malicious software",
			Text:     "An agent on every laptop and every production host blocks known malicious software, takes new patterns each hour and alerts the security engineer on call when it is stopped or finds something.",
			Criteria: []criteria.ID{criteria.CC6_8}, Automation: control.Automated, Purpose: control.Preventive,
			Frequency: always(), Owner: "Head of Security", Performer: "Endpoint protection agent", Variants: []string{"laptops", "production hosts"}, DependsOn: []control.ID{"AC-08"},
			Commitments: []string{"COM-01"}, Risks: []string{"RSK-04", "RSK-05"},
		},
		{
			ID: "PR-06", Title: "Encryption in storage",
			Text:     "Databases, object storage, volumes and backups are encrypted with keys that Larkfield Ledger holds in the key service; storage without such a key cannot be created, and destroying a key makes what it encrypted unreadable.",
			Criteria: []criteria.ID{criteria.CC6_1, criteria.CC6_5, criteria.C1_1}, Automation: control.Automated, Purpose: control.Preventive,
			Frequency: always(), Owner: "Head of Platform Engineering", Performer: "Key service and account policy", DependsOn: []control.ID{"AC-08", "CM-01"},
			Commitments: []string{"COM-04", "COM-07"}, Risks: []string{"RSK-09", "RSK-15"},
		},
		{
			ID: "PR-07", Title: "Review of network rules",
			Text:     "Each half-year a security engineer reviews the network rules against the services that need them, and has rules without a need removed through a change.",
			Criteria: []criteria.ID{criteria.CC6_6}, Automation: control.Manual, Purpose: control.Detective,
			Frequency: every(calendar.Semiannual), Owner: "Head of Security", Performer: "Security engineer", Commitments: []string{"COM-01"}, Risks: []string{"RSK-01", "RSK-04"},
		},
	}
}
