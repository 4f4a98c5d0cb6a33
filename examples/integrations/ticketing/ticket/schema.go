package ticket

import (
	"embed"
	"reflect"

	"github.com/soc2kit/soc2/schema"
	"github.com/soc2kit/soc2/schema/generate"
)

// source is this package's own source: its doc comments become descriptions. A program that runs beside its source, as go
// generate does, takes os.DirFS(".") instead.
//
//go:embed *.go
var source embed.FS

// Schema returns the JSON Schema of a [Ticket].
func Schema(variant schema.Variant) ([]byte, error) {
	comments, err := generate.Comments(source, reflect.TypeFor[Ticket]().PkgPath())
	if err != nil {
		return nil, err
	}
	return generate.Of[Ticket](generate.Options{
		ID:       "https://lantern.example/" + schema.FileName("ticket", variant),
		Variant:  variant,
		Comments: comments,
	})
}
