/** Where the parts of an internal audit stand. */
import { feedId, parseFeed } from '#domain/change/feed.ts'
import type { LocalDatabase } from '#data/local-database.ts'

export const itemId = (audit: string, item: string): string => `chk.${audit}.${item}`

/** What every checklist item's id of an audit begins with. */
export const itemPrefix = (audit: string): string => `chk.${audit}.`

export const auditFeed = (unit: string): string => feedId(unit, 'audit')

/** An audit's id does not say whose it is: the few audits of this store are asked. Undefined where it is not here. */
export async function unitOfAudit(db: LocalDatabase, id: string): Promise<string | undefined> {
  const keys = await db.ent.where('kind').equals('audit').primaryKeys()
  const feed = keys.find(([, entity]) => entity === id)?.[0]
  return feed === undefined ? undefined : parseFeed(feed)?.scope
}
