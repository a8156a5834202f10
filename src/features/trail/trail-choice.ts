// What the reader of the trail chose, and the question it makes.
import type { TrailQuestion } from '#data/contract/trail-contract.ts'
import { type LocalDate, parseWrittenDate, VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'

export interface TrailChoice {
  readonly of: string
  readonly type: string
  readonly account: string
  /** As it was typed. */
  readonly day: string
}

const [MINUTE_MS, DAY_MS] = [60_000, 24 * 60 * 60_000]

/** Null where no day can be read out of it. */
export function dateFieldDay(text: string): LocalDate | null {
  const day = parseWrittenDate(text)
  return day.ok ? day.value : null
}

export function questionOf(choice: TrailChoice, query: Readonly<Record<string, string>>): TrailQuestion {
  const { of, type, account, day } = choice
  const date = day === '' ? null : dateFieldDay(day)
  const fromMs = date === null ? undefined : Date.parse(`${date}T00:00:00Z`) - VIETNAM_OFFSET_MINUTES * MINUTE_MS
  const { feed, entity } = query
  return {
    of,
    ...(of === 'record' && feed !== undefined && entity !== undefined && { feed, entity }),
    ...(type !== '' && { types: [type] }),
    ...(account !== '' && { account }),
    ...(fromMs !== undefined && { fromMs, untilMs: fromMs + DAY_MS }),
  }
}
