/**
 * Whether a request, or a move of one, says all it must, by what it says itself: asked where it arrives, of records that
 * any program may have written. Days of a move are not compared: one that is made again later keeps the day it promised.
 */
import { fieldValue, type Registers } from '#domain/change/entity-state.ts'
import { findingGrades } from '#domain/internal-audit/finding.ts'
import { oneOf } from '#domain/kernel/json-reading.ts'
import { isLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { moveProblems } from './move.ts'
import { type RequestContent, requestProblems, requestSources } from './request.ts'
import { storedMove, writtenOf } from './stored-move.ts'

const textOf = (regs: Registers, field: string): string => {
  const value = fieldValue(regs, field)
  return typeof value === 'string' ? value : ''
}

const EARLIEST = '0001-01-01' as LocalDate

const requestOf = (regs: Registers): RequestContent => ({
  unit: textOf(regs, 'unit'),
  source: oneOf(requestSources, fieldValue(regs, 'source')) ?? 'self-found',
  of: textOf(regs, 'of') || null,
  grade: oneOf(findingGrades, fieldValue(regs, 'grade')),
  clause: textOf(regs, 'clause'),
  department: textOf(regs, 'department'),
  description: textOf(regs, 'description'),
  requirement: textOf(regs, 'requirement'),
  evidence: textOf(regs, 'evidence'),
  dueOn: writtenOf(regs, 'dueOn'),
  inspection: textOf(regs, 'inspection') || null,
})

/** The first thing a request lacks, or null. Rule CA-15. */
export function requestLacks(regs: Registers): Problem | null {
  const issuedOn = textOf(regs, 'issuedOn')
  return requestProblems(requestOf(regs), isLocalDate(issuedOn) ? issuedOn : EARLIEST)[0] ?? null
}

/** The first thing a move lacks, or null; null for one of a later version. Rules CA-4 to CA-7 and CA-13. */
export function moveLacks(regs: Registers): Problem | null {
  const move = storedMove('', regs)
  const problems = move === null ? [] : moveProblems(move, null)
  return problems.find(({ code }) => code !== 'corrective.due-before-issue') ?? null
}
