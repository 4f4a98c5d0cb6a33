package main

import (
	"cmp"
	"fmt"
	"go/types"
	"maps"
	"reflect"
	"slices"
	"strings"
)

// A feature is one exported thing of a package: a function, a type, a field, a method, a constant or a variable.
type feature struct {
	dir     string   // of the package, relative to the module's
	symbol  string   // within the package, such as Control.From
	text    string   // such as: type Control struct, From calendar.Date `json:"from"`
	field   bool     // it is a field of a struct
	tag     string   // the JSON tag of a field; "" is also no tag
	imports []string // import paths of the packages, other than its own, whose types it names
}

// String returns the line of the API file.
func (f feature) String() string { return "pkg " + f.dir + ", " + f.text }

// features returns what the public packages of m export, sorted by line.
func (m module) features() []feature {
	var all []feature
	for dir, pkg := range m.packages {
		c := collector{module: m, dir: dir, pkg: pkg}
		for _, name := range pkg.Scope().Names() {
			if object := pkg.Scope().Lookup(name); object.Exported() {
				c.object(object)
			}
		}
		all = append(all, c.features...)
	}
	slices.SortFunc(all, func(a, b feature) int { return cmp.Compare(a.String(), b.String()) })
	return all
}

// A collector gathers the features of one package.
type collector struct {
	module   module
	dir      string
	pkg      *types.Package
	features []feature
	imports  map[string]bool // what the texts since the last feature name
}

// add adds a feature, which names the packages that were spelled since the last.
func (c *collector) add(symbol, format string, args ...any) *feature {
	c.features = append(c.features, feature{
		dir: c.dir, symbol: symbol, text: fmt.Sprintf(format, args...), imports: slices.Sorted(maps.Keys(c.imports)),
	})
	c.imports = nil
	return &c.features[len(c.features)-1]
}

// qualify names a package within a text, and remembers it.
func (c *collector) qualify(pkg *types.Package) string {
	if pkg == c.pkg {
		return ""
	}
	if c.imports == nil {
		c.imports = map[string]bool{}
	}
	c.imports[pkg.Path()] = true
	return c.module.relative(pkg.Path())
}

func (c *collector) spell(t types.Type) string { return types.TypeString(unnamed(t), c.qualify) }

// signature spells what follows the name of a function.
func (c *collector) signature(s *types.Signature) string {
	return c.parameters(s.TypeParams()) + strings.TrimPrefix(c.spell(s), "func")
}

// parameters spells type parameters.
func (c *collector) parameters(list *types.TypeParamList) string {
	var texts []string
	for p := range list.TypeParams() {
		texts = append(texts, p.Obj().Name()+" "+c.spell(p.Constraint()))
	}
	if len(texts) == 0 {
		return ""
	}
	return "[" + strings.Join(texts, ", ") + "]"
}

func (c *collector) object(object types.Object) {
	name := object.Name()
	switch o := object.(type) {
	case *types.Const:
		c.add(name, "const %s %s = %s", name, c.spell(o.Type()), o.Val().ExactString())
	case *types.Var:
		c.add(name, "var %s %s", name, c.spell(o.Type()))
	case *types.Func:
		c.add(name, "func %s%s", name, c.signature(o.Signature()))
	case *types.TypeName:
		switch t := o.Type().(type) {
		case *types.Alias:
			c.add(name, "type %s%s = %s", name, c.parameters(t.TypeParams()), c.spell(t.Rhs()))
		case *types.Named:
			c.named(t)
		}
	}
}

// named adds a type with its fields and methods.
func (c *collector) named(t *types.Named) {
	name := t.Obj().Name()
	head := "type " + name + c.parameters(t.TypeParams())
	switch under := t.Underlying().(type) {
	case *types.Struct:
		c.add(name, "%s struct", head)
		c.fields(name, head, under)
	case *types.Interface:
		c.add(name, "%s interface", head)
		c.interfaceMethods(name, head, under)
	default:
		c.add(name, "%s %s", head, c.spell(under))
	}
	if types.IsInterface(t) {
		return
	}
	// Each method of a generic type names the parameters anew; applied to its own parameters, the type has one set of names.
	applied := applyToItself(t)
	// The method set of the pointer holds every method, promoted ones as well. Those that are also in the type's own set
	// need no pointer.
	own := types.NewMethodSet(applied)
	for selection := range types.NewMethodSet(types.NewPointer(applied)).Methods() {
		method := selection.Obj().(*types.Func)
		if !method.Exported() {
			continue
		}
		receiver := c.spell(applied)
		if own.Lookup(method.Pkg(), method.Name()) == nil {
			receiver = "*" + receiver
		}
		c.add(name+"."+method.Name(), "method (%s) %s%s", receiver, method.Name(), c.signature(method.Signature()))
	}
}

// applyToItself returns a generic type with its own type parameters as arguments, and any other type as it is.
func applyToItself(t *types.Named) types.Type {
	var arguments []types.Type
	for p := range t.TypeParams().TypeParams() {
		arguments = append(arguments, p)
	}
	if len(arguments) == 0 {
		return t
	}
	applied, err := types.Instantiate(nil, t, arguments, false)
	if err != nil { // only of a validation, which is not asked for
		return t
	}
	return applied
}

func (c *collector) fields(name, head string, t *types.Struct) {
	for i := range t.NumFields() {
		field := t.Field(i)
		if !field.Exported() {
			continue
		}
		label := field.Name()
		if field.Embedded() {
			label = "embedded"
		}
		text := fmt.Sprintf("%s struct, %s %s", head, label, c.spell(field.Type()))
		tag, tagged := reflect.StructTag(t.Tag(i)).Lookup("json")
		if tagged {
			text += fmt.Sprintf(" `json:%q`", tag)
		}
		added := c.add(name+"."+field.Name(), "%s", text)
		added.field, added.tag = true, tag
	}
}

func (c *collector) interfaceMethods(name, head string, t *types.Interface) {
	for method := range t.Methods() {
		if method.Exported() {
			c.add(name+"."+method.Name(), "%s interface, %s%s", head, method.Name(), c.signature(method.Signature()))
		} else {
			c.add(name+"."+method.Name(), "%s interface, unexported method %s", head, method.Name())
		}
	}
	for embedded := range t.EmbeddedTypes() {
		if under, ok := embedded.Underlying().(*types.Interface); !ok || !under.IsMethodSet() {
			c.add(name, "%s interface, %s", head, c.spell(embedded))
		}
	}
}

// unnamed returns t without the names of parameters, which callers do not write.
func unnamed(t types.Type) types.Type {
	switch t := t.(type) {
	case *types.Signature:
		return types.NewSignatureType(nil, nil, nil, unnamedTuple(t.Params()), unnamedTuple(t.Results()), t.Variadic())
	case *types.Pointer:
		return types.NewPointer(unnamed(t.Elem()))
	case *types.Slice:
		return types.NewSlice(unnamed(t.Elem()))
	case *types.Array:
		return types.NewArray(unnamed(t.Elem()), t.Len())
	case *types.Map:
		return types.NewMap(unnamed(t.Key()), unnamed(t.Elem()))
	}
	return t
}

func unnamedTuple(t *types.Tuple) *types.Tuple {
	var vars []*types.Var
	for v := range t.Variables() {
		vars = append(vars, types.NewParam(v.Pos(), v.Pkg(), "", unnamed(v.Type())))
	}
	return types.NewTuple(vars...)
}
