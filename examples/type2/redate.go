package main

import (
	"reflect"

	"github.com/soc2kit/soc2/calendar"
)

// redate returns a copy of v in which every day of the period from lies in the period to, in the same order, and every
// other day as far before or after. So the fictional engagement can surround a real population of any time. Texts stay as
// they are.
func redate[T any](v T, from, to calendar.Period) T {
	m := mover{from, to}
	return m.value(reflect.ValueOf(v), false).Interface().(T)
}

type mover struct{ from, to calendar.Period }

// day maps the first moment of a day; it keeps the order of days, and the end of from goes to the end of to.
func (m mover) day(d calendar.Date) calendar.Date {
	switch {
	case !d.IsValid():
		return d
	case d.Before(m.from.From):
		return m.to.From.AddDays(m.from.From.DaysUntil(d))
	case d.After(m.from.To):
		return m.to.To.AddDays(m.from.To.DaysUntil(d))
	}
	return m.to.From.AddDays(m.from.From.DaysUntil(d) * m.to.Days() / m.from.Days())
}

// last maps the last day of a span: the day before that to which the next day goes, so that neighbours stay neighbours.
func (m mover) last(d calendar.Date) calendar.Date {
	if !d.IsValid() {
		return d
	}
	return m.day(d.AddDays(1)).AddDays(-1)
}

var (
	dateType    = reflect.TypeFor[calendar.Date]()
	instantType = reflect.TypeFor[calendar.Instant]()
)

func (m mover) value(v reflect.Value, isLast bool) reflect.Value {
	out := reflect.New(v.Type()).Elem()
	switch {
	case v.Type() == dateType && isLast:
		out.SetString(string(m.last(calendar.Date(v.String()))))
	case v.Type() == dateType:
		out.SetString(string(m.day(calendar.Date(v.String()))))
	case v.Type() == instantType && calendar.Instant(v.String()).IsValid():
		i := calendar.Instant(v.String())
		out.SetString(string(m.day(i.Date())) + string(i[10:]))
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			out.Field(i).Set(m.value(v.Field(i), name == "To" || name == "Until"))
		}
	case v.Kind() == reflect.Slice && !v.IsNil():
		out.Set(reflect.MakeSlice(v.Type(), v.Len(), v.Len()))
		for i := range v.Len() {
			out.Index(i).Set(m.value(v.Index(i), false))
		}
	case v.Kind() == reflect.Pointer && !v.IsNil():
		out.Set(reflect.New(v.Type().Elem()))
		out.Elem().Set(m.value(v.Elem(), false))
	default:
		out.Set(v)
	}
	return out
}
