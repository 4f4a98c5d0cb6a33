// Judges documents with ajv in strict mode. It reads a JSON value a line from standard input and answers each with one.
//
//   {"name": "a", "schema": {...}}           compiles a schema; answers {"warnings": [...]}, all that ajv logged
//   {"name": "a", "document": "{\"b\":1}"}   judges a text; answers {"valid": true} or {"valid": false}

import { createInterface } from 'node:readline'
import Ajv from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const compiled = new Map()

function compile(schema) {
  const warnings = []
  const log = (...parts) => warnings.push(parts.join(' '))
  const ajv = new Ajv({
    strict: true,
    strictTypes: true,
    strictTuples: true,
    strictRequired: true,
    validateFormats: true,
    logger: { log, warn: log, error: log },
  })
  addFormats(ajv)
  const validate = ajv.compile(schema)
  return { validate, warnings }
}

function answer(request) {
  if (request.schema !== undefined) {
    const { validate, warnings } = compile(request.schema)
    compiled.set(request.name, validate)
    return { warnings }
  }
  let document
  try {
    document = JSON.parse(request.document)
  } catch {
    return { valid: false }
  }
  return { valid: compiled.get(request.name)(document) }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  process.stdout.write(JSON.stringify(answer(JSON.parse(line))) + '\n')
}
