/** The marks on what a file has brought and the endpoint has not (DAT-20): whether a record shows any, and when they go. */
import type { Registers } from '#domain/change/entity-state.ts'
import type { Dot } from '#domain/change/op.ts'
import type { FeedPage } from '#data/contract/sync-store-contract.ts'
import type { LocalDatabase } from './local-database.ts'
import { readUnconfirmed, type Unconfirmed, writeUnconfirmed } from './meta.ts'

export const dotText = ({ d, n }: Dot): string => `${n}:${d}`

export const headsOf = (regs: Registers): readonly Dot[] => Object.values(regs).flatMap(({ h }) => h)

/** In the transaction that stores a page of the endpoint: what it brought is marked no more. */
export async function confirmForeign(db: LocalDatabase, { feed, ops, snap }: FeedPage): Promise<void> {
  const marks = await readUnconfirmed(db)
  const { [feed]: known, ...others } = marks
  if (!known) return
  const brought = new Set([...(ops ?? []), ...(snap ?? []).flatMap(({ regs }) => headsOf(regs))].map(dotText))
  const left = known.filter((dot) => !brought.has(dot))
  if (left.length < known.length) await writeUnconfirmed(db, left.length > 0 ? { ...others, [feed]: left } : others)
}

export async function forgetForeignMarks(db: LocalDatabase, feed: string): Promise<void> {
  const { [feed]: known, ...others } = await readUnconfirmed(db)
  if (known) await writeUnconfirmed(db, others)
}

/** Whether a record shows anything that only a file has brought so far. */
export function unconfirmedIn(marks: Unconfirmed): (feed: string, regs: Registers) => boolean {
  const dots = new Map(Object.entries(marks).map(([feed, texts]) => [feed, new Set(texts)]))
  return (feed, regs) => {
    const marked = dots.get(feed)
    return marked !== undefined && headsOf(regs).some((head) => marked.has(dotText(head)))
  }
}
