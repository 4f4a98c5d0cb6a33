package document

import (
	"fmt"
	"iter"
)

// maxDepth bounds how deep sections and blocks nest together. It is far above any report and keeps a tree that
// contains itself from being walked for ever.
const maxDepth = 64

// A survey is what keeps a tree from being written: that it nests too deep, or a block of a type that no writer knows
// (another package can make one by embedding).
type survey struct {
	deep    bool
	unknown Block
}

// writable says why no writer can write sections.
func writable(sections []Section) error {
	var s survey
	s.sections(sections, 0)
	switch {
	case s.deep:
		return fmt.Errorf("document: sections and blocks nest deeper than %d levels", maxDepth)
	case s.unknown != nil:
		return fmt.Errorf("document: a block of type %T cannot be written", s.unknown)
	}
	return nil
}

func (s *survey) sections(sections []Section, depth int) {
	if depth >= maxDepth && len(sections) > 0 {
		s.deep = true
	}
	for i := range sections {
		if s.deep {
			return
		}
		s.blocks(sections[i].Blocks, depth+1)
		s.sections(sections[i].Sections, depth+1)
	}
}

func (s *survey) blocks(blocks []Block, depth int) {
	if depth > maxDepth && len(blocks) > 0 {
		s.deep = true
	}
	for _, b := range blocks {
		if s.deep {
			return
		}
		if isNil(b) {
			continue
		}
		if !isKnown(b) {
			s.unknown = b
			continue
		}
		for inner := range children(b) {
			s.blocks(inner, depth+1)
		}
	}
}

// children yields the lists of blocks inside b, which is not nil.
func children(b Block) iter.Seq[[]Block] {
	return func(yield func([]Block) bool) {
		switch b := b.(type) {
		case *List:
			for _, item := range b.Items {
				if !yield(item) {
					return
				}
			}
		case *Table:
			for i := range b.Rows {
				for j := range b.Rows[i].Cells {
					if inner := b.Rows[i].Cells[j].Blocks; len(inner) > 0 && !yield(inner) {
						return
					}
				}
			}
		case *Note:
			yield(b.Blocks)
		case *Definitions:
			for _, item := range b.Items {
				if !yield(item.Blocks) {
					return
				}
			}
		case *Quote:
			yield(b.Blocks)
		}
	}
}

// isNil reports whether b is nil or a nil pointer.
func isNil(b Block) bool {
	switch b := b.(type) {
	case nil:
		return true
	case *Paragraph:
		return b == nil
	case *List:
		return b == nil
	case *Table:
		return b == nil
	case *Figure:
		return b == nil
	case *Note:
		return b == nil
	case *Definitions:
		return b == nil
	case *Quote:
		return b == nil
	}
	return false
}

// isKnown reports whether b is of one of the types that writers write.
func isKnown(b Block) bool {
	switch b.(type) {
	case *Paragraph, *List, *Table, *Figure, *Note, *Definitions, *Quote:
		return true
	}
	return false
}
