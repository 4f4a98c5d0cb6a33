package document

// An ink is a colour by what it is for.
type ink struct {
	name  string // of the style sheet's rules .s-NAME and .f-NAME
	solid string // on white, in a file of its own
}

var (
	noInk        = ink{}
	textInk      = ink{"ink", "#1b2430"}
	softInk      = ink{"soft", "#4c5867"}
	gridInk      = ink{"line", "#d3d9e0"}
	ruleInk      = ink{"rule", "#8693a3"}
	accentInk    = ink{"accent", "#17497c"}
	paperInk     = ink{"paper", "#ffffff"}
	goodInk      = ink{"good", "#12502a"}
	attentionInk = ink{"attention", "#623f00"}
	badInk       = ink{"bad", "#851712"}
)

// inkOf returns the colour that goes with a tone, or otherwise that given.
func inkOf(t Tone, otherwise ink) ink {
	switch t {
	case Good:
		return goodInk
	case Attention:
		return attentionInk
	case Bad:
		return badInk
	case Absent, Neutral:
		return softInk
	}
	return otherwise
}

// paint writes what a shape is filled with and drawn with. On a page the style sheet knows the colours; without it
// all is drawn in that of the text.
func (d *drawing) paint(fill, stroke ink) {
	if d.width > 0 {
		d.attribute("fill", orNone(fill.solid))
		if stroke != noInk {
			d.attribute("stroke", stroke.solid)
		}
		return
	}
	class, space := "", ""
	if fill == noInk {
		d.attribute("fill", "none")
	} else {
		d.attribute("fill", "currentColor")
		class, space = "f-"+fill.name, " "
	}
	if stroke != noInk {
		d.attribute("stroke", "currentColor")
		class += space + "s-" + stroke.name
	}
	if class != "" {
		d.attribute("class", class)
	}
}

func orNone(colour string) string {
	if colour == "" {
		return "none"
	}
	return colour
}
