// What the compiler refuses. It is compiled and never run: an expected error that does not come is an error itself.
import { engagement, program, rows } from './engagement.ts'
import type { Control, Soc2Document, Terms } from '../../../../schema/v1/soc2.d.ts'

const control: Control = {
  id: 'AC-01',
  text: 'Access is reviewed.',
  criteria: ['CC6.2'],
  described: true,
  relied: true,
  automation: 'manual',
  frequency: { interval: 'monthly' },
  owner: 'Head of IT',
}

// @ts-expect-error: a value outside a closed set
export const wrongValue: Terms = { type: 'type3', status: 'draft', categories: ['security'] }

// @ts-expect-error: a value outside a closed set, in a list
export const wrongListed: Terms = { type: 'type1', status: 'draft', categories: ['safety'] }

// @ts-expect-error: a criterion that does not exist
export const wrongCriterion: Control = { ...control, criteria: ['CC9.9'] }

const { owner, ...withoutOwner } = control
// @ts-expect-error: a required member that is missing
export const missing: Control = withoutOwner

// @ts-expect-error: a member that does not exist
export const unknownMember: Control = { ...control, colour: owner }

// @ts-expect-error: a member that exists elsewhere
export const misplaced: Control = { ...control, frequency: { interval: 'monthly', owner } }

// @ts-expect-error: undefined where a member may be absent
export const undefinedMember: Control = { ...control, title: undefined }

// @ts-expect-error: null where a member may be absent
export const nullMember: Control = { ...control, title: null }

// @ts-expect-error: a kind that does not exist
export const wrongKind: Soc2Document = { ...program(rows), kind: 'programme' }

// @ts-expect-error: the kind of another document
export const otherKind: Soc2Document = { ...program(rows), kind: 'fieldwork' }

// @ts-expect-error: a version that these declarations do not describe
export const wrongVersion: Soc2Document = { ...program(rows), schemaVersion: '2.0' }

export function wrongMemberOfUnion(document: Soc2Document): number {
  // @ts-expect-error: a member that only some kinds have, before the kind is known
  return document.controls.length
}

// @ts-expect-error: an entry of a list may be absent
export const unchecked: Control = engagement(rows, 'AC-01').program.controls[0]
