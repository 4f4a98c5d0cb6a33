package main

import (
	"fmt"
	"os"
	"time"
)

// A progress tells a person at a terminal how far the reading of a file has come, once it takes longer than a second.
type progress struct {
	s     streams
	file  string
	rows  int64
	shown time.Time // when it was told last, or when reading began
	told  bool
	quiet bool
}

func newProgress(s streams, file string) *progress {
	return &progress{s: s, file: file, shown: time.Now(), quiet: !isTerminal(s.err)}
}

// count counts a row. The clock is looked at once in a while.
func (p *progress) count() {
	p.rows++
	if p.quiet || p.rows%8192 != 0 || time.Since(p.shown) < time.Second {
		return
	}
	fmt.Fprintf(p.s.err, "\r%s: %d rows", p.file, p.rows)
	p.shown, p.told = time.Now(), true
}

// end leaves the line to what comes next.
func (p *progress) end() {
	if p.told {
		fmt.Fprintf(p.s.err, "\r%s: %d rows\n", p.file, p.rows)
	}
}

// isTerminal reports whether w is a device that shows characters.
func isTerminal(w any) bool {
	f, ok := w.(*os.File)
	if !ok {
		return false
	}
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}
