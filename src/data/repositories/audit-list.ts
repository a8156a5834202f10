/** Audits and published findings as lists. A module of its own because the first screen reads them, and no audit whole. */
import { feedId, parseFeed } from '#domain/change/feed.ts'
import type { AuditListItem, FindingView, PublishedFindingView } from '#data/contract/internal-audit-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { readLocations } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { auditFeed } from './audit-names.ts'
import { responsesByFinding } from './audit-responses.ts'
import { auditItem, findingView } from './audit-views.ts'
import { nullable, rowsOfKind, rowsOfKindIn, rowsOfParent } from './entity-query.ts'
import { evidenceBySubject } from './evidence-view.ts'

const reading = <T>(db: LocalDatabase, read: () => Promise<T>): Promise<T> =>
  readIn(db, [db.ent, db.meta, db.attention], read)

/** Newest day first; audits whose day cannot be read come last. */
export const listAudits = (db: LocalDatabase, unitId: string): Promise<readonly AuditListItem[]> =>
  reading(db, async () => {
    const [drafts, progress, locate] = await Promise.all([
      rowsOfKind(db, auditFeed(unitId), 'audit'),
      rowsOfKind(db, feedId(unitId, 'pub'), 'audit-progress'),
      readLocations(db),
    ])
    const byId = (rows: readonly EntityRow[]) => new Map(rows.map((row) => [row.e, row]))
    const [draftById, progressById] = [byId(drafts), byId(progress)]
    return [...new Set([...draftById.keys(), ...progressById.keys()])]
      .map((id) => auditItem({ id, draft: draftById.get(id), progress: progressById.get(id) }, locate))
      .sort((a, b) =>
        (a.on.date ?? '') < (b.on.date ?? '') ? 1 : (a.on.date ?? '') > (b.on.date ?? '') ? -1 : a.id < b.id ? 1 : -1,
      )
  })

export const byNumber = (a: FindingView, b: FindingView): number =>
  a.number < b.number ? -1 : a.number > b.number ? 1 : 0

export const listPublishedFindings = (
  db: LocalDatabase,
  unitIds: readonly string[],
): Promise<readonly PublishedFindingView[]> =>
  reading(db, async () => {
    const feeds = unitIds.map((unit) => feedId(unit, 'pub'))
    const [rows, requests, locate] = await Promise.all([
      rowsOfKindIn(db, feeds, 'finding'),
      rowsOfKindIn(db, feeds, 'corrective-action'),
      readLocations(db),
    ])
    const requested = new Set(requests.map((row) => nullable<string>(row, 'of')))
    const evidenceRows = await Promise.all(rows.map(({ feed, e }) => rowsOfParent(db, feed, e)))
    const children = evidenceRows.flat()
    const parts = { evidence: evidenceBySubject(children, locate), responses: responsesByFinding(children, locate) }
    return rows
      .map((row) => ({
        ...findingView(row, parts, locate),
        unitId: parseFeed(row.feed)?.scope ?? '',
        hasRequest: requested.has(row.e),
      }))
      .sort(byNumber)
  })
