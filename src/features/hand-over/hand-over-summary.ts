// What this device could hand over and what it keeps for others, read when the screen opens and after every file.
import type { HandOverParts } from '#sync/hand-over/hand-over-parts.ts'
import { carriedSections } from '#sync/hand-over/carried-sections.ts'

export interface HandOverSummary {
  /** Sections of others that the endpoint has not taken, and from how many devices. */
  readonly carried: number
  readonly origins: number
  /** Of them, those that wait for an earlier part. */
  readonly waiting: number
  /** Receipts for other devices. */
  readonly receipts: number
  /** Wishes of others the endpoint has not answered, and its answers for others. */
  readonly asks: number
  readonly returns: number
  /** False before the first contact with an endpoint that gives passes. */
  readonly hasPass: boolean
}

export async function readSummary(parts: HandOverParts): Promise<HandOverSummary> {
  const [sections, receipts, extras, pass, at] = await Promise.all([
    carriedSections(parts),
    parts.store.receipts(),
    parts.store.extras(),
    parts.store.pass(),
    parts.sync.position(),
  ])
  const all = sections.ok ? sections.value.filter(({ form }) => form === 'envelope') : []
  return {
    carried: all.length,
    origins: new Set(all.map(({ origin }) => origin)).size,
    waiting: all.filter(({ code }) => code === 'hand-over.gap').length,
    receipts: receipts.length,
    asks: extras.filter(({ kind, inc }) => kind === 'ask' && (!at.ok || inc !== at.value.inc)).length,
    returns: extras.filter(({ kind }) => kind === 'return').length,
    hasPass: pass !== null,
  }
}
