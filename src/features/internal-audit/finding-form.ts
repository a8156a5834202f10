// What is typed about a finding, as one value that can be a draft, and the way between it and the record. Due dates
// follow the grade until somebody writes one of their own (AUD-3).
import type { AuditView, FindingView } from '#data/contract/internal-audit-contract.ts'
import { defaultDueOn, type Finding, type FindingGrade, findingGrades } from '#domain/internal-audit/finding.ts'
import type { AuditResult } from '#domain/internal-audit/audit-result.ts'
import { formatLocalDate, type LocalDate, writtenDate } from '#domain/kernel/local-date.ts'
import type { Question } from '#domain/questionnaire/instrument.ts'

/** A type, not an interface: it is kept as a draft, and a draft is JSON. */
export type FindingForm = {
  readonly grade: FindingGrade | null
  readonly clause: string
  readonly facts: string
  readonly requirement: string
  readonly objectiveEvidence: string
  readonly department: string
  readonly due: string
}

export type FindingInput = Omit<Finding, 'id' | 'number' | 'audit'>

const dueText = (grade: FindingGrade | null, today: LocalDate): string => {
  const due = grade === null ? null : defaultDueOn(grade, today)
  return due === null ? '' : formatLocalDate(due)
}

/** The due date changes along only while it is a default or empty. */
export function withGrade(form: FindingForm, grade: FindingGrade, today: LocalDate): FindingForm {
  const isDefault = form.due.trim() === '' || findingGrades.some((other) => dueText(other, today) === form.due)
  return { ...form, grade, due: isDefault ? dueText(grade, today) : form.due }
}

interface FindingStart {
  readonly audit: AuditView
  /** The item it was found at; undefined for a finding outside the checklist. */
  readonly question: Question | undefined
  readonly today: LocalDate
  /** `TCVN ISO 9001:2015, điều 7.2` */
  readonly requirementOf: (clause: string) => string
}

const gradeByResult: Readonly<Record<AuditResult, FindingGrade | null>> = {
  C: 'strength',
  NC: null,
  OBS: 'observation',
  OFI: 'opportunity',
  NA: null,
}

/** A strength, an observation and an opportunity are graded by the result of their item; how grave a nonconformity is, a person says. */
export function newFindingForm({ audit, question, today, requirementOf }: FindingStart): FindingForm {
  const result = question && audit.items[question.id]?.result
  const grade = gradeByResult[result ?? 'NC']
  const clause = question?.clause ?? ''
  return {
    grade,
    clause,
    facts: '',
    requirement: clause === '' ? '' : requirementOf(clause),
    objectiveEvidence: '',
    department: audit.department,
    due: dueText(grade, today),
  }
}

/** Always in the same order of fields: forms are compared by their text. */
export const formOf = ({
  grade,
  clause,
  facts,
  requirement,
  objectiveEvidence,
  department,
  dueOn,
}: FindingView): FindingForm => ({
  grade,
  clause,
  facts,
  requirement,
  objectiveEvidence,
  department,
  due: dueOn?.text ?? '',
})

export const inputOf = ({ due, ...form }: FindingForm, item: string | null): FindingInput => ({
  ...form,
  item,
  dueOn: due.trim() === '' ? null : writtenDate(due.trim()),
})
