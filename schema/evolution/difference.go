package evolution

import (
	"fmt"

	"github.com/soc2kit/soc2/problem"
)

// A Difference is one thing in which a schema differs from its predecessor.
type Difference struct {
	// File names the schema in a comparison of sets; it is empty in a comparison of two schemas.
	File string `json:"file,omitzero"`
	// Path is a JSON Pointer (RFC 6901) into the next schema, or into the previous one if the thing is gone from the next.
	Path string `json:"path"`
	// Definition is the name of the definition in $defs that the difference lies in; empty in the root of the schema.
	Definition string `json:"definition,omitzero"`
	// Property is the property of the definition that it is about, such as "owner", or "owner.name" if it lies deeper;
	// empty if it is about the definition itself.
	Property string `json:"property,omitzero"`
	// Code names the kind of difference; the constants are named as they are spelled.
	Code problem.Code `json:"code"`
	// Level is the release that the difference needs.
	Level Level `json:"level"`
	// Message says it for people: what was there, what is there now, whom it hurts. It may be reworded in any release.
	Message string `json:"message"`
	// Allowed is the reason of the [Allowance] that lowered Level from major to minor; empty if there was none.
	Allowed string `json:"allowed,omitzero"`
}

// String returns the difference on one line: place, level, code, message.
func (d Difference) String() string {
	path := d.Path
	if path == "" {
		path = "(schema)"
	}
	if d.File != "" {
		path = d.File + " " + path
	}
	line := fmt.Sprintf("%s: %s %s: %s", path, d.Level, d.Code, d.Message)
	if d.Allowed != "" {
		line += " (allowed: " + d.Allowed + ")"
	}
	return line
}
