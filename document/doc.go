// Package document holds reports as data, a tree of sections and blocks, and writes them as HTML and Markdown.
//
// Build a [Document] from plain structs, ask [Document.Validate] what is wrong with it, and give it to [WriteHTML] or
// [WriteMarkdown]:
//
//	doc := document.Document{
//		Title: "Tests of controls",
//		Mark:  "DRAFT",
//		Sections: []document.Section{{
//			ID: "results", Title: "Results",
//			Blocks: []document.Block{
//				&document.Paragraph{Text: document.Plain("Nothing deviated.")},
//			},
//		}},
//	}
//	err := document.WriteHTML(w, doc, nil)
//
// Levels of headings, anchors and the table of contents follow from the tree. To change a report, change the tree:
// [Document.Walk], [Document.Find] and [Document.Blocks] give pointers into it, and [DeleteSections] removes from it.
// To write another format, switch over the types that implement [Block].
//
// A [Figure] is numbers with a drawing: writers draw it as SVG where the format can, and always give its numbers as a
// table. [WriteSVG] makes a file of one.
//
// All text is untrusted. The writers escape it in one place each, show control characters and bidirectional overrides
// as [U+202E], and follow no address but http, https, mailto, a relative path or an anchor of the document. Equal
// documents give equal bytes.
//
// The package knows nothing about what the reports say.
package document
