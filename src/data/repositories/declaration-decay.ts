/**
 * Signs of life of many communes, from small rows alone: progress of audits and rounds, heads of reviews, and the day of
 * the last record, which the commune's summary keeps. No report, photo or content is opened for it.
 */
import { feedId } from '#domain/change/feed.ts'
import { decayReasons, type LastSigns } from '#domain/declaration/decay.ts'
import { type LocalDate, localDateAt, VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import type { DecayView } from '#data/contract/declaration-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import type { EntityRow } from '#data/rows.ts'
import { field, nullable, rowsOfKindIn } from './entity-query.ts'
import { readPlans } from './plan-reader.ts'
import { type RepositoryParts, todayOf } from './repository-parts.ts'

const dayAt = (at: number | null): LocalDate | null => (at === null ? null : localDateAt(at, VIETNAM_OFFSET_MINUTES))

function lastByFeed(rows: readonly EntityRow[], dayOf: (row: EntityRow) => LocalDate | null): Map<string, LocalDate> {
  const last = new Map<string, LocalDate>()
  for (const row of rows) {
    const day = dayOf(row)
    if (day !== null && day > (last.get(row.feed) ?? '')) last.set(row.feed, day)
  }
  return last
}

/** The day a commune began: of the earliest plan it takes part in, or of what it declared before. */
function beginning(plans: readonly Plan[], unit: string, declared: readonly LocalDate[]): LocalDate | null {
  const starts = plans.filter(({ cohort }) => cohort.includes(unit)).map(({ start }) => start)
  return [...starts, ...declared].sort()[0] ?? null
}

export function readDecay({ db, clock }: RepositoryParts, units: readonly string[]): Promise<readonly DecayView[]> {
  const today = todayOf({ clock })
  const feeds = units.map((unit) => feedId(unit, 'pub'))
  return readIn(db, [db.ent, db.summary], async () => {
    const inFeeds = (kind: string) => rowsOfKindIn(db, feeds, kind)
    const plans = await readPlans(db)
    const audits = lastByFeed(await inFeeds('audit-progress'), (row) => dayAt(nullable(row, 'concludedAt')))
    const reviews = lastByFeed(await inFeeds('management-review'), (row) =>
      nullable<string>(row, 'minutes') === null ? null : field(row, 'on', '' as LocalDate),
    )
    const handedIn = [...(await inFeeds('assessment-progress')), ...(await inFeeds('filling-progress'))]
    const reports = lastByFeed(handedIn, (row) => dayAt(nullable(row, 'submittedAt')))
    const declarations = await inFeeds('declaration')
    const summaries = await db.summary.bulkGet([...units])
    return units.map((unit, i): DecayView => {
      const pub = feedId(unit, 'pub')
      const facts = summaries[i]?.box
      const last: LastSigns = {
        audit: audits.get(pub) ?? null,
        review: reviews.get(pub) ?? null,
        record: dayAt(facts?.lastRecordAt ?? facts?.lastActivityAt ?? null),
        report: reports.get(pub) ?? null,
      }
      const declared = declarations.filter(({ feed }) => feed === pub).map((row) => field(row, 'on', '' as LocalDate))
      return { unit, reasons: decayReasons(last, beginning(plans, unit, declared), today) }
    })
  })
}
