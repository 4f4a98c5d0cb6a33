package company

import (
	"github.com/soc2kit/soc2/evidence"
	"github.com/soc2kit/soc2/program"
	"github.com/soc2kit/soc2/report"
	"github.com/soc2kit/soc2/scope"
)

// Fieldwork returns the auditor's document on p: it draws the samples, lays out plans and tests, and adds what was found
// and judged. It fails if p lacks a population or a sample cannot be drawn.
func Fieldwork(p program.Program) (report.Fieldwork, error) {
	digest, err := report.ProgramDigest(p)
	if err != nil {
		return report.Fieldwork{}, err
	}
	f := report.Fieldwork{
		Kind:          report.FieldworkKind,
		SchemaVersion: report.SchemaVersion,
		ID:            "larkfield-2026-fieldwork",
		ProgramDigest: digest,
		Methodology: report.Methodology{
			TolerableRate: tolerableRate,
			Risk:          riskOfError,
			Note:          "The firm's own choices: up to 12 items all are examined; of more, the smallest random sample for the population by the hypergeometric law, and at least 25 items of more than 100. The whole population is examined where its data allow.",
		},
		Independence: report.Independence{
			Confirmed: scope.Yes,
			Decision:  decision(engagementPartner, "2026-10-01", "Every member of the team confirmed in writing to have no interest in, employment by or other service to Larkfield Ledger; the firm provides it no other service."),
		},
		Deviations:             deviations(),
		ContraryEvidence:       contraryEvidence(),
		Judgments:              judgments(p),
		SubsequentEvents:       subsequentEvents(),
		SubsequentProceduresTo: "2026-11-13",
		Letters:                letters(),
		Labels:                 map[string]string{"notice": "Fictional: no such firm examined any such company."},
	}
	for _, w := range workpapers() {
		items, err := w.items(p)
		if err != nil {
			return report.Fieldwork{}, err
		}
		tested := items
		if w.extent == evidence.RandomSample {
			sample, err := w.draw(items)
			if err != nil {
				return report.Fieldwork{}, err
			}
			f.Selections = append(f.Selections, sample)
			tested = sample.Record.Sample
		}
		size := int64(len(items))
		f.Plans = append(f.Plans, w.plan(size))
		f.Tests = append(f.Tests, w.test(size, tested, f.Deviations))
	}
	return f, nil
}
