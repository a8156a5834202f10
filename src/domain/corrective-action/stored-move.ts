/**
 * A move out of its registers. What stands there may come from a newer version or from nobody's app at all, so every
 * field is looked at; a move of a name this version does not know is no move of its course.
 */
import { fieldValue, lastChange, type Registers } from '#domain/change/entity-state.ts'
import { findingGrades } from '#domain/internal-audit/finding.ts'
import { isLocalDate, type LocalDate, type WrittenDate } from '#domain/kernel/local-date.ts'
import { type MoveName, moveNames } from './move.ts'
import type { MoveOfRequest, RequestAtHand } from './moved-meanwhile.ts'

const isMoveName = (name: unknown): name is MoveName => (moveNames as readonly unknown[]).includes(name)

const text = (regs: Registers, field: string): string => {
  const value = fieldValue(regs, field)
  return typeof value === 'string' ? value : ''
}

/** A written date as it is kept; null where there is none or where it is something else. */
export function writtenOf(regs: Registers, field: string): WrittenDate | null {
  const value = fieldValue(regs, field)
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
  const { text: words, date } = value as { readonly text?: unknown; readonly date?: unknown }
  if (typeof words !== 'string') return null
  return { text: words, date: typeof date === 'string' && isLocalDate(date) ? date : null }
}

const EARLIEST = '0001-01-01' as LocalDate

export function storedMove(id: string, regs: Registers): MoveOfRequest | null {
  const [name, on, whys, isEffective] = ['name', 'on', 'whys', 'isEffective'].map((field) => fieldValue(regs, field))
  if (!isMoveName(name)) return null
  const { h = 0, u = '' } = lastChange(regs) ?? {}
  return {
    id,
    of: text(regs, 'of'),
    name,
    at: h,
    on: typeof on === 'string' && isLocalDate(on) ? on : EARLIEST,
    by: u,
    words: text(regs, 'words'),
    whys: Array.isArray(whys) ? whys.filter((why): why is string => typeof why === 'string') : [],
    correction: text(regs, 'correction'),
    action: text(regs, 'action'),
    responsible: text(regs, 'responsible'),
    dueOn: writtenOf(regs, 'dueOn'),
    next: text(regs, 'next') || null,
    isEffective: typeof isEffective === 'boolean' ? isEffective : null,
    officialNumber: text(regs, 'officialNumber'),
  }
}

/** What is asked of a request before another ends in it, out of its registers. */
export function storedRequest(regs: Registers): RequestAtHand {
  const [grade, issuedOn] = [text(regs, 'grade'), text(regs, 'issuedOn')]
  return {
    grade: findingGrades.find((one) => one === grade) ?? null,
    issuedOn: isLocalDate(issuedOn) ? issuedOn : EARLIEST,
    dueOn: writtenOf(regs, 'dueOn')?.date ?? null,
  }
}
