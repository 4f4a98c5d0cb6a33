package evolution_test

import (
	"bytes"
	"encoding/json"
	"fmt"

	"github.com/soc2kit/soc2/schema"
	"github.com/soc2kit/soc2/schema/evolution"
)

func ExampleCompare() {
	const previous = `{
		"required": ["id"],
		"properties": {"id": {"type": "string", "maxLength": 20}, "tool": {"enum": ["scan", "ticket"]}}
	}`
	const next = `{
		"required": ["id"],
		"properties": {"id": {"type": "string", "maxLength": 40}, "tool": {"enum": ["scan", "ticket", "log"]}, "note": {"type": "string"}}
	}`
	differences, err := evolution.Compare([]byte(previous), []byte(next))
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range differences {
		fmt.Println(d)
	}
	fmt.Println("needs:", evolution.LevelOf(differences))

	differences, err = evolution.Compare([]byte(previous), []byte(next), evolution.Allowance{
		Path: "/properties/tool/enum/2", Code: evolution.CodeValueAdded, Reason: "the list is documented as open",
	})
	fmt.Println("needs:", evolution.LevelOf(differences), err)
	// Output:
	// /properties/id/maxLength: minor bound-wider: it was 20 and is 40
	// /properties/note: minor property-added: the property is new
	// /properties/tool/enum/2: major value-added: "log" is new; readers that know each value do not know it
	// needs: major
	// needs: minor <nil>
}

func ExampleChain() {
	chain := evolution.Chain{
		Newest: map[string]int{"acme-inventory": 2},
		Migrations: []evolution.Migration{{Kind: "acme-inventory", From: 1, Apply: func(d *evolution.Tree) {
			d.Rename("/hosts/*/cost", "price")
			d.Change("/hosts/*/zone", func(zone json.RawMessage) (any, string) {
				if string(zone) == `"EU"` {
					return "eu-west", "" // the same in another spelling
				}
				return zone, ""
			})
			d.Remove("/hosts/*/rack", "version 2 has no place for racks")
		}}},
	}
	migrated, err := chain.Apply([]byte(`{
		"kind": "acme-inventory",
		"schemaVersion": "1.4",
		"hosts": [{"name": "a1", "cost": 1.10, "zone": "EU", "rack": 7}]
	}`))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Print(string(migrated.Document))
	fmt.Println(migrated.From, "to", migrated.To)
	for _, l := range migrated.Losses {
		fmt.Printf("lost %s, %s: %s\n", l.Path, l.Value, l.Reason)
	}
	// Output:
	// {
	//   "kind": "acme-inventory",
	//   "schemaVersion": "2.0",
	//   "hosts": [
	//     {
	//       "name": "a1",
	//       "price": 1.10,
	//       "zone": "eu-west"
	//     }
	//   ]
	// }
	// 1.4 to 2.0
	// lost /hosts/0/rack, 7: version 2 has no place for racks
}

func ExampleCompareSets() {
	previous := map[string][]byte{"order.json": []byte(`{"required": ["id"], "properties": {"id": {"type": "string"}}}`)}
	next := map[string][]byte{
		"order.json":   []byte(`{"properties": {"id": {"type": "string"}}}`),
		"receipt.json": []byte(`{"properties": {"id": {"type": "string"}}}`),
	}
	differences, err := evolution.CompareSets(previous, next)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, d := range differences {
		fmt.Println(d)
	}
	// Output:
	// order.json /required/0: major property-optional: "id" was required and is optional; readers relied on it
	// receipt.json (schema): minor kind-added: the schema is new
}

func ExampleMigrate() {
	examples, err := schema.Examples("program")
	if err != nil {
		fmt.Println(err)
		return
	}
	migrated, err := evolution.Migrate(examples[0].JSON)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(migrated.Kind, migrated.From, "to", migrated.To)
	fmt.Println("untouched:", bytes.Equal(examples[0].JSON, migrated.Document))
	// Output:
	// program 1.0 to 1.0
	// untouched: true
}
