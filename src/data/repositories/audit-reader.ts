/** Reads internal audits: the auditor's drafts, and what was reported to everybody who follows the commune. */
import { feedId } from '#domain/change/feed.ts'
import type { AuditReportView, AuditView } from '#data/contract/internal-audit-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { readLocations, worstLocation } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { byNumber } from './audit-list.ts'
import { auditFeed, itemPrefix, unitOfAudit } from './audit-names.ts'
import { auditItem, findingView, itemView, reportView } from './audit-views.ts'
import { rowOf, rowsOfKind, rowsOfParent, rowsOfParents } from './entity-query.ts'
import { evidenceBySubject } from './evidence-view.ts'

const reading = <T>(db: LocalDatabase, read: () => Promise<T>): Promise<T> =>
  readIn(db, [db.ent, db.meta, db.attention], read)

export const readAudit = (db: LocalDatabase, id: string): Promise<AuditView | null> =>
  reading(db, async () => {
    const unit = await unitOfAudit(db, id)
    if (unit === undefined) return null
    const feed = auditFeed(unit)
    const [draft, progress, children, itemEvidence, locate] = await Promise.all([
      rowOf(db, feed, id),
      rowOf(db, feedId(unit, 'pub'), id),
      rowsOfParent(db, feed, id),
      rowsOfParents(db, feed, itemPrefix(id)),
      readLocations(db),
    ])
    if (!draft) return null
    const findings = children.filter(({ kind }) => kind === 'finding')
    const findingEvidence = await evidenceOf(db, feed, findings)
    const evidence = evidenceBySubject([...itemEvidence, ...findingEvidence], locate)
    const items = children.filter(({ kind }) => kind === 'audit-item').map((row) => itemView(row, id, evidence, locate))
    const head = auditItem({ id, draft, progress }, locate)
    const parts = [...children, ...itemEvidence, ...findingEvidence]
    return {
      ...head,
      location: worstLocation([head.location, ...parts.map(locate)]),
      items: Object.fromEntries(items.map((item) => [item.itemId, item])),
      findingViews: findings.map((row) => findingView(row, evidence, locate)).sort(byNumber),
    }
  })

const evidenceOf = async (db: LocalDatabase, feed: string, subjects: readonly EntityRow[]): Promise<EntityRow[]> =>
  (await Promise.all(subjects.map(({ e }) => rowsOfParent(db, feed, e)))).flat()

export const listReports = (db: LocalDatabase, unitId: string): Promise<readonly AuditReportView[]> =>
  reading(db, async () => {
    const [rows, locate] = await Promise.all([rowsOfKind(db, feedId(unitId, 'pub'), 'audit-report'), readLocations(db)])
    return rows.map((row) => reportView(row, locate)).sort((a, b) => (a.content.closedAt < b.content.closedAt ? 1 : -1))
  })
