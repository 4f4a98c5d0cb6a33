// Checks what the generators made of an engagement: the types have the names that the schemas give them, none twice, and
// documents come out of the generated reader and writer as they went in.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { Convert } from './build/js/quicktype.js'

const schemas = '../../../schema/v1'
const { $defs } = JSON.parse(readFileSync(`${schemas}/soc2.defs.json`, 'utf8'))

/** The names of all definitions that one refers to, directly or not. */
function reachable(name, found = new Set()) {
  if (found.has(name)) return found
  found.add(name)
  JSON.stringify($defs[name], (key, value) => {
    if (key === '$ref') reachable(value.replace('#/$defs/', ''), found)
    return value
  })
  return found
}

const all = [...reachable('Engagement')]
// Objects and closed sets are types in every language; a text with a pattern is a string in some.
const expected = all.filter((name) => $defs[name].properties || $defs[name].enum)
// quicktype makes a type of each constant: the kinds, and the version.
const constants = ['EngagementKind', 'ProgramKind', 'FieldworkKind', 'SchemaVersion']

for (const [file, pattern, extra] of [
  ['build/json2ts.ts', /^export (?:interface|type) (\w+)/gm, []],
  ['build/quicktype.ts', /^export (?:interface|type) (\w+)/gm, constants],
  ['build/engagement.py', /^class (\w+)/gm, constants],
]) {
  const names = [...readFileSync(file, 'utf8').matchAll(pattern)].map((match) => match[1])
  assert.deepEqual(expected.filter((name) => !names.includes(name)), [], `${file}: missing`)
  assert.deepEqual(names.filter((name) => !all.includes(name) && !extra.includes(name)), [], `${file}: names of its own`)
  assert.equal(new Set(names).size, names.length, `${file}: a name twice`)
  console.log(`${file}: ${names.length} types, named as in the schemas`)
}

const examples = readdirSync(`${schemas}/examples`).filter((name) => name.startsWith('engagement'))
assert.notEqual(examples.length, 0)
for (const name of examples) {
  const text = readFileSync(`${schemas}/examples/${name}`, 'utf8')
  const again = Convert.engagementToJson(Convert.toEngagement(text))
  assert.deepEqual(JSON.parse(again), JSON.parse(text), name)
  console.log(`${name}: the same through TypeScript`)
}
