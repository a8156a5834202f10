/**
 * Days that exist and still cannot be meant: 1900, 9999, the wrong year by one key. Which bounds a field has is said by its
 * topic (`days.ts` there); asked of whoever writes, never of what was sealed or arrives.
 */
import { formatLocalDate, type LocalDate } from './local-date.ts'
import type { Problem } from './problem-catalogue.ts'

/** The first edition in use begins here; nothing that this app records is older. */
export const FIRST_DAY = '2000-01-01' as LocalDate

/** Both days are allowed themselves; null where there is no bound. */
export interface DayBounds {
  readonly earliest?: LocalDate | null
  readonly latest?: LocalDate | null
}

/** Params `day` and `bound`, as one writes them; null where the day fits or there is none. Rule KERNEL-8. */
export function outsideBounds(day: LocalDate | null, { earliest = null, latest = null }: DayBounds): Problem | null {
  if (day === null) return null
  const told = (bound: LocalDate) => ({ day: formatLocalDate(day), bound: formatLocalDate(bound) })
  if (earliest !== null && day < earliest) return { code: 'date.too-early', params: told(earliest) }
  return latest !== null && day > latest ? { code: 'date.too-late', params: told(latest) } : null
}
