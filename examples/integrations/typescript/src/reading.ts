// Reads documents: finds the schema by kind and schemaVersion, validates, and says what is wrong where.
import { readFileSync } from 'node:fs'
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'
import type { Later, Soc2Document } from '../../../../schema/v1/soc2.d.ts'

export type Kind = Soc2Document['kind']

/** The version that the declarations describe. */
const written = { major: 1, minor: 0 }

export type Read =
  | { ok: true; document: Soc2Document }
  | { ok: true; later: Later<Soc2Document> }
  | { ok: false; errors: string[] }

/** The schemas of one folder, such as schema/v1. */
export class Schemas {
  readonly #folder: string
  readonly #ajv = new Ajv2020({ strict: true, allErrors: true })

  constructor(folder: string) {
    this.#folder = folder
    formats.default(this.#ajv)
  }

  /** Validates what this program writes. It narrows to the type of the kind. */
  strict<K extends Kind>(kind: K): ValidateFunction<Extract<Soc2Document, { kind: K }>> {
    return this.#compile(`${kind}.schema.json`)
  }

  /** Validates what a later minor version wrote: members that this one does not know are let pass. */
  lenient<K extends Kind>(kind: K): ValidateFunction<Later<Extract<Soc2Document, { kind: K }>>> {
    return this.#compile(`${kind}.lenient.schema.json`)
  }

  #compile<T>(file: string): ValidateFunction<T> {
    const schema: { $id: string } = JSON.parse(readFileSync(`${this.#folder}/${file}`, 'utf8'))
    return this.#ajv.getSchema<T>(schema.$id) ?? this.#ajv.compile<T>(schema)
  }

  /** Reads a document of any kind. */
  read(text: string): Read {
    const value: unknown = JSON.parse(text)
    const { kind, schemaVersion } = head(value)
    if (!isKind(kind)) return { ok: false, errors: [`/kind: ${String(kind)} is none of ${Object.keys(titles).join(', ')}`] }
    const [major, minor] = String(schemaVersion).split('.').map(Number)
    if (major !== written.major || minor === undefined) {
      return { ok: false, errors: [`/schemaVersion: ${String(schemaVersion)} is no version ${written.major}.x`] }
    }
    if (minor > written.minor) {
      const validate: ValidateFunction<Later<Soc2Document>> = this.lenient(kind)
      return validate(value) ? { ok: true, later: value } : { ok: false, errors: told(validate.errors) }
    }
    const validate: ValidateFunction<Soc2Document> = this.strict(kind)
    return validate(value) ? { ok: true, document: value } : { ok: false, errors: told(validate.errors) }
  }
}

function head(value: unknown): { kind?: unknown; schemaVersion?: unknown } {
  return typeof value === 'object' && value !== null ? value : {}
}

/** One title for each kind; the compiler sees to it that none is missing. */
const titles: Record<Kind, string> = {
  program: 'Program',
  fieldwork: 'Fieldwork',
  engagement: 'Engagement',
  conclusions: 'Conclusions',
  deliverable: 'Report',
}

function isKind(kind: unknown): kind is Kind {
  return typeof kind === 'string' && Object.hasOwn(titles, kind)
}

/** One line for each error: the JSON Pointer of the place, and what was expected there. */
export function told(errors: ErrorObject[] | null | undefined): string[] {
  return (errors ?? []).map(({ instancePath, message, params }) => {
    const detail = params['allowedValues'] ?? params['allowedValue'] ?? params['additionalProperty'] ?? ''
    return `${instancePath}: ${message} ${String(detail)}`.trimEnd()
  })
}

/** Sums a document up in one line. The switch is over every kind: the type of what is left over is never. */
export function describe(document: Later<Soc2Document>): string {
  const title = titles[document.kind]
  switch (document.kind) {
    case 'program':
      return `${title} of ${document.system.name}: ${document.controls.length} controls`
    case 'fieldwork':
      return `${title} ${document.id}: ${document.tests.length} tests, ${document.deviations.length} deviations`
    case 'engagement':
      return `${title}: ${describe(document.program)}; ${describe(document.fieldwork)}`
    case 'conclusions':
      return `${title}: description ${document.description}, design ${document.design}, operating ${document.operating}`
    case 'deliverable':
      return `${title} "${document.title}"${document.draft ? ', a draft' : ''}: ${document.missing.length} missing`
    default:
      return unreachable(document)
  }
}

function unreachable(document: never): never {
  throw new Error(`no such kind: ${JSON.stringify(document)}`)
}
