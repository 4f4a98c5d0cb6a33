package document

import (
	"iter"
	"slices"
)

// Walk yields every section of d with its depth, in reading order: a section before those below it. The sections of d
// itself have depth 0. The pointers lead into d, so that a section can be changed in place; changing the list that
// holds the section, as [DeleteSections] does, is for after the walk.
func (d Document) Walk() iter.Seq2[int, *Section] {
	return func(yield func(int, *Section) bool) { walkSections(d.Sections, 0, yield) }
}

func walkSections(sections []Section, depth int, yield func(int, *Section) bool) bool {
	if depth >= maxDepth {
		return len(sections) == 0
	}
	for i := range sections {
		s := &sections[i]
		if !yield(depth, s) || !walkSections(s.Sections, depth+1, yield) {
			return false
		}
	}
	return true
}

// Find returns the section whose ID is id, or nil if there is none. It finds no section by an anchor that was made
// from its position.
func (d Document) Find(id string) *Section {
	for _, s := range d.Walk() {
		if id != "" && s.ID == id {
			return s
		}
	}
	return nil
}

// FindKind returns the first section of the given kind, or nil if there is none.
func (d Document) FindKind(kind string) *Section {
	for _, s := range d.Walk() {
		if kind != "" && s.Kind == kind {
			return s
		}
	}
	return nil
}

// Blocks yields every block of d in reading order, a block before those inside it. The blocks are those of d, so that
// they can be changed in place.
func (d Document) Blocks() iter.Seq[Block] {
	return func(yield func(Block) bool) {
		for depth, s := range d.Walk() {
			if !walkBlocks(s.Blocks, depth+1, yield) {
				return
			}
		}
	}
}

// walkBlocks stops at the first block nested too deep, and passes over nil.
func walkBlocks(blocks []Block, depth int, yield func(Block) bool) bool {
	if depth > maxDepth {
		return len(blocks) == 0
	}
	for _, b := range blocks {
		if isNil(b) {
			continue
		}
		if !yield(b) {
			return false
		}
		for inner := range children(b) {
			if !walkBlocks(inner, depth+1, yield) {
				return false
			}
		}
	}
	return true
}

// DeleteSections removes from sections, at every depth, those for which del returns true, with all that is below them:
//
//	doc.Sections = document.DeleteSections(doc.Sections, func(s *document.Section) bool {
//		return s.Kind == "other-information"
//	})
//
// Like [slices.DeleteFunc] it works in place and returns the shortened list. A nil del removes nothing.
func DeleteSections(sections []Section, del func(*Section) bool) []Section {
	if del == nil {
		return sections
	}
	return deleteSections(sections, del, 0)
}

func deleteSections(sections []Section, del func(*Section) bool, depth int) []Section {
	if depth >= maxDepth {
		return sections
	}
	kept := slices.DeleteFunc(sections, func(s Section) bool { return del(&s) })
	for i := range kept {
		kept[i].Sections = deleteSections(kept[i].Sections, del, depth+1)
	}
	return kept
}
