import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Connection } from '#server/store/sqlite/connection.ts'
import { ingest } from '#server/store/sqlite/ingest-transaction.ts'
import { accountsWith } from '#support/endpoint/place-fixture.ts'
import { migrate } from '#server/store/sqlite/sqlite-store.ts'
import { recordTrail, rootTrail } from '#server/store/sqlite/trail-writing.ts'
import { verifyTrail } from '#server/trail/verify-trail.ts'
import { NOW } from '#support/endpoint/edges.ts'
import { sqliteDriver } from '#support/endpoint/sqlite-drivers.ts'

const driver = await sqliteDriver()
const FEEDS = ['ls25-06001/self', 'ls25-06001/pub']
const OPS = 12

/** Three pushes over two feeds, some events, and a root. */
function filled(): Connection {
  const db = new Connection(driver.open(':memory:'))
  migrate(db)
  const [account] = accountsWith(null)
  db.run(
    'INSERT INTO account (id, username, display_name, is_illustrative) VALUES (?, ?, ?, 1)',
    account?.id ?? '',
    'a',
    'a',
  )
  db.run(
    `INSERT INTO device (id, account, label, pubkey, created_ms, password_ms, last_seen_ms) VALUES ('d1', ?, '', '', 0, 0, 0)`,
    account?.id ?? '',
  )
  for (let first = 1; first <= OPS; first += 4) {
    const ops = [0, 1, 2, 3].map((i) => ({
      d: 'd1',
      n: first + i,
      h: first + i,
      s: FEEDS[i % 2] ?? '',
      k: 'answer',
      e: `e${first + i}`,
      u: account?.id ?? '',
      sv: 1,
      f: { note: [`chữ ${first + i}`] as const },
    }))
    db.transaction(() => ingest(db, { device: 'd1', ops, nowMs: NOW + first, judge: () => null }))
    const event = { chain: 'office', type: 'sign-in', atMs: NOW + first, account: 'a', detail: { way: 'x' } } as const
    db.transaction(() => recordTrail(db, [event, { ...event, chain: FEEDS[0] ?? '', type: 'handed-out' }]))
  }
  db.transaction(() => rootTrail(db, 'inc', NOW + 99))
  return db
}

const check = (db: Connection) => verifyTrail(async (sql, ...values) => db.all(sql, ...values))

interface Place {
  readonly table: string
  readonly columns: readonly string[]
}

const CHANGED: readonly Place[] = [
  { table: 'op', columns: ['dev', 'n', 'hlc', 'recv_ms', 'author', 'kind', 'entity', 'sv', 'hash', 'body'] },
  {
    table: 'trail',
    columns: [
      'at_ms',
      'type',
      'account',
      'subject',
      'device',
      'place',
      'first_seq',
      'last_seq',
      'commitment',
      'prev',
      'hash',
      'salt',
    ],
  },
  { table: 'trail_root', columns: ['at_ms', 'inc', 'prev', 'heads', 'hash'] },
]

/** What somebody with the database in hand might do to one row, as SQL on the row at an offset. */
const tamperings = fc.oneof(
  fc.constantFrom(...CHANGED).chain(({ table, columns }) =>
    fc
      .record({ table: fc.constant(table), at: fc.nat(40), column: fc.constantFrom(...columns) })
      .map(
        ({ at, column }) =>
          (count: number) =>
            `UPDATE ${table} SET ${column} = CASE typeof(${column}) WHEN 'integer' THEN ${column} + 100 ELSE ifnull(${column}, '') || 'x' END
           WHERE rowid_ = ${at % Math.max(count, 1)}`,
      )
      .map((sql) => ({ table, sql })),
  ),
  fc.record({ table: fc.constantFrom('op', 'trail', 'trail_root'), at: fc.nat(40) }).map(({ table, at }) => ({
    table,
    sql: (count: number) => `DELETE FROM ${table} WHERE rowid_ = ${at % Math.max(count, 1)}`,
  })),
)

/** Rows have no common number: the place in the order of the key stands for one. */
const KEYS: Readonly<Record<string, string>> = { op: 'feed, seq', trail: 'chain, num', trail_root: 'num' }

function apply(db: Connection, table: string, sql: (count: number) => string): void {
  const key = KEYS[table] ?? ''
  const count = Number(db.get(`SELECT count(*) AS rows FROM ${table}`)?.rows)
  const [, place = '0'] = /rowid_ = (\d+)/.exec(sql(count)) ?? []
  db.exec('PRAGMA foreign_keys = OFF')
  db.exec(
    sql(count).replace(
      /rowid_ = \d+/,
      `(${key}) = (SELECT ${key} FROM ${table} ORDER BY ${key} LIMIT 1 OFFSET ${place})`,
    ),
  )
}

describe('the trail under somebody’s hands', () => {
  it('TRL-10: whatever one row of operations, links or roots is changed to, or whichever is taken away, it is found', async () => {
    await fc.assert(
      fc.asyncProperty(tamperings, async ({ table, sql }) => {
        const db = filled()
        expect((await check(db)).broken).toEqual([])
        apply(db, table, sql)
        const { broken } = await check(db)
        db.close()
        // The only root, taken away whole, is what the roots kept elsewhere are for.
        if (table === 'trail_root' && sql(1).startsWith('DELETE')) return
        expect(broken.length).toBeGreaterThan(0)
      }),
      { numRuns: 120 },
    )
  })

  it('TRL-10: operations exchanged between any two places are found', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), async (a, b) => {
        fc.pre(a !== b)
        const db = filled()
        const swap = (from: number, to: number) =>
          `UPDATE op SET seq = ${to} WHERE feed = '${FEEDS[0]}' AND seq = ${from};`
        db.exec(`${swap(a, 99)}${swap(b, a)}${swap(99, b)}`)
        const { broken } = await check(db)
        db.close()
        expect(broken).toMatchObject([{ chain: FEEDS[0], reason: 'operations-changed' }])
      }),
      { numRuns: 20 },
    )
  })

  it('TRL-15: what was stored before there was a trail is taken over, verifies, and is mentioned', async () => {
    const db = filled()
    db.exec(`DELETE FROM trail; DELETE FROM trail_root; DELETE FROM trail_rooted; UPDATE feed SET links = 0, head = ''`)
    const { foundTrail } = await import('#server/store/sqlite/trail-writing.ts')
    foundTrail(db, NOW + 100)
    const report = await check(db)
    db.close()
    expect(report).toMatchObject({ broken: [], ops: OPS })
    expect(report.notices.map(({ type }) => type)).toEqual(['founded', 'founded'])
  })
})
