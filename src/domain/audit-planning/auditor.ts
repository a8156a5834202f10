/**
 * Who audits in a commune, and which fields of work they have there themselves: the second is what independence is
 * judged by. Somebody who audits in several communes has an entry in each, because their own work differs from one to
 * the next.
 */
import { addMonths, isLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'

/** An auditor of one commune. */
export interface Auditor {
  readonly id: string
  readonly unit: string
  /** As the decision names them. */
  readonly name: string
  readonly post: string
  /** Where they have an account here. */
  readonly account: string | null
  /** Fields of work they have in this commune, by name. */
  readonly fields: readonly string[]
  readonly since: LocalDate
  /** Last day; null while they serve. */
  readonly until: LocalDate | null
}

/** The entry with its texts trimmed, or what it lacks. Rule AP-1. */
export function checkAuditor(auditor: Auditor): Result<Auditor, Problem> {
  const { name, post, since, until } = auditor
  if (!hasText(name)) return err({ code: 'auditor.name-missing' })
  if (!isLocalDate(since)) return err({ code: 'auditor.since-missing' })
  if (until !== null && until < since) return err({ code: 'auditor.days-reversed' })
  return ok({ ...auditor, name: name.trim(), post: post.trim() })
}

/** Rule AP-1. */
export const isServing = ({ since, until }: Pick<Auditor, 'since' | 'until'>, on: LocalDate): boolean =>
  since <= on && (until === null || on <= until)

type Known = Pick<Auditor, 'id' | 'account'>

/** Rule AP-2. */
export const isSamePerson = (a: Known, b: Known): boolean =>
  a.id === b.id || (a.account !== null && a.account === b.account)

/** The entry of an id in a commune, or undefined where it is not known there. */
export const auditorIn = (auditors: readonly Auditor[], unit: string, id: string): Auditor | undefined =>
  auditors.find((one) => one.id === id && one.unit === unit)

/**
 * Calendar months after the last day of an entry in which an audit still meets the work done under it. The length is ours
 * and to be checked (decision record 0046). Rule AP-24.
 */
export const FORMER_WORK_MONTHS = 12

/**
 * Fields of work that stand in other entries of the same person in the commune: those they have beside this one, and those
 * they had until less than twelve months before. Rule AP-24.
 */
export const formerFields = (auditor: Auditor, auditors: readonly Auditor[], on: LocalDate): readonly string[] =>
  auditors
    .filter((one) => one.unit === auditor.unit && one.id !== auditor.id && isSamePerson(one, auditor))
    .filter(({ since, until }) => since <= on && (until === null || on < addMonths(until, FORMER_WORK_MONTHS)))
    .flatMap(({ fields }) => fields)
