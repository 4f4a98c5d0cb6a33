package jsonparts

import (
	"encoding/json"
	"sync"

	"github.com/soc2kit/soc2/internal/strictjson"
)

// looseTable describes a document of which nothing but the form is known.
var looseTable = sync.OnceValue(strictjson.TableOf[json.RawMessage])

// Check returns the reasons why data is no JSON document by the general rules of the module, a *problem.ReadError that
// calls it by the given name; nil if there are none.
func Check(data []byte, document string) error {
	_, _, err := strictjson.Decode[json.RawMessage](data, looseTable(), document)
	return err
}
