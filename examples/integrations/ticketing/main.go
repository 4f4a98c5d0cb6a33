// Command ticketing prints the JSON Schema of a ticket, a type of its own that embeds a control of this module:
//
//	ticketing strict      for those who write tickets
//	ticketing lenient     for those who read tickets of a later version
//	ticketing extraction  for a form, or for a language model that fills a ticket in
package main

import (
	"fmt"
	"os"

	"github.com/soc2kit/soc2/examples/integrations/ticketing/ticket"
	"github.com/soc2kit/soc2/schema"
)

func main() {
	variant := schema.Strict
	if len(os.Args) > 1 {
		variant = schema.Variant(os.Args[1])
	}
	b, err := ticket.Schema(variant)
	if err != nil {
		fmt.Fprintln(os.Stderr, "ticketing:", err)
		os.Exit(2)
	}
	if _, err := os.Stdout.Write(b); err != nil {
		fmt.Fprintln(os.Stderr, "ticketing:", err)
		os.Exit(2)
	}
}
