package company

import "github.com/soc2kit/soc2/evidence"

// protectionWork tests the controls on devices, networks and stored data.
func protectionWork() []workpaper {
	return []workpaper{
		{
			control: "PR-01", extent: evidence.Census, concluded: "2026-10-16",
			occurrences: numbered("device ", 1, 13),
			attributes:  []string{"erased before it was retired", "certificate names the serial number"},
			procedures: []evidence.Procedure{
				inquiry("Asked IT administration what is done with a device that does not start."),
				inspection("For 13 devices that left the asset register, compared certificates with serial numbers and days.", "EV-PR-01"),
			},
		},
		{
			control: "PR-02", extent: evidence.Configuration, concluded: "2026-10-16",
			procedures: []evidence.Procedure{
				inspection("Inspected the rules in code and as deployed: only the load balancers are open to the internet, on one port.", "EV-PR-02"),
				reperformance("Scanned all public addresses and found no other port open.", "EV-PR-03"),
			},
		},
		{
			control: "PR-03", extent: evidence.Configuration, concluded: "2026-10-16",
			procedures: []evidence.Procedure{
				inspection("Inspected the listener policy and the certificates between services.", "EV-PR-02"),
				reperformance("Attempted handshakes with six protocol versions and nine ciphers; only TLS 1.2 and 1.3 with approved ciphers succeeded.", "EV-PR-03"),
			},
		},
		{
			control: "PR-04", extent: evidence.Configuration, history: "EV-CONFIG-HISTORY", concluded: "2026-10-19",
			procedures: []evidence.Procedure{
				inspection("Inspected the device rules of the endpoint manager and of the identity provider.", "EV-AC-02"),
				analytics("Searched the administrator log for changes of the device rules in the period; there were none.", "EV-CONFIG-HISTORY"),
				analytics("Compared all sign-ins of the period with the list of laptops: every device was managed and reported disk encryption on that day.", "EV-PR-04"),
			},
		},
		{
			control: "PR-05", extent: evidence.Configuration, looks: 2, concluded: "2026-10-19",
			procedures: []evidence.Procedure{
				inspection("Inspected the rules for laptops and for production hosts, and compared the devices covered with the asset register and the cloud account.", "EV-PR-05"),
				observation(visit, "Watched a harmless test file being blocked on a laptop and on a host, and the alert that followed.", "EV-PR-05"),
			},
		},
		{
			control: "PR-06", extent: evidence.Configuration, concluded: "2026-10-19",
			procedures: []evidence.Procedure{
				inspection("Inspected the account policy that refuses storage without a key, and the key of each database, store, volume and backup.", "EV-PR-06"),
				observation(visit, "Watched an attempt to create a volume without a key being refused.", "EV-PR-06"),
			},
		},
		{
			control: "PR-07", extent: evidence.Census, occurrences: halves(), concluded: "2026-10-19",
			procedures: []evidence.Procedure{
				inquiry("Asked the security engineer how the need for a rule is established."),
				inspection("Read both reviews and traced the four rules found without need to the changes that removed them.", "EV-PR-07"),
			},
		},
	}
}
