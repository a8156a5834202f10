/**
 * Between the merged state of an entity and its row: what is repeated in clear so that the database can find it
 * by its parent, and the mark that people disagree about it.
 */
import { conflictsIn, type EntityState, fieldValue, isDeleted, type Registers } from '#domain/change/entity-state.ts'
import type { Kind } from '#domain/change/kind-registry.ts'
import type { EntityRow } from './rows.ts'

/** The field that names the parent, for kinds that are listed by it. */
const parentFields: Readonly<Partial<Record<Kind, string>>> = {
  answer: 'assessment',
  submission: 'assessment',
  'audit-item': 'audit',
  finding: 'audit',
  'audit-report': 'audit',
  evidence: 'of',
  'audit-share': 'audit',
  'audit-sample': 'audit',
  'checklist-item': 'audit',
  meeting: 'of',
  attendance: 'meeting',
  'finding-response': 'of',
  signature: 'of',
  filling: 'visit',
  'filling-answer': 'filling',
  'filling-submission': 'filling',
  'form-part': 'form',
  'inspection-item': 'inspection',
  shortcoming: 'inspection',
  'inspection-minutes': 'inspection',
  'remedy-report': 'inspection',
  'visit-record': 'visit',
  inheritance: 'of',
  'kept-aside': 'of',
}

/** Counts that every writer works out anew: two people counting at once do not disagree about anything. */
const derivedKinds: readonly string[] = [
  'assessment-progress',
  'audit-progress',
  'filling-progress',
  'pilot-summary',
] satisfies Kind[]

const isDisputed = ({ kind, regs }: EntityState): boolean =>
  !derivedKinds.includes(kind) && !isDeleted(regs) && conflictsIn(regs).length > 0

function parentOf(kind: string, regs: Registers): string | undefined {
  const field = (parentFields as Readonly<Record<string, string | undefined>>)[kind]
  const value = field === undefined ? undefined : fieldValue(regs, field)
  return typeof value === 'string' ? value : undefined
}

/** `ownN`: highest own operation in it, or undefined where only others wrote. */
export function entityRow(state: EntityState, ownN: number | undefined): EntityRow {
  const parent = parentOf(state.kind, state.regs)
  return {
    feed: state.feed,
    e: state.entity,
    kind: state.kind,
    ...(parent === undefined ? {} : { p: parent }),
    ...(isDisputed(state) ? { c: 1 as const } : {}),
    ...(ownN === undefined ? {} : { o: ownN }),
    box: state.regs,
  }
}
