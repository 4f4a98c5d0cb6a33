package strictjson

import (
	"strconv"
	"strings"

	"github.com/soc2kit/soc2/problem"
)

// number reads the number at p.
func (s *scanner) number(p int, n *node) int {
	end, ok := numberEnd(s.data, p)
	if !ok {
		return s.syntax(end, "a digit")
	}
	switch n.shape {
	case shapeInt:
		if !fitsInt(s.data[p:end], n.bits) {
			lowest := int64(-1) << (n.bits - 1)
			s.fault(p, problem.CodeNumber, "expected a whole number from %d to %d, in digits alone", lowest, ^lowest)
		}
	case shapeFloat:
		if !fitsFloat(s.data[p:end]) {
			s.fault(p, problem.CodeNumber, "expected a number that a 64-bit floating-point number can hold")
		}
	}
	return end
}

// numberEnd returns the offset after the number at p, or, if it is not ok, of the byte that should have been a digit.
func numberEnd(data []byte, p int) (end int, ok bool) {
	digit := func(p int) bool { return p < len(data) && '0' <= data[p] && data[p] <= '9' }
	if data[p] == '-' {
		p++
	}
	if !digit(p) {
		return p, false
	}
	if data[p] == '0' {
		p++
	} else {
		for digit(p) {
			p++
		}
	}
	if p < len(data) && data[p] == '.' {
		if p++; !digit(p) {
			return p, false
		}
		for digit(p) {
			p++
		}
	}
	if p < len(data) && data[p]|0x20 == 'e' {
		if p++; p < len(data) && (data[p] == '+' || data[p] == '-') {
			p++
		}
		if !digit(p) {
			return p, false
		}
		for digit(p) {
			p++
		}
	}
	return p, true
}

// fitsInt reports whether number has neither fraction nor exponent and fits into that many bits, sign included.
func fitsInt(number []byte, bits int) bool {
	const longest = len("-9223372036854775808")
	if len(number) > longest {
		return false
	}
	_, err := strconv.ParseInt(string(number), 10, bits)
	return err == nil
}

// fitsFloat reports whether number is within the range of float64: it neither overflows nor becomes zero.
func fitsFloat(number []byte) bool {
	// No number of up to 300 digits overflows, and none with up to 300 decimals vanishes.
	if len(number) <= 300 && !strings.ContainsAny(string(number), "eE") {
		return true
	}
	f, err := strconv.ParseFloat(string(number), 64)
	if err != nil {
		return false
	}
	mantissa, _, _ := strings.Cut(strings.ToLower(string(number)), "e")
	return f != 0 || !strings.ContainsAny(mantissa, "123456789")
}
