// Writes ../v1/soc2.d.ts, the TypeScript declarations of every type in ../v1/soc2.defs.json. The head of the file names the
// digest of what it was made from, so that a test without Node can tell whether it is stale.
import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { compile } from 'json-schema-to-typescript'

const folder = new URL('../v1/', import.meta.url)
const source = readFileSync(new URL('soc2.defs.json', folder))
const { $defs } = JSON.parse(source)

const isDocument = (def) => def.properties?.kind?.const !== undefined && def.properties?.schemaVersion !== undefined
const documents = Object.keys($defs).filter((name) => isDocument($defs[name]))
if (documents.length === 0) throw new Error('soc2.defs.json holds no document')

// What can be reached from the root is declared: the union of the documents, and the records that no document holds. The
// root itself is an interface that says nothing, and is taken out again.
const reference = (name) => ({ $ref: `#/$defs/${name}` })
const referenced = new Set([...source.toString().matchAll(/"#\/\$defs\/(\w+)"/g)].map((match) => match[1]))
const alone = Object.keys($defs).filter((name) => !referenced.has(name) && !documents.includes(name))
const Soc2Document = { title: 'Soc2Document', description: 'Any root document; its kind tells which.', oneOf: documents.map(reference) }
const root = {
  title: 'Soc2Root', type: 'object', additionalProperties: false,
  properties: Object.fromEntries(['Soc2Document', ...alone].map((name) => [name, reference(name)])),
  $defs: { Soc2Document, ...$defs },
}
const compiled = await compile(root, 'Soc2Root', {
  additionalProperties: false,
  bannerComment: `// Made by go generate from soc2.defs.json, sha256 ${createHash('sha256').update(source).digest('hex')}.`,
  ignoreMinAndMaxItems: true, // a list of at least one entry would become a tuple
  style: { printWidth: 120, singleQuote: true },
})
const declarations = compiled.replace(/export interface Soc2Root \{[^}]*\}\n/, '')
if (declarations === compiled || declarations.includes('Soc2Root')) throw new Error('the root has not been taken out')
// Lenient schemas let pass what a later minor version added, and its version; the types above pin this one.
const later = `
/**
 * A document of a later minor version, as the lenient schema lets it pass: all that this version knows of it.
 */
export type Later<T> = T extends object ? { [K in keyof T]: K extends 'schemaVersion' ? string : Later<T[K]> } : T;
`
const target = new URL('soc2.d.ts', folder)
const beside = new URL('soc2.d.ts.new', folder)
writeFileSync(beside, declarations + later)
renameSync(beside, target)
