package strictjson_test

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/soc2kit/soc2/internal/strictjson"
)

// records is a document as they are met: many objects of a few members, ASCII texts, indented.
type records struct {
	Kind    string   `json:"kind"`
	Version string   `json:"schemaVersion"`
	Records []record `json:"records"`
}

type record struct {
	ID       word     `json:"id"`
	Text     string   `json:"text"`
	Owner    string   `json:"owner,omitempty"`
	Since    string   `json:"since,omitzero"`
	Until    string   `json:"until,omitzero"`
	Count    int64    `json:"count,omitempty"`
	Key      bool     `json:"key,omitempty"`
	Criteria []word   `json:"criteria"`
	Tags     []string `json:"tags,omitempty"`
	Evidence []proof  `json:"evidence,omitempty"`
}

type proof struct {
	ID     word              `json:"id"`
	Digest string            `json:"sha256"`
	Size   int64             `json:"size"`
	Labels map[string]string `json:"labels,omitempty"`
}

func recordsOf(n int) records {
	doc := records{Kind: "records", Version: "1.0"}
	for i := range n {
		doc.Records = append(doc.Records, record{
			ID:       word(fmt.Sprintf("AC-%05d", i)),
			Text:     "Access to production systems is reviewed every quarter by the owner of each system; access that is no longer needed is removed within five business days.",
			Owner:    "Head of Infrastructure",
			Since:    "2026-01-31",
			Count:    int64(i),
			Key:      i%3 == 0,
			Criteria: []word{"CC6.1", "CC6.2", "CC6.3"},
			Evidence: []proof{
				{ID: "E-1", Digest: strings.Repeat("0123456789abcdef", 4), Size: 123456},
				{ID: "E-2", Digest: strings.Repeat("fedcba9876543210", 4), Size: 7, Labels: map[string]string{"system": "aws", "team": "platform"}},
			},
		})
	}
	return doc
}

// BenchmarkDecode compares decoding with what encoding/json alone takes for the same bytes.
func BenchmarkDecode(b *testing.B) {
	table := strictjson.TableOf[records]()
	for _, n := range []int{10, 1000, 20000} {
		data, err := strictjson.Marshal(table, recordsOf(n))
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprintf("strict/%d", n), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := strictjson.Decode[records](data, table, "records"); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("lenient/%d", n), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if _, _, err := readLeniently[records](data, table); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("plain/%d", n), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				var doc records
				if err := json.Unmarshal(data, &doc); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkWrite(b *testing.B) {
	table := strictjson.TableOf[records]()
	for _, n := range []int{10, 1000, 20000} {
		doc := recordsOf(n)
		data, err := strictjson.Marshal(table, doc)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				if err := strictjson.Write(io.Discard, table, doc); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkNames reads one object with many names: the time for each name must not depend on how many there are.
func BenchmarkNames(b *testing.B) {
	table := strictjson.TableOf[json.RawMessage]()
	for _, n := range []int{1e3, 1e4, 1e5, 1e6} {
		data := []byte(objectOf(n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, _, err := strictjson.Decode[json.RawMessage](data, table, "names"); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkSkippedNames reads one object with many members that its type does not have.
func BenchmarkSkippedNames(b *testing.B) {
	table := strictjson.TableOf[records]()
	for _, n := range []int{1e3, 1e4, 1e5, 1e6} {
		data := []byte(`{"kind":"","schemaVersion":"","records":[],` + objectOf(n)[1:])
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			for b.Loop() {
				if _, _, err := readLeniently[records](data, table); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// objectOf returns an object with n members.
func objectOf(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%c\"name%07d\":0", "{,"[min(i, 1)], i)
	}
	b.WriteByte('}')
	return b.String()
}
