package criteria

import (
	"iter"
	"strconv"
)

// A SeriesID names a group of criteria that share a number, such as CC6.
//
// The zero SeriesID names none.
type SeriesID string

// The 20 series in published order. [GetSeries] tells what each is about.
const (
	CC1 SeriesID = "CC1"
	CC2 SeriesID = "CC2"
	CC3 SeriesID = "CC3"
	CC4 SeriesID = "CC4"
	CC5 SeriesID = "CC5"
	CC6 SeriesID = "CC6"
	CC7 SeriesID = "CC7"
	CC8 SeriesID = "CC8"
	CC9 SeriesID = "CC9"

	A1  SeriesID = "A1"
	C1  SeriesID = "C1"
	PI1 SeriesID = "PI1"

	P1 SeriesID = "P1"
	P2 SeriesID = "P2"
	P3 SeriesID = "P3"
	P4 SeriesID = "P4"
	P5 SeriesID = "P5"
	P6 SeriesID = "P6"
	P7 SeriesID = "P7"
	P8 SeriesID = "P8"
)

// IsValid reports whether s is one of the 20 published series.
func (s SeriesID) IsValid() bool {
	_, ok := GetSeries(s)
	return ok
}

// A Series is a group of criteria on one subject.
type Series struct {
	// ID is the series' name, such as CC6.
	ID SeriesID `json:"id"`
	// Title says what the series is about, in this project's words.
	Title string `json:"title"`
	// Category is the category that the series adds criteria for. It is "" for CC1 to CC9, which are common to all.
	Category Category `json:"category,omitzero"`
	// First is the first criterion of the series in published order.
	First ID `json:"first"`
	// Last is the last criterion of the series in published order.
	Last ID `json:"last"`
}

// GetSeries returns the series named id; ok is false if there is none.
func GetSeries(id SeriesID) (s Series, ok bool) {
	for _, row := range seriesTable {
		if row.id == id {
			return row.series(), true
		}
	}
	return Series{}, false
}

// AllSeries yields the 20 series in published order.
func AllSeries() iter.Seq[Series] {
	return func(yield func(Series) bool) {
		for _, row := range seriesTable {
			if !yield(row.series()) {
				return
			}
		}
	}
}

// A seriesRow says how many criteria a series has; they are numbered from 1 without a gap.
type seriesRow struct {
	id       SeriesID
	category Category // "" for the common criteria
	count    int
	title    string
}

func (r seriesRow) series() Series {
	return Series{
		ID:       r.id,
		Title:    r.title,
		Category: r.category,
		First:    r.criterion(1),
		Last:     r.criterion(r.count),
	}
}

func (r seriesRow) criterion(number int) ID { return ID(string(r.id) + "." + strconv.Itoa(number)) }

// seriesTable stands in published order; positions of criteria are counted along it.
var seriesTable = [...]seriesRow{
	{CC1, "", 5, "Control environment"},
	{CC2, "", 3, "Information and communication"},
	{CC3, "", 4, "Risk assessment"},
	{CC4, "", 2, "Monitoring"},
	{CC5, "", 3, "Control activities"},
	{CC6, "", 8, "Access to systems and places"},
	{CC7, "", 5, "System operations"},
	{CC8, "", 1, "Change management"},
	{CC9, "", 2, "Risk mitigation"},
	{A1, Availability, 3, "Availability"},
	{C1, Confidentiality, 2, "Confidentiality"},
	{PI1, ProcessingIntegrity, 5, "Processing integrity"},
	{P1, Privacy, 1, "Privacy notice"},
	{P2, Privacy, 1, "Choice and consent"},
	{P3, Privacy, 2, "Collection"},
	{P4, Privacy, 3, "Use, keeping and disposal"},
	{P5, Privacy, 2, "Access by individuals"},
	{P6, Privacy, 7, "Disclosure and notification"},
	{P7, Privacy, 1, "Quality of personal data"},
	{P8, Privacy, 1, "Complaints and enforcement"},
}
