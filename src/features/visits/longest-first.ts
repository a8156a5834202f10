// Never visited first ('' sorts before every date), then the longest ago.
import type { CommuneRow } from '#data/contract/commune-contract.ts'

export const longestFirst = (rows: readonly CommuneRow[]): readonly CommuneRow[] =>
  rows.toSorted((a, b) => {
    const [left, right] = [a, b].map(({ summary }) => summary?.lastVisitOn ?? '') as [string, string]
    return left < right ? -1 : left > right ? 1 : 0
  })
