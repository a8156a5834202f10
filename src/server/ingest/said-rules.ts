/**
 * What an operation must say, by kind. The access table judges who writes what where and `record-rules.ts` what may be
 * done to a record; here the words themselves are judged, as far as they can be by themselves and by what is here
 * already: a changed program leaves out no step unseen (END-141 to END-145, END-147 to END-149). What a later version wrote, and what needs a
 * record that has not arrived, is taken; whoever decides about refused changes may enter what was refused.
 */
import { hash } from 'node:crypto'
import { type EntityState, registersOfOp } from '#domain/change/entity-state.ts'
import { isKind, kindDefinition } from '#domain/change/kind-registry.ts'
import type { JsonValue, Op } from '#domain/change/op.ts'
import { upcastOp } from '#domain/change/upcast.ts'
import { moveLacks, requestLacks } from '#domain/corrective-action/said-complete.ts'
import { sealedDeclarationProblem } from '#domain/declaration/sealed-declaration.ts'
import { sealedVisitProblem } from '#domain/field-visit/sealed-visit.ts'
import { sealedInspectionProblem, sealedRemedyProblem } from '#domain/inspection/sealed-papers.ts'
import { sealedReportProblem } from '#domain/internal-audit/sealed-report.ts'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import { type JsonObject, objectOf } from '#domain/kernel/json-reading.ts'
import type { Problem, ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { sealedMinutesProblem } from '#domain/management-review/sealed-minutes.ts'
import { isPlanFit } from '#domain/plan/stored-plan.ts'
import { sealedSubmissionProblem } from '#domain/self-assessment/sealed-submission.ts'
import { refusalOfFinding, refusalOfPlan } from './removal-arrival.ts'
import { refusalOfReview } from './review-arrival.ts'
import { refusalOfStep } from './said-steps.ts'
import { refusalOfDecision, refusalOfVerification } from './verification-arrival.ts'

interface Records {
  find(feed: string, entity: string): EntityState | undefined
  /** Asked only where something is taken away. */
  ofKind(feed: string, kind: string): readonly EntityState[]
}

type Rule = (op: Op, records: Records) => ProblemCode | null

/** What cannot be written in the one way in which contents are sealed was not sealed. */
function fitsHash(content: JsonValue, sha256: JsonValue): boolean {
  try {
    return hash('sha256', canonicalJson(content)) === sha256
  } catch {
    return false
  }
}

/** A sealed content with its hash, and complete by the rules of its kind; a record with neither says nothing (END-141, END-142). */
const sealed =
  (lacks: (content: JsonObject) => Problem | null): Rule =>
  ({ f }) => {
    const [content, sha256] = [f['content']?.[0], f['sha256']?.[0]]
    if (content === undefined && sha256 === undefined) return null
    if (content === undefined || sha256 === undefined || !fitsHash(content, sha256)) return 'judged.seal-unfit'
    const said = objectOf(content)
    return said === null || lacks(said) !== null ? 'judged.incomplete' : null
  }

const nothing = (): null => null

const rules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['submission', sealed(sealedSubmissionProblem)],
  ['filling-submission', sealed(nothing)],
  ['audit-report', sealed(sealedReportProblem)],
  ['visit-record', sealed(sealedVisitProblem)],
  ['review-minutes', sealed(sealedMinutesProblem)],
  ['declaration', sealed(sealedDeclarationProblem)],
  ['inspection-minutes', sealed(sealedInspectionProblem)],
  ['remedy-report', sealed(sealedRemedyProblem)],
  ['verification', refusalOfVerification],
  ['verification-state', refusalOfDecision],
  ['plan', ({ f }) => (f['plan'] === undefined || isPlanFit(f['plan'][0]) ? null : 'judged.plan-unfit')],
  ['corrective-action', (op) => (requestLacks(registersOfOp(op)) ? 'judged.incomplete' : null)],
  ['corrective-move', (op) => (moveLacks(registersOfOp(op)) ? 'judged.incomplete' : null)],
  ['management-review', refusalOfReview],
  ['audit-plan', refusalOfPlan],
  ['finding', refusalOfFinding],
  ['finding-response', refusalOfStep],
  ['approval', refusalOfStep],
  ['declaration-event', refusalOfStep],
  ['signature', refusalOfStep],
])

const isOfLaterVersion = ({ k, sv }: Op): boolean => !isKind(k) || sv > kindDefinition(k).schemaVersion

/** Why an operation that arrives is kept aside by what it says, or null. */
export function refusalBySaying(op: Op, records: Records): ProblemCode | null {
  const rule = rules.get(op.k)
  return rule === undefined || isOfLaterVersion(op) ? null : rule(upcastOp(op), records)
}
