/** Reads internal audits: the auditors' drafts, and what was reported to everybody who follows the commune. */
import { feedId } from '#domain/change/feed.ts'
import type { OnSiteView } from '#data/contract/audit-on-site-contract.ts'
import type { AuditReportView, AuditView } from '#data/contract/internal-audit-contract.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { type Locate, readLocations, worstLocation } from '#data/location.ts'
import type { EntityRow } from '#data/rows.ts'
import { byNumber } from './audit-list.ts'
import { auditFeed, itemPrefix, unitOfAudit } from './audit-names.ts'
import { attendanceOf, clausesOf, meetingOf, ownItemOf, sampleOf, sharesOf, wordsOf } from './audit-on-site-views.ts'
import { responsesByFinding } from './audit-responses.ts'
import { auditItem, findingView, itemView, reportView } from './audit-views.ts'
import { nullable, rowOf, rowsOfKind, rowsOfParent, rowsOfParents } from './entity-query.ts'
import { evidenceBySubject } from './evidence-view.ts'
import { writtenBy } from './written-by.ts'

const reading = <T>(db: LocalDatabase, read: () => Promise<T>): Promise<T> =>
  readIn(db, [db.ent, db.meta, db.attention], read)

export const readAudit = (db: LocalDatabase, id: string, me: StoredIdentity): Promise<AuditView | null> =>
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
    const ofFindings = await childrenOf(db, feed, findings)
    const people = await childrenOf(
      db,
      feed,
      children.filter(({ kind }) => kind === 'meeting'),
    )
    const parts = {
      evidence: evidenceBySubject([...itemEvidence, ...ofFindings], locate),
      // What others answered after the audit was concluded stands in the feed shared upward.
      responses: responsesByFinding([...ofFindings, ...(await sharedAnswers(db, unit, findings))], locate, me),
    }
    const items = children
      .filter(({ kind }) => kind === 'audit-item')
      .map((row) => itemView(row, id, parts.evidence, locate))
    const head = auditItem({ id, draft, progress }, locate)
    const all = [...children, ...itemEvidence, ...ofFindings, ...people]
    return {
      ...head,
      ...onSiteView(draft, children, people, locate, me),
      location: worstLocation([head.location, ...all.map(locate)]),
      items: Object.fromEntries(items.map((item) => [item.itemId, item])),
      findingViews: findings.map((row) => findingView(row, parts, locate)).sort(byNumber),
    }
  })

const named = (row: EntityRow) => ({ box: row.box, entity: row.e })

function onSiteView(
  draft: EntityRow,
  children: readonly EntityRow[],
  people: readonly EntityRow[],
  locate: Locate,
  me: StoredIdentity,
): OnSiteView {
  const ofKind = (kind: string) => children.filter((row) => row.kind === kind)
  const written = writtenBy(me, locate)
  const peopleOf = (meeting: string) =>
    people.filter((row) => row.p === meeting && row.kind === 'attendance').map((row) => attendanceOf(named(row)))
  return {
    plan: nullable<string>(draft, 'plan'),
    clauses: clausesOf(draft),
    ownItems: ofKind('checklist-item').map((row) => ownItemOf(draft.e, named(row))),
    shares: sharesOf(ofKind('audit-share')),
    samples: ofKind('audit-sample')
      .map((row) => ({ ...sampleOf(named(row)), ...written(row) }))
      .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1)),
    meetings: ofKind('meeting')
      .map((row) => ({ ...meetingOf(named(row)), feed: row.feed, people: peopleOf(row.e) }))
      .sort((a, b) => (`${a.on}${a.from}` < `${b.on}${b.from}` ? -1 : 1)),
    words: wordsOf(draft),
  }
}

const childrenOf = async (db: LocalDatabase, feed: string, subjects: readonly EntityRow[]): Promise<EntityRow[]> =>
  (await Promise.all(subjects.map(({ e }) => rowsOfParent(db, feed, e)))).flat()

async function sharedAnswers(db: LocalDatabase, unit: string, findings: readonly EntityRow[]): Promise<EntityRow[]> {
  const pub = feedId(unit, 'pub')
  const known = new Set((await childrenOf(db, auditFeed(unit), findings)).map(({ e }) => e))
  return (await childrenOf(db, pub, findings)).filter(({ kind, e }) => kind === 'finding-response' && !known.has(e))
}

export const listReports = (db: LocalDatabase, unitId: string): Promise<readonly AuditReportView[]> =>
  reading(db, async () => {
    const [rows, locate] = await Promise.all([rowsOfKind(db, feedId(unitId, 'pub'), 'audit-report'), readLocations(db)])
    return rows.map((row) => reportView(row, locate)).sort((a, b) => (a.content.closedAt < b.content.closedAt ? 1 : -1))
  })

export const reportOfAudit = (db: LocalDatabase, unitId: string, audit: string): Promise<AuditReportView | null> =>
  reading(db, async () => {
    const [rows, locate] = await Promise.all([rowsOfParent(db, feedId(unitId, 'pub'), audit), readLocations(db)])
    const row = rows.find(({ kind }) => kind === 'audit-report')
    return row ? reportView(row, locate) : null
  })
