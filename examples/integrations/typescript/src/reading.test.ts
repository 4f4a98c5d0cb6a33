// Run by node --test. SCHEMAS in the environment is the folder of schemas; its examples are read as well.
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { alternatives, control, engagement, rows } from './engagement.ts'
import { describe, Schemas, type Kind } from './reading.ts'

const folder = process.env['SCHEMAS'] ?? '../../../schema/v1'
const schemas = new Schemas(folder)
const built = engagement(rows, 'AC-01')

test('what is built is valid', () => {
  assert.deepEqual(schemas.read(JSON.stringify(built)), { ok: true, document: built })
})

test('a row without a start gives a control without "from"', () => {
  assert.deepEqual(rows.map((row) => control(row).from), [undefined, '2026-03-01'])
  assert.deepEqual(alternatives(rows).map(({ id }) => id), ['CC6.2', 'CC6.3', 'CC8.1'])
})

test('the examples of every kind of root document are read and described', () => {
  const seen = new Set<string>()
  const roots: Kind[] = ['program', 'fieldwork', 'engagement', 'conclusions', 'deliverable']
  for (const name of readdirSync(`${folder}/examples`)) {
    const kind = roots.find((root) => name.startsWith(root))
    if (kind === undefined) continue
    const read = schemas.read(readFileSync(`${folder}/examples/${name}`, 'utf8'))
    assert.ok(read.ok && 'document' in read, `${name}: ${JSON.stringify(read)}`)
    assert.equal(read.document.kind, kind)
    assert.match(describe(read.document), /: /)
    seen.add(kind)
  }
  assert.equal(seen.size, roots.length)
})

test('a later minor version is read leniently, and is still checked', () => {
  const later = { ...built.program, schemaVersion: '1.1', mascot: 'a moth', terms: { ...built.program.terms, colour: 'red' } }
  const read = schemas.read(JSON.stringify(later))
  assert.ok(read.ok && 'later' in read)
  assert.equal(describe(read.later), 'Program of Lantern Ledger: 2 controls')
  assert.deepEqual(schemas.read(JSON.stringify({ ...later, controls: 2 })), { ok: false, errors: ['/controls: must be array'] })
})

test('errors say where', () => {
  const { id, ...withoutId } = built.program
  const broken = { ...withoutId, terms: { ...built.program.terms, type: id }, mascot: 'a moth', commitments: [{ ...built.program.commitments[0], id: 'SC 1' }] }
  const read = schemas.read(JSON.stringify(broken))
  assert.ok(!read.ok)
  assert.deepEqual(read.errors.sort(), [
    '/commitments/0/id: must match pattern "^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$"',
    '/terms/type: must be equal to one of the allowed values type1,type2',
    ': must NOT have additional properties mascot',
    ": must have required property 'id'",
  ])
})

test('what is no document of version 1 is refused', () => {
  for (const [text, want] of [
    ['[]', '/kind: undefined is none of'],
    ['{"kind":"toString","schemaVersion":"1.0"}', '/kind: toString is none of'],
    ['{"kind":"program","schemaVersion":"2.0"}', '/schemaVersion: 2.0 is no version 1.x'],
    ['{"kind":"program"}', '/schemaVersion: undefined is no version 1.x'],
    ['{"kind":"program","schemaVersion":"1.x"}', '/schemaVersion: must be equal to constant 1.0'],
  ] as const) {
    const read = schemas.read(text)
    assert.ok(!read.ok && read.errors.some((line) => line.startsWith(want)), `${text}: ${JSON.stringify(read)}`)
  }
})
