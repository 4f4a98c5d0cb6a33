// Command soc2 gives the packages of the module to people and scripts: it reads, makes one or two calls, and writes.
//
// Exit status 0 means done and fine; 1 done, and the answer is no (errors found, verification failed); 2 could not run.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"strings"
)

func main() {
	os.Exit(run(os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr}))
}

// streams are what a verb reads and writes. Results go to out, everything else to err.
type streams struct {
	in  io.Reader
	out io.Writer
	err io.Writer
}

// errNo is the answer no: the verb has printed why.
var errNo = errors.New("no")

// A verb is one subcommand.
type verb struct {
	name    string // one or two words
	args    string
	what    string
	example string
	run     func(s streams, args []string) error
}

func verbs() []verb {
	return []verb{
		{"validate", "FILE", "problems of a program, a fieldwork or an engagement", "soc2 validate engagement.json", validate},
		{"conclude", "FILE", "the indicated opinion on each subject, and the steps that led to it", "soc2 conclude engagement.json --why CC6.3", conclude},
		{"report", "FILE --kind type1|type2", "the report, as html, markdown or json", "soc2 report engagement.json --kind type2 --format html -o report.html", writeReport},
		{"sample size", "--risk R --tolerable T", "how many items to test, with the two risks that prove it smallest", "soc2 sample size --risk 0.05 --tolerable 0.05 --population 250", sampleSize},
		{"sample curve", "--risk R --tolerable T", "how probable it is that a plan's sample is accepted, for each rate of deviation", "soc2 sample curve --risk 0.05 --tolerable 0.05 --expected 0.01 --svg curve.svg", sampleCurve},
		{"sample evaluate", "--n N --deviations K --confidence C", "what a random sample's result licenses", "soc2 sample evaluate --n 25 --deviations 1 --confidence 0.9", sampleEvaluate},
		{"sample commit", "--population FILE.csv --id COLUMN --size N --context C --beacon B", "a commitment, to hand over before the randomness exists", "soc2 sample commit --population changes.csv --id id --size 25 --context 2026/CC8.1/T1 --beacon drand/quicknet/27946612", sampleCommit},
		{"sample draw", "--population FILE.csv --id COLUMN ...", "the selection record, from a commitment or in one go", "soc2 sample draw --population changes.csv --id id --size 25 --context 2026/CC8.1/T1", sampleDraw},
		{"sample verify", "RECORD --population FILE.csv --id COLUMN", "whether a selection can be reperformed, or the first field that differs", "soc2 sample verify record.json --population changes.csv --id id", sampleVerify},
		{"sample sql", "[RECORD] --dialect postgres|duckdb [--table T --id COLUMN]", "the query that selects the same items inside the database; without a record, those that check and sort the population", "soc2 sample sql record.json --dialect postgres --table changes --id id", sampleSQL},
		{"criteria list", "", "the trust services criteria", "soc2 criteria list --category security,availability", criteriaList},
		{"criteria show", "ID", "one criterion", "soc2 criteria show CC6.1", criteriaShow},
		{"criteria recognize", "--lines", "the criteria that others' spellings name", "echo cc_a_1_2 | soc2 criteria recognize --lines", criteriaRecognize},
		{"schema list", "", "the kinds of document that have a JSON Schema", "soc2 schema list --json", schemaList},
		{"schema show", "KIND", "the JSON Schema of a kind of document, or an example of it", "soc2 schema show engagement --lenient", schemaShow},
		{"schema write", "DIR", "the JSON Schemas of all kinds, as files; flags choose others than the strict ones", "soc2 schema write schemas --flat --typescript", schemaWrite},
	}
}

func run(args []string, s streams) int {
	if len(args) == 0 || args[0] == "help" || args[0] == "-h" || args[0] == "--help" {
		help(s.out)
		return 0
	}
	for _, v := range verbs() {
		words := strings.Fields(v.name)
		if len(args) < len(words) || strings.Join(args[:len(words)], " ") != v.name {
			continue
		}
		out := &remembering{w: s.out}
		s.out = out
		err := v.run(s, args[len(words):])
		if out.err != nil { // an answer that was not written is none
			err = out.err
		}
		switch {
		case err == nil:
			return 0
		case errors.Is(err, errNo):
			return 1
		case errors.Is(err, flag.ErrHelp):
			return 0
		}
		fmt.Fprintf(s.err, "soc2 %s: %v\n", v.name, err)
		return 2
	}
	fmt.Fprintf(s.err, "soc2: no verb %q", strings.Join(args[:min(2, len(args))], " "))
	var like []string
	for _, v := range verbs() {
		if strings.HasPrefix(v.name, args[0]+" ") {
			like = append(like, "soc2 "+v.name)
		}
	}
	if len(like) > 0 {
		fmt.Fprintf(s.err, "; there are %s\n", strings.Join(like, ", "))
	} else {
		fmt.Fprintln(s.err, "; soc2 help lists them")
	}
	return 2
}

// A remembering writer keeps the first error of what it writes to.
type remembering struct {
	w   io.Writer
	err error
}

func (r *remembering) Write(b []byte) (int, error) {
	n, err := r.w.Write(b)
	if r.err == nil {
		r.err = err
	}
	return n, err
}

func help(w io.Writer) {
	fmt.Fprintln(w, "soc2 models SOC 2: criteria, controls, evidence, samples and reports. An opinion it derives is indicated, never issued.")
	fmt.Fprintln(w)
	for _, v := range verbs() {
		fmt.Fprintf(w, "  soc2 %s %s\n      %s\n", v.name, v.args, v.what)
	}
	fmt.Fprintln(w, "\nsoc2 VERB -h explains a verb. - is standard input or output. Exit status: 0 fine, 1 the answer is no, 2 could not run.")
}

// newFlags returns the flags of a verb, whose help shows an example.
func newFlags(s streams, name string) *flag.FlagSet {
	flags := flag.NewFlagSet("soc2 "+name, flag.ContinueOnError)
	flags.SetOutput(s.err)
	flags.Usage = func() {
		for _, v := range verbs() {
			if v.name == name {
				fmt.Fprintf(s.err, "soc2 %s %s\n\n%s.\n\nExample: %s\n\n", v.name, v.args, v.what, v.example)
			}
		}
		flags.PrintDefaults()
	}
	return flags
}

// parse parses flags wherever they stand among the arguments and returns the other arguments.
func parse(flags *flag.FlagSet, args []string) ([]string, error) {
	var rest []string
	for {
		if err := flags.Parse(args); err != nil {
			return nil, err
		}
		if flags.NArg() == 0 {
			return rest, nil
		}
		rest = append(rest, flags.Arg(0))
		args = flags.Args()[1:]
	}
}
