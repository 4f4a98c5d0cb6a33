package strictjson_test

import (
	"fmt"
	"os"
	"strings"

	"github.com/soc2kit/soc2/internal/strictjson"
)

type owner struct {
	Name  string   `json:"name"`
	Since string   `json:"since,omitempty"`
	Teams []string `json:"teams"`
}

func ExampleRead() {
	table := strictjson.TableOf[owner]()
	const doc = `{"Name": "Ada", "name": null, "since": 2026}`
	_, _, err := strictjson.Read[owner](strings.NewReader(doc), table, "owner", nil)
	fmt.Println(err)
	// Output:
	// owner: refused:
	// 	/Name at byte 1: member-unknown: strictjson_test.owner has no such member; it is spelled "name"
	// 	/name at byte 24: value-null: null; expected a string
	// 	/since at byte 39: value-type: a number; expected a string
	// 	/teams at byte 43: member-missing: required: expected an array
}

func ExampleWrite() {
	table := strictjson.TableOf[owner]()
	if err := strictjson.Write(os.Stdout, table, owner{Name: "Ada & Bob"}); err != nil {
		fmt.Println(err)
	}
	// Output:
	// {
	//   "name": "Ada & Bob",
	//   "teams": []
	// }
}
