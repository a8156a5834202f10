/**
 * Amendments of sealed records. They are found by their kind, not by a parent column: a device that knew nothing of
 * them may have stored some before it was updated.
 */
import { checkAmendment, isAmendable } from '#domain/change/amendment.ts'
import { lastChange } from '#domain/change/entity-state.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import { err, ok } from '#domain/kernel/result.ts'
import type { AmendmentRepository, AmendmentView, NewAmendment } from '#data/contract/amendment-contract.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import { readIn } from '#data/in-transaction.ts'
import { readLocations } from '#data/location.ts'
import { field, rowOf, rowsOfKind } from './entity-query.ts'
import { newId, type RepositoryParts, todayOf } from './repository-parts.ts'

export const createAmendmentRepository = (parts: RepositoryParts): AmendmentRepository => ({
  listOf: (feed, entity) => listOf(parts, feed, entity),
  add: (amendment) => addAmendment(parts, amendment),
})

/** One that names another kind than its record has was not judged by the right to that record (ACC-12). Rule DAT-29. */
function listOf({ db, identity }: RepositoryParts, feed: string, entity: string): Promise<readonly AmendmentView[]> {
  const { account, people = [] } = identity()
  const names = new Map([...people, account].map(({ id, displayName }) => [id, displayName]))
  return readIn(db, [db.ent, db.meta, db.attention], async () => {
    const [record, rows, locate] = await Promise.all([
      rowOf(db, feed, entity),
      rowsOfKind(db, feed, 'amendment'),
      readLocations(db),
    ])
    if (!record || !isAmendable(record.kind, record.box)) return []
    return rows
      .filter((row) => field(row, 'of', '') === entity && field(row, 'ofKind', '') === record.kind)
      .map((row): AmendmentView => {
        const { u = '', h = 0 } = lastChange(row.box) ?? {}
        const [reason, text, on] = ['reason', 'text', 'on'].map((name) => field(row, name, '')) as [
          string,
          string,
          string,
        ]
        return {
          id: row.e,
          reason,
          text,
          on,
          at: hlcToMs(h),
          by: u,
          byName: names.get(u) ?? null,
          location: locate(row),
        }
      })
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  })
}

async function addAmendment(parts: RepositoryParts, { feed, of, ofKind, ...texts }: NewAmendment): SaveResult {
  const checked = checkAmendment(texts)
  if (!checked.ok) return checked
  const fields = { of, ofKind, on: todayOf(parts), ...checked.value }
  const entity = newId(parts)
  return parts.commit(async (reader) => {
    const record = await reader.entity(feed, of)
    const isThere = record?.kind === ofKind && isAmendable(record.kind, record.regs)
    return isThere ? ok([{ feed, kind: 'amendment', entity, fields }]) : err({ code: 'amendment.not-possible' })
  })
}
