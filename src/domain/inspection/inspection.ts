/**
 * An inspection of a commune by the province: in which of its two forms, on whose decision, by whom and when. The head is
 * filled in before the team goes; what is found on the spot stands in the outline and the shortcomings.
 */
import { parseWrittenDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { headDayProblems } from './days.ts'
import { hasText } from '#domain/kernel/text.ts'

/** At the commune's office, or on its reports and files. */
export type InspectionForm = 'at-office' | 'on-files'

export const inspectionForms: readonly InspectionForm[] = ['at-office', 'on-files']

/** Part in the team. */
export type TeamPart = 'leader' | 'deputy' | 'secretary' | 'member'

export const teamParts: readonly TeamPart[] = ['leader', 'deputy', 'secretary', 'member']

export interface TeamMember {
  readonly name: string
  readonly post: string
  readonly part: TeamPart
}

/** Who receives the team in the name of the commune. */
export interface Host {
  readonly name: string
  readonly post: string
}

export interface InspectionHead {
  /** Null in a draft. */
  readonly form: InspectionForm | null
  /** Plan and acts it follows. */
  readonly basis: string
  /** Of the decision that set up the team. */
  readonly decisionNumber: string
  readonly decidedOn: WrittenDate
  readonly from: WrittenDate
  readonly to: WrittenDate
  readonly place: string
  readonly team: readonly TeamMember[]
  readonly hosts: readonly Host[]
}

/** Overall grading of part V. */
export type Rating = 'good' | 'fair' | 'met' | 'not-met'

export const ratings: readonly Rating[] = ['good', 'fair', 'met', 'not-met']

/** Texts of parts I, III, IV and V, each kept for itself so that two members write at once. */
export const sectionNames = [
  'staff',
  'procedures',
  'declared',
  'edition',
  'consultant',
  'budget',
  'strengths',
  'limits',
  'teamAsks',
  'unitAsks',
  'conclusion',
  'unitWords',
  'copies',
] as const

export type SectionName = (typeof sectionNames)[number]

export type SectionTexts = Readonly<Record<SectionName, string>>

/** Texts by part of the minutes; part II is the outline. */
export const sectionParts: readonly {
  readonly part: 'I' | 'III' | 'IV' | 'V'
  readonly names: readonly SectionName[]
}[] = [
  { part: 'I', names: ['staff', 'procedures', 'declared', 'edition', 'consultant', 'budget'] },
  { part: 'III', names: ['strengths', 'limits'] },
  { part: 'IV', names: ['teamAsks', 'unitAsks'] },
  { part: 'V', names: ['conclusion', 'unitWords', 'copies'] },
]

/** A problem of the head and the field it is about. */
export interface HeadProblem {
  readonly field: keyof InspectionHead
  readonly problem: Problem
}

const isBlank = (text: string): boolean => !hasText(text)

/** People without a name are lines that were begun and left. */
export const namedPeople = <P extends { readonly name: string }>(people: readonly P[]): readonly P[] =>
  people.filter(({ name }) => !isBlank(name))

const dayProblem = (field: 'decidedOn' | 'from' | 'to', { text }: WrittenDate): readonly HeadProblem[] => {
  if (isBlank(text)) return [{ field, problem: { code: 'inspection.date-missing' } }]
  const read = parseWrittenDate(text)
  return read.ok ? [] : [{ field, problem: { code: read.error, params: { text } } }]
}

function spanProblem({ from, to }: InspectionHead): readonly HeadProblem[] {
  const [first, last] = [parseWrittenDate(from.text), parseWrittenDate(to.text)]
  if (!first.ok || !last.ok || last.value >= first.value) return []
  return [{ field: 'to', problem: { code: 'inspection.ends-before' } }]
}

function peopleProblems({ form, team, hosts }: InspectionHead): readonly HeadProblem[] {
  const leads = namedPeople(team).some(({ part }) => part === 'leader')
  const isReceived = form !== 'at-office' || namedPeople(hosts).length > 0
  return [
    ...(leads ? [] : [{ field: 'team', problem: { code: 'inspection.leader-missing' } } as const]),
    ...(isReceived ? [] : [{ field: 'hosts', problem: { code: 'inspection.hosts-missing' } } as const]),
  ]
}

const blankProblem = (field: keyof InspectionHead, text: string, code: Problem['code']): readonly HeadProblem[] =>
  isBlank(text) ? [{ field, problem: { code } }] : []

/** What the head lacks, in the order of the form. Rule INS-1. */
export function headProblems(head: InspectionHead): readonly HeadProblem[] {
  return [
    ...(head.form === null ? [{ field: 'form', problem: { code: 'inspection.form-missing' } } as const] : []),
    ...blankProblem('decisionNumber', head.decisionNumber, 'inspection.decision-missing'),
    ...dayProblem('decidedOn', head.decidedOn),
    ...dayProblem('from', head.from),
    ...dayProblem('to', head.to),
    ...spanProblem(head),
    ...(head.form === 'at-office' ? blankProblem('place', head.place, 'inspection.place-missing') : []),
    ...peopleProblems(head),
  ]
}

/**
 * What has to be right before an inspection may be begun: its form and its days. Decision and people may still be on
 * their way and are asked for before the minutes are sealed. Rules INS-1 and INS-19.
 */
export const beginProblems = (head: InspectionHead): readonly HeadProblem[] =>
  [...headProblems(head), ...headDayProblems(head)].filter(
    ({ field }) => ['form', 'from', 'to'].includes(field) || isUnreadable(head, field),
  )

const isUnreadable = ({ decidedOn }: InspectionHead, field: keyof InspectionHead): boolean =>
  field === 'decidedOn' && !isBlank(decidedOn.text)
