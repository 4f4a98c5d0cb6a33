// Makes an engagement from what a tool of your own knows: here, a list of controls and what an auditor saw of one of them.
import type {
  Control,
  ControlTest,
  CriterionControls,
  CriterionID,
  Deviation,
  Engagement,
  Fieldwork,
  Interval,
  Period,
  Program,
  TestPlan,
} from '../../../../schema/v1/soc2.d.ts'

/** A row of the tool that the controls are kept in. */
export interface Row {
  key: string
  statement: string
  /** Criteria that it meets: the compiler knows all 61. */
  meets: CriterionID[]
  interval: Interval
  owner: string
  automatic: boolean
  /** The first day on which it ran, if that is within the period. */
  started?: string
}

const period: Period = { from: '2026-01-01', to: '2026-12-31' }

/** Turns a row into a control of the description. */
export function control(row: Row): Control {
  return {
    id: row.key,
    text: row.statement,
    criteria: row.meets,
    described: true,
    relied: true,
    automation: row.automatic ? 'automated' : 'manual',
    frequency: { interval: row.interval },
    owner: row.owner,
    // A member that is not known is left out. It is never null or undefined.
    ...(row.started !== undefined && { from: row.started }),
  }
}

/** Says for each criterion which controls meet it. Each control is one way to meet it: an alternative of its own. */
export function alternatives(rows: Row[]): CriterionControls[] {
  return [...new Set(rows.flatMap((row) => row.meets))].sort().map((id) => ({
    id,
    alternatives: rows
      .filter((row) => row.meets.includes(id))
      .map((row) => ({ members: [{ kind: 'control', id: row.key }] })),
  }))
}

/** What management owns. */
export function program(rows: Row[]): Program {
  return {
    kind: 'program',
    schemaVersion: '1.0',
    id: 'lantern-2026',
    editions: { criteria: 'tsc-2017-2022', descriptionCriteria: 'dc-2018-2022' },
    terms: { type: 'type2', status: 'fieldwork', period, categories: ['security'], attribution: 'due-date' },
    parties: { serviceOrganization: { name: 'Lantern Ledger Ltd' }, serviceAuditor: { name: 'Oddie & Marsh LLP' } },
    system: {
      name: 'Lantern Ledger',
      description: [{ id: 'DC1', paragraphs: ['Lantern Ledger Ltd keeps the books of small theatres.'] }],
      components: [{ id: 'COMP-1', kind: 'software', name: 'Ledger', inBoundary: true }],
    },
    commitments: [
      {
        id: 'SC-1',
        kind: 'service-commitment',
        text: 'Only people whom a theatre names can read its books.',
        categories: ['security'],
        source: 'Terms of service, section 2',
        principal: true,
      },
    ],
    controls: rows.map(control),
    criteria: alternatives(rows),
  }
}

/** What the auditor owns: every quarterly review was looked at, and one was late. */
export function fieldwork(reviewed: string): Fieldwork {
  const plan: TestPlan = {
    id: 'P-1',
    control: reviewed,
    period,
    extent: 'census',
    attributes: [{ id: 'A', text: 'The review was done within its quarter.' }],
  }
  const test: ControlTest = {
    id: 'T-1',
    plan: plan.id,
    procedures: [{ kind: 'inspection', text: 'Read the record of each of the four reviews.', performed: '2027-01-14' }],
    populationSize: 4,
    tested: 4,
    grid: [
      { item: '2026-Q1', outcomes: ['held'] },
      { item: '2026-Q2', outcomes: ['held'] },
      { item: '2026-Q3', outcomes: ['deviated'] },
      { item: '2026-Q4', outcomes: ['held'] },
    ],
    concluded: '2027-01-15',
  }
  const late: Deviation = {
    id: 'D-1',
    control: reviewed,
    test: test.id,
    item: '2026-Q3',
    attribute: 'A',
    date: '2026-09-30',
    kind: 'late',
    nature: 'The review of the third quarter was done nine days late.',
  }
  return {
    kind: 'fieldwork',
    schemaVersion: '1.0',
    id: 'lantern-2026-fieldwork',
    methodology: { tolerableRate: 0.1, riskOfOverreliance: 0.1 },
    plans: [plan],
    tests: [test],
    deviations: [late],
    judgments: {},
    letters: {},
  }
}

/** Both in one document. */
export function engagement(rows: Row[], reviewed: string): Engagement {
  return { kind: 'engagement', schemaVersion: '1.0', program: program(rows), fieldwork: fieldwork(reviewed) }
}

/** What the tool holds. */
export const rows: Row[] = [
  {
    key: 'AC-01',
    statement: 'Each quarter the head of IT goes through the list of accounts and has those removed that nobody needs.',
    meets: ['CC6.2', 'CC6.3'],
    interval: 'quarterly',
    owner: 'Head of IT',
    automatic: false,
  },
  {
    key: 'CH-01',
    statement: 'The pipeline lets a change go live only after a second engineer approved it.',
    meets: ['CC8.1'],
    interval: 'continuous',
    owner: 'Head of engineering',
    automatic: true,
    started: '2026-03-01',
  },
]
