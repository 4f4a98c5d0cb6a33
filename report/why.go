package report

import (
	"fmt"
	"slices"
	"strings"

	"github.com/soc2kit/soc2/control"
	"github.com/soc2kit/soc2/criteria"
)

// A Step is one numbered step from a deviation to an opinion.
type Step struct {
	// N numbers the steps from 1.
	N int `json:"n"`
	// About is what the step concludes on: a control, a criterion or a subject, with its days.
	About string `json:"about"`
	// Rule is the rule that applied.
	Rule Rule `json:"rule"`
	// Text says what it made of which facts.
	Text string `json:"text"`
	// Records are the ids of the records that it looked at.
	Records []string `json:"records,omitempty"`
}

// String returns the step on one line.
func (s Step) String() string {
	line := fmt.Sprintf("%d. %s [%s]: %s", s.N, s.About, s.Rule, s.Text)
	if len(s.Records) > 0 {
		line += " (" + strings.Join(s.Records, ", ") + ")"
	}
	return line
}

// Why tells how the conclusion on one criterion came about, from tests and deviations over controls and alternatives to
// the subjects, and what is missing. It is empty for a criterion that is not in scope.
func (c Conclusions) Why(id criteria.ID) []Step {
	cc, ok := c.Criterion(id)
	if !ok {
		return nil
	}
	var steps []Step
	add := func(about string, reasons []Reason) {
		for _, r := range reasons {
			steps = append(steps, Step{len(steps) + 1, about, r.Rule, r.Text, r.Records})
		}
	}
	controls := make(map[string]ControlConclusion, len(c.Controls))
	for _, ctl := range c.Controls {
		controls[string(ctl.ID)] = ctl
	}
	told := make(map[string]bool)
	for _, s := range cc.Slices {
		for _, a := range s.Alternatives {
			for _, m := range a.Members {
				if m.Kind != control.OwnControl {
					continue
				}
				for _, cs := range controls[m.ID].Slices {
					about := fmt.Sprintf("%s, %s", m.ID, cs.Period)
					if cs.Period.Overlaps(s.Period) && !told[about] {
						told[about] = true
						add(about, controlReasons(cs))
					}
				}
			}
		}
	}
	for _, s := range cc.Slices {
		add(fmt.Sprintf("%s, %s", id, s.Period), s.Reasons)
	}
	for _, f := range c.Findings {
		if slices.Contains(f.Criteria, id) {
			add(string(f.Key.Subject), []Reason{findingReason(f)})
		}
	}
	for _, sc := range c.Subjects {
		for _, r := range sc.Reasons {
			if r.Rule == RuleOpinion || (r.Rule == RuleMissing && strings.Contains(r.Text, string(id)+" ")) {
				add(string(sc.Subject), []Reason{r})
			}
		}
	}
	return steps
}

// controlReasons returns the reasons of a control's slice, with the judgments on design and implementation first.
func controlReasons(s ControlSlice) []Reason {
	design, implemented := string(s.Design), string(s.Implemented)
	if design == "" {
		design = "not judged"
	}
	if implemented == "" {
		implemented = "not judged"
	}
	reasons := []Reason{{Rule: RuleJudgment, Text: fmt.Sprintf("design %s; in operation: %s", design, implemented)}}
	reasons = append(reasons, s.Reasons...)
	return append(reasons, Reason{Rule: RuleOpinion, Text: "operation: " + string(s.Operation)})
}
