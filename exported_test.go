package soc2_test

import (
	"go/ast"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Every exported function and method takes nil and zero values without a panic. What is called is listed in
// exported_list_test.go, and held against the source here, so that none is forgotten.
func TestNothingPanicsOnZeroValues(t *testing.T) {
	var functions, types []string
	for _, f := range goFiles(t) {
		if f.test || !isLibrary(f.dir) || strings.HasPrefix(f.dir, "internal/") {
			continue
		}
		pkg := f.syntax.Name.Name + "."
		for _, decl := range f.syntax.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil && d.Name.IsExported() && !strings.HasPrefix(d.Name.Name, "Must") {
					functions = append(functions, pkg+d.Name.Name)
				}
			case *ast.GenDecl:
				for _, spec := range d.Specs {
					if s, ok := spec.(*ast.TypeSpec); ok && s.Name.IsExported() {
						if _, isInterface := s.Type.(*ast.InterfaceType); !isInterface && !s.Assign.IsValid() {
							types = append(types, pkg+s.Name.Name)
						}
					}
				}
			}
		}
	}
	for _, name := range functions {
		require.Contains(t, exportedFunctions, name, "list it in exported_list_test.go")
	}
	for name, fn := range exportedFunctions {
		require.Contains(t, functions, name, "it is gone: take it off the list")
		call(t, name, reflect.ValueOf(fn))
	}
	for _, name := range types {
		require.Contains(t, exportedTypes, name, "list it in exported_list_test.go")
	}
	for name, typ := range exportedTypes {
		require.Contains(t, types, name, "it is gone: take it off the list")
		for _, v := range []reflect.Value{reflect.New(typ).Elem(), reflect.New(typ)} {
			for i := range v.NumMethod() {
				method := v.Type().Method(i).Name
				if slices.Contains([]string{"UnmarshalJSON", "UnmarshalText"}, method) && v.Kind() != reflect.Pointer {
					continue
				}
				call(t, name+"."+method, v.Method(i))
			}
		}
	}
}

// call calls f with zero arguments, and walks what it returns if that is an iterator.
func call(t *testing.T, name string, f reflect.Value) {
	t.Helper()
	defer func() {
		if r := recover(); r != nil {
			t.Errorf("%s panics on zero values: %v", name, r)
		}
	}()
	args := make([]reflect.Value, f.Type().NumIn())
	for i := range args {
		args[i] = reflect.New(f.Type().In(i)).Elem()
	}
	var results []reflect.Value
	if f.Type().IsVariadic() {
		results = f.CallSlice(args)
	} else {
		results = f.Call(args)
	}
	for _, r := range results {
		if r.Kind() == reflect.Func && !r.IsNil() && r.Type().CanSeq() {
			n := 0
			for range r.Seq() {
				if n++; n > 100 {
					break
				}
			}
		}
	}
}
