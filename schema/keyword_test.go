package schema_test

import (
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"

	"github.com/soc2kit/soc2/schema"
)

// assertions are the keywords of our schemas that every judge asserts: those that the tests break, and, with the reason,
// those that they cannot.
var assertions = map[string]string{
	"additionalProperties": "", "anyOf": "", "const": "", "enum": "", "format": "", "maxLength": "", "maximum": "", "minItems": "",
	"minLength": "", "minimum": "", "pattern": "", "required": "", "type": "", "uniqueItems": "",
	"$ref":       "what it refers to is broken",
	"allOf":      "it wraps references",
	"items":      "entries are broken",
	"properties": "members are broken",
}

// annotationKeywords are the keywords of our schemas that assert nothing.
var annotationKeywords = []string{"$schema", "$id", "$defs", "title", "description"}

// knownFormats are those that all judges know, each beside a pattern: by itself a format is an annotation.
var knownFormats = []string{"date", "date-time"}

// allSchemas returns every schema file by its name.
func allSchemas(t *testing.T) map[string]any {
	t.Helper()
	all := map[string]any{"definitions": decoded(schema.Definitions())}
	for _, name := range schemaNames() {
		all[name.String()] = schemaTree(t, name)
	}
	return all
}

// A keyword that a judge does not know is ignored without a word.
func TestSchemasUseKnownKeywords(t *testing.T) {
	used := map[string]bool{}
	for file, tree := range allSchemas(t) {
		eachSchema(tree, "", func(pointer string, s map[string]any) {
			for keyword := range s {
				_, ok := assertions[keyword]
				known := ok || strings.Contains(" "+strings.Join(annotationKeywords, " ")+" ", " "+keyword+" ")
				require.True(t, known, "%s %s: %s is not among the keywords that the tests know", file, pointer, keyword)
				used[keyword] = true
			}
			if s["format"] != nil {
				require.Contains(t, knownFormats, s["format"], "%s %s", file, pointer)
				require.NotNil(t, s["pattern"], "%s %s: a format without a pattern", file, pointer)
			}
			if s["const"] != nil || s["enum"] != nil {
				require.NotNil(t, s["type"], "%s %s: a closed set without a type", file, pointer)
			}
		})
	}
	require.Len(t, used, len(assertions)+len(annotationKeywords), "a keyword that is known is not used")
}

// eachPattern calls f for each pattern, once.
func eachPattern(t *testing.T, f func(pattern string)) {
	t.Helper()
	seen := map[string]bool{}
	for _, tree := range allSchemas(t) {
		eachSchema(tree, "", func(_ string, s map[string]any) {
			if p, ok := s["pattern"].(string); ok && !seen[p] {
				seen[p] = true
				f(p)
			}
		})
	}
	require.Greater(t, len(seen), 5)
}

// outsideCommonSubset says what in a pattern RE2, ECMA-262 with flag u and Python's re do not agree about; "" for nothing.
func outsideCommonSubset(pattern string) string {
	if _, err := regexp.Compile(pattern); err != nil {
		return err.Error()
	}
	inClass := false
	for i := 0; i < len(pattern); i++ {
		rest := pattern[i:]
		switch {
		case pattern[i] >= 0x7f || pattern[i] < ' ':
			return fmt.Sprintf("a character at byte %d that is not printable ASCII", i)
		case pattern[i] == '\\':
			escape := regexp.MustCompile(`^\\([.\\*+?()\[\]{}|^$/]|[tnr]|x[0-9a-f]{2})`).FindString(rest)
			if escape == "" {
				return fmt.Sprintf("%.2s: a class that is not the same in each, or a needless escape", rest)
			}
			i += len(escape) - 1
		case inClass:
			if pattern[i] == '[' {
				return "[ within a class"
			}
			inClass = pattern[i] != ']'
		case pattern[i] == '[':
			inClass = true
		case strings.HasPrefix(rest, "(?"):
			return "a group that does more than group"
		case pattern[i] == '{':
			if !regexp.MustCompile(`^\{[0-9]+(,[0-9]*)?\}`).MatchString(rest) {
				return "{ that repeats nothing"
			}
		case pattern[i] == ']' || strings.HasPrefix(rest, "*+") || strings.HasPrefix(rest, "++") || strings.HasPrefix(rest, "?+") || strings.HasPrefix(rest, "}+"):
			return fmt.Sprintf("%.2s, which flag u refuses or which is possessive", rest)
		}
	}
	return ""
}

func TestPatternsMeanTheSameEverywhere(t *testing.T) {
	eachPattern(t, func(pattern string) {
		require.Empty(t, outsideCommonSubset(pattern), "%s", pattern)
		whole := strings.HasPrefix(pattern, "^") && strings.HasSuffix(pattern, "$")
		require.True(t, whole || pattern == textPattern, "%s matches a part of the text", pattern)
	})
	for _, pattern := range []string{`\S`, `\d`, `\w`, `\pL`, `\p{L}`, `(?i)a`, `(?:a)`, `\Aa`, `a\z`, `a\-b`, `[\-]`, "é", `a{,3}`, `a{`, `a]`, `a++`, `[[]`, `\u0041`, `\x{41}`} {
		require.NotEmpty(t, outsideCommonSubset(pattern), "%s", pattern)
	}
}

// beyondASCII are the blanks that Validate takes for blank and the pattern of texts does not: a text of nothing else is
// valid, and Validate reports it. There is no class of them that is the same in RE2, ECMA-262 and Python.
const beyondASCII = "\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000"

func TestTextsThatAreBlank(t *testing.T) {
	pattern := regexp.MustCompile(textPattern)
	var differ strings.Builder
	for r := rune(0); r <= unicode.MaxRune; r++ {
		if r >= 0xd800 && r <= 0xdfff {
			continue // half a surrogate pair is no character
		}
		if blank := strings.TrimSpace(string(r)) == ""; blank == pattern.MatchString(string(r)) {
			require.True(t, blank, "%U: no text that Validate takes is refused", r)
			differ.WriteRune(r)
		}
	}
	require.Equal(t, beyondASCII, differ.String())
}
