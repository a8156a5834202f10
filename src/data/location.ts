/**
 * Where each record is, from its row and three numbers: what the endpoint acknowledged, what it has in a backup and
 * what it refused. The row carries the highest own operation in it, so that no list has to search the outbox.
 */
import type { RecordLocation } from '#data/contract/record-location.ts'
import type { LocalDatabase } from './local-database.ts'
import { unconfirmedIn } from './unconfirmed.ts'
import { readSyncMeta, readUnconfirmed } from './meta.ts'
import type { EntityRow } from './rows.ts'

export type Locate = (row: EntityRow) => RecordLocation

/** Read it in the transaction that reads the rows. Rule DAT-4. */
export async function readLocations(db: LocalDatabase): Promise<Locate> {
  const [{ ack, safe }, refused, marks] = await Promise.all([
    readSyncMeta(db),
    db.attention.toArray(),
    readUnconfirmed(db),
  ])
  const isUnconfirmed = unconfirmedIn(marks)
  const keys = new Set(refused.map(({ feed, e }) => `${feed}\n${e}`))
  return (row) => {
    if (keys.has(`${row.feed}\n${row.e}`)) return 'needs-attention'
    if (row.o !== undefined && row.o > ack) return 'on-device'
    if (isUnconfirmed(row.feed, row.box)) return 'unconfirmed'
    return row.o !== undefined && row.o <= safe ? 'backed-up' : 'sent'
  }
}

const worstFirst: readonly RecordLocation[] = ['needs-attention', 'on-device', 'unconfirmed', 'sent', 'backed-up']

/** A record made of several rows is only as far as the one that is least far. */
export const worstLocation = (locations: readonly RecordLocation[]): RecordLocation =>
  worstFirst.find((one) => locations.includes(one)) ?? 'sent'
