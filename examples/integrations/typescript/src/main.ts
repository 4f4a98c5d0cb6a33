// Writes an engagement to OUT, if it is valid, and shows how documents are read. Usage: main.js SCHEMAS OUT
import { writeFileSync } from 'node:fs'
import { engagement, rows } from './engagement.ts'
import { describe, Schemas, told } from './reading.ts'

const [folder, out] = process.argv.slice(2)
if (folder === undefined || out === undefined) throw new Error('usage: main.js SCHEMAS OUT')
const schemas = new Schemas(folder)

const built = engagement(rows, 'AC-01')
const validate = schemas.strict('engagement')
if (!validate(built)) throw new Error(told(validate.errors).join('\n'))
writeFileSync(out, JSON.stringify(built, null, 2) + '\n')
console.log(`wrote ${out}`)

const later = { ...built.program, schemaVersion: '1.1', mascot: 'a moth' }
const broken = { ...built.program, id: 'AC 1', terms: { ...built.program.terms, type: 'type3' }, mascot: 'a moth' }
for (const document of [built, later, broken]) {
  const read = schemas.read(JSON.stringify(document))
  if (!read.ok) console.log(['refused:', ...read.errors].join('\n  '))
  else if ('later' in read) console.log('read leniently, not to be written back:', describe(read.later))
  else console.log('read:', describe(read.document))
}
