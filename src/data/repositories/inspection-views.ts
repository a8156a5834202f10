/** Inspections as the screens read them, from their records. Text fields nobody wrote are empty, days too. */
import type { EntityState } from '#domain/change/entity-state.ts'
import {
  type InspectionForm,
  type InspectionHead,
  inspectionForms,
  type Rating,
  ratings,
  sectionNames,
  type SectionTexts,
} from '#domain/inspection/inspection.ts'
import type { Outline } from '#domain/inspection/inspection-outline.ts'
import type { InspectionEvidenceRef, InspectionWork } from '#domain/inspection/minutes.ts'
import { type ItemAnswer, type ItemResult, itemResults } from '#domain/inspection/outline.ts'
import { type Shortcoming, type ShortcomingGrade, shortcomingGrades } from '#domain/inspection/shortcoming.ts'
import type { WrittenDate } from '#domain/kernel/local-date.ts'
import type { EntityRow } from '#data/rows.ts'
import { type Fielded, field, nullable } from './entity-query.ts'

const noDay: WrittenDate = { text: '', date: null }

/** A word of a newer version counts as none. */
const oneOf = <W extends string>(words: readonly W[], found: string | null): W | null =>
  words.find((word) => word === found) ?? null

export const headOf = (of: Fielded): InspectionHead => ({
  form: oneOf<InspectionForm>(inspectionForms, nullable<string>(of, 'form')),
  basis: field(of, 'basis', ''),
  decisionNumber: field(of, 'decisionNumber', ''),
  decidedOn: field(of, 'decidedOn', noDay),
  from: field(of, 'from', noDay),
  to: field(of, 'to', noDay),
  place: field(of, 'place', ''),
  team: field<InspectionHead['team']>(of, 'team', []),
  hosts: field<InspectionHead['hosts']>(of, 'hosts', []),
})

const textsOf = (of: Fielded): SectionTexts =>
  Object.fromEntries(sectionNames.map((name) => [name, field(of, name, '')])) as SectionTexts

export const itemAnswerOf = (of: Fielded): ItemAnswer => ({
  result: oneOf<ItemResult>(itemResults, nullable<string>(of, 'result')),
  note: field(of, 'note', ''),
})

export const shortcomingOf = (of: Fielded, id: string): Shortcoming => ({
  id,
  item: nullable<string>(of, 'item'),
  facts: field(of, 'facts', ''),
  basis: field(of, 'basis', ''),
  grade: oneOf<ShortcomingGrade>(shortcomingGrades, nullable<string>(of, 'grade')),
  dueOn: nullable<WrittenDate>(of, 'dueOn'),
})

const idOf = (of: EntityRow | EntityState): string => ('e' in of ? of.e : of.entity)

export function workOf(
  head: EntityRow | EntityState,
  children: readonly (EntityRow | EntityState)[],
  outline: Outline | null,
): InspectionWork {
  const ofKind = (kind: string) => children.filter((one) => one.kind === kind)
  return {
    id: idOf(head),
    unit: field(head, 'unit', ''),
    head: headOf(head),
    texts: textsOf(head),
    rating: oneOf<Rating>(ratings, nullable<string>(head, 'rating')),
    minutesOn: field(head, 'minutesOn', noDay),
    reportDueOn: field(head, 'reportDueOn', noDay),
    outline,
    answers: Object.fromEntries(ofKind('inspection-item').map((one) => [field(one, 'item', ''), itemAnswerOf(one)])),
    shortcomings: ofKind('shortcoming').map((one) => shortcomingOf(one, idOf(one))),
  }
}

export const evidenceRefOf = (subject: string, of: Fielded): InspectionEvidenceRef => ({
  subject,
  sha256: field(of, 'sha256', ''),
  mime: field(of, 'mime', ''),
  size: field(of, 'size', 0),
  caption: field(of, 'caption', ''),
})

export const isSealedNow = (of: Fielded): boolean => (nullable<string>(of, 'minutes') ?? '') !== ''
