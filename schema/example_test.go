package schema_test

import (
	"encoding/json"
	"fmt"

	"github.com/soc2kit/soc2/schema"
)

// Hand a schema to whatever validates JSON in your program.
func Example() {
	b, err := schema.Bytes("engagement", schema.Strict)
	if err != nil {
		panic(err)
	}
	var head struct {
		ID       string   `json:"$id"`
		Required []string `json:"required"`
	}
	if err := json.Unmarshal(b, &head); err != nil {
		panic(err)
	}
	fmt.Println(head.ID)
	fmt.Println(head.Required)
	// Output:
	// https://github.com/soc2kit/soc2/schema/v1/engagement.schema.json
	// [kind schemaVersion program fieldwork]
}

func ExampleDocuments() {
	for _, d := range schema.Documents() {
		fmt.Printf("%-15s %s\n", d.Kind, d.Title)
	}
	// Output:
	// program         What management owns: terms, system, controls, evidence
	// fieldwork       What the service auditor owns: plans, tests, judgments, opinion
	// engagement      A program and its fieldwork in one document
	// conclusions     What follows from an engagement, with each step
	// deliverable     An assembled report
	// selection       The record of a draw of sample items
	// plan            The parameters of an attribute sample
	// frequency-table A firm's convention of how many items to test
}

// A language model filled in the extraction variant; null stands for what its text did not say.
func ExampleWithoutNulls() {
	filled := []byte(`{"model":null,"tolerableRate":0.05,"expectedRate":0,"riskOfOverreliance":0.05,"population":250,"convention":null}`)
	document, err := schema.WithoutNulls(filled)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(document))
	// Output:
	// {"tolerableRate":0.05,"expectedRate":0,"riskOfOverreliance":0.05,"population":250}
}

func ExampleExamples() {
	examples, err := schema.Examples("selection")
	if err != nil {
		panic(err)
	}
	for _, e := range examples {
		fmt.Println(e.Name)
	}
	// Output:
	// selection
	// selection-pending
	// selection-second-round
}
