package consistent

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// A Ticket is the place of an item in the order of selection.
//
// The zero Ticket belongs to no item.
type Ticket struct {
	// Number is a decimal fraction between 0 and 1, in full, such as "0.26299714...". Tickets are ordered by its text.
	Number string `json:"number"`
	// ID is the identifier of the item.
	ID string `json:"id"`
	// Generation is 1 for the first ticket of an item, 2 for the one it gets when it is put back, and so on.
	Generation int64 `json:"generation"`
}

// First returns the first ticket of an item.
func First(id, seed string) Ticket {
	return Ticket{uniform(sha256Hex(seed) + id), id, 1}
}

// maxNumber bounds the length of a ticket's number, and with it the work of the next one.
const maxNumber = 1 << 14

// Next returns the ticket that the item gets when it is put back after t was drawn: one between t and 1. It depends on the
// number of t alone. It fails if that is not "0." and digits, or longer than 16,384 characters.
func (t Ticket) Next() (Ticket, error) {
	digits, ok := strings.CutPrefix(t.Number, "0.")
	if !ok || digits == "" || strings.Trim(digits, "0123456789") != "" {
		return Ticket{}, fmt.Errorf("consistent: ticket number: 0. and digits expected")
	}
	if len(t.Number) > maxNumber {
		return Ticket{}, fmt.Errorf("consistent: ticket number of %d characters; at most %d expected", len(t.Number), maxNumber)
	}
	kept := t.Number[:2+nines(digits)]
	bound := t.Number + "0" // all digits may be nines
	// The first digit that is not a nine is replaced, so that at least one try in ten lies above: in ten thousand tries one does.
	for i := range 10_000 {
		if y := kept + uniform(t.Number + ":" + strconv.Itoa(i+1))[2:]; y > bound {
			return Ticket{y, t.ID, t.Generation + 1}, nil
		}
	}
	return Ticket{}, fmt.Errorf("consistent: no next ticket found")
}

// Short returns the number of t cut, not rounded, to the given count of digits behind its leading nines, as lists of tickets
// show it. A count below 0 means 0.
func (t Ticket) Short(digits int) string {
	all, ok := strings.CutPrefix(t.Number, "0.")
	if !ok {
		return t.Number
	}
	leading := nines(all)
	if digits >= len(all)-leading {
		return t.Number
	}
	return t.Number[:2+leading+max(digits, 0)]
}

// order is that of the numbers' texts, then of identifiers and generations.
func (t Ticket) before(u Ticket) bool {
	switch {
	case t.Number != u.Number:
		return t.Number < u.Number
	case t.ID != u.ID:
		return t.ID < u.ID
	}
	return t.Generation < u.Generation
}

// nines returns the number of nines that digits begins with.
func nines(digits string) int { return len(digits) - len(strings.TrimLeft(digits, "9")) }

func sha256Hex(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// uniform returns the SHA-256 of text as a decimal fraction: its decimal digits, at least 64 of them, in reverse, since the
// last digits of a number below 2^256 are without bias and the first are not.
func uniform(text string) string {
	sum := sha256.Sum256([]byte(text))
	digits := new(big.Int).SetBytes(sum[:]).String()
	fraction := make([]byte, 0, 80)
	fraction = append(fraction, "0."...)
	for i := len(digits) - 1; i >= 0; i-- {
		fraction = append(fraction, digits[i])
	}
	for len(fraction) < 2+64 {
		fraction = append(fraction, '0')
	}
	return string(fraction)
}
