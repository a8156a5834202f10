/**
 * Who of the team looks at which item. It only sorts the work: everybody of the team may answer every item, because on
 * site the one who stands before the shelf writes. Answers of two to one item meet like any other two answers.
 */

/** Auditor by item id; an item that is missing, or has null, is nobody's. */
export type Shares = Readonly<Record<string, string | null>>

/** Ids under which somebody is known here: their account, and their entries as an auditor. */
export type Identities = readonly string[]

export type ShareFilter = 'all' | 'mine' | 'nobody'

export const auditorOfItem = (shares: Shares, item: string): string | null => shares[item] ?? null

/** Items in the order given; `mine` holds nothing of nobody's. Rule AUD-12. */
export function itemsFor<I extends { readonly id: string }>(
  items: readonly I[],
  shares: Shares,
  filter: ShareFilter,
  me: Identities,
): readonly I[] {
  if (filter === 'all') return items
  return items.filter(({ id }) => {
    const auditor = auditorOfItem(shares, id)
    return filter === 'nobody' ? auditor === null : auditor !== null && me.includes(auditor)
  })
}

/** How many items each has, and how many of them are answered; nobody's under null. Rule AUD-12. */
export function shareCounts(
  items: readonly string[],
  shares: Shares,
  isAnswered: (item: string) => boolean,
): ReadonlyMap<string | null, { readonly total: number; readonly answered: number }> {
  const counts = new Map<string | null, { total: number; answered: number }>()
  for (const item of items) {
    const auditor = auditorOfItem(shares, item)
    const before = counts.get(auditor) ?? { total: 0, answered: 0 }
    counts.set(auditor, { total: before.total + 1, answered: before.answered + (isAnswered(item) ? 1 : 0) })
  }
  return counts
}

/** Splits the items among the team in pieces that hang together, the first ones one longer. Rule AUD-12. */
export function shareEvenly(items: readonly string[], auditors: readonly string[]): Shares {
  if (auditors.length === 0) return {}
  const size = Math.floor(items.length / auditors.length)
  const longer = items.length % auditors.length
  let at = 0
  const shares: Record<string, string> = {}
  for (const [i, auditor] of auditors.entries()) {
    const end = at + size + (i < longer ? 1 : 0)
    for (const item of items.slice(at, end)) shares[item] = auditor
    at = end
  }
  return shares
}
