/**
 * A feed is the unit of access and of transfer: everything one audience may see about one place.
 * Whoever is a member of a feed sees all of it; there is no filter per row, so a delta stays a range.
 */

/**
 * `self` commune's drafts · `audit` auditors' drafts · `pub` shared upward · `plan` a province's plans · `log` what people
 * of a place exported and looked at: written by them, read by no device, shown in the trail (TRL-18).
 */
export type Audience = 'self' | 'audit' | 'pub' | 'plan' | 'log'

const audiences: readonly string[] = ['self', 'audit', 'pub', 'plan', 'log'] satisfies Audience[]

export const feedId = (scope: string, audience: Audience): string => `${scope}/${audience}`

export interface FeedName {
  readonly scope: string
  readonly audience: Audience
}

/** Undefined where the text names no feed. */
export function parseFeed(id: string): FeedName | undefined {
  const slash = id.lastIndexOf('/')
  const audience = id.slice(slash + 1)
  return slash > 0 && audiences.includes(audience)
    ? { scope: id.slice(0, slash), audience: audience as Audience }
    : undefined
}
