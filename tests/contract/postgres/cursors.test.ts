/**
 * Why the numbers of a feed come from its locked row and not from a sequence of the database: a sequence hands out
 * numbers that become visible in another order, and a reader who follows by cursor steps over the late ones. Both are
 * tried on the same scene: eight writers over two endpoints, commits that take their time, a reader who never stops.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type FeedWriting, feedWriting, type Taken, type TakeNumbers } from '#server/store/postgres/feed-counters.ts'
import { EMPTY_CHAIN } from '#server/trail/sealed-link.ts'
import { openPostgresStore } from '#server/store/postgres/postgres-store.ts'
import type { Device, EndpointStore } from '#server/store/store-contract.ts'
import { repeatableRandom } from '#support/endpoint/edges.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'
import { emptyDatabase, sql } from '#support/postgres/databases.ts'
import { enrol, FEED, fill, opOf, push } from '../store/store-records.ts'

const WRITERS = 8
const PUSHES = 15
const random = repeatableRandom(11)

/** At commit, after the numbers were given: a moment for everybody, and a long one for the note that asks for it. */
const SLOW_COMMITS = `
  CREATE FUNCTION take_time() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_sleep(CASE WHEN NEW.entity = 'slow' THEN 0.5 ELSE random() * 0.004 END);
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER take_time AFTER INSERT ON op DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION take_time();
  CREATE SEQUENCE op_number AS bigint`

const SLEEPERS = `SELECT count(*)::int AS sleepers FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'`

/** The mutant: what a `bigserial` column would do. */
const bigserial: TakeNumbers = async (queries, countByFeed) => {
  const taken = new Map<string, Taken>()
  for (const [feed, count] of countByFeed) {
    await queries.run(`INSERT INTO feed (id, scope, audience) VALUES ($1, '', '') ON CONFLICT (id) DO NOTHING`, feed)
    const row = await queries.row(`SELECT max(nextval('op_number')) AS last FROM generate_series(1, $1::int)`, count)
    taken.set(feed, { last: Number(row?.last), head: EMPTY_CHAIN })
  }
  return taken
}

/** The trail's links would lock the feed as well. */
const withoutLocks: FeedWriting = { take: bigserial, link: async () => undefined }

async function openTwo(url: string, writing: FeedWriting): Promise<readonly [EndpointStore, EndpointStore]> {
  const open = async (): Promise<EndpointStore> => {
    const [folder, backupFolder] = [tempFolder(), tempFolder()]
    const store = await openPostgresStore({ connectionString: url, folder, backupFolder, random, writing })
    onTestFinished(() => store.close())
    return store
  }
  return [await open(), await open()]
}

async function until(url: string, query: string, column: string, least: number): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    const { rows } = await sql(url, query)
    if (Number((rows[0] as Record<string, unknown>)[column]) >= least) return
    await pause(10)
  }
  throw new Error(`never: ${query}`)
}

class Reader {
  readonly seen = new Set<string>()
  readonly #store: EndpointStore
  #cursor = 0
  #isDone = false

  constructor(store: EndpointStore) {
    this.#store = store
  }

  async #step(): Promise<void> {
    const { ops, to } = await this.#store.pull(FEED, this.#cursor, 'nobody', 100_000)
    for (const { d, n } of ops) this.seen.add(`${d}:${n}`)
    this.#cursor = to
  }

  async run(): Promise<void> {
    while (!this.#isDone) {
      await this.#step()
      await pause(1)
    }
    await this.#step()
  }

  finish(): void {
    this.#isDone = true
  }
}

async function writeMany(store: EndpointStore, device: Device): Promise<string[]> {
  const acknowledged: string[] = []
  for (let n = 1; n <= PUSHES; n++) {
    const outcome = await push(store, device, [opOf(device, n, { e: `${device.id}-${n}` })])
    if (outcome.type === 'stored' && outcome.ack === n) acknowledged.push(`${device.id}:${n}`)
  }
  return acknowledged
}

/** Acknowledged operations the reader never got. */
async function lostBy(writing: FeedWriting): Promise<{ written: number; lost: number }> {
  const url = await emptyDatabase()
  const stores = await openTwo(url, writing)
  await fill(stores[0])
  await sql(url, SLOW_COMMITS)
  const [slow, ...devices] = await Promise.all(Array.from({ length: WRITERS }, () => enrol(stores[0])))
  if (!slow) throw new Error('no device')
  const reader = new Reader(stores[1])
  const reading = reader.run()
  const first = push(stores[0], slow, [opOf(slow, 1, { e: 'slow' })])
  await until(url, SLEEPERS, 'sleepers', 1)
  const written = await Promise.all(devices.map((device, i) => writeMany(stores[i % 2 === 0 ? 0 : 1], device)))
  expect(await first).toMatchObject({ ack: 1 })
  reader.finish()
  await reading
  const acknowledged = [`${slow.id}:1`, ...written.flat()]
  return { written: acknowledged.length, lost: acknowledged.filter((dot) => !reader.seen.has(dot)).length }
}

describe('a reader who follows a feed while eight write', () => {
  it('END-42, END-4: misses nothing, because a number is given together with the lock on its feed', async () => {
    expect(await lostBy(feedWriting)).toEqual({ written: (WRITERS - 1) * PUSHES + 1, lost: 0 })
  })

  it('END-42: would miss operations if a sequence of the database gave the numbers', async () => {
    const { written, lost } = await lostBy(withoutLocks)
    expect(written).toBe((WRITERS - 1) * PUSHES + 1)
    expect(lost).toBeGreaterThan(0)
  })
})

describe('pushes at the same time', () => {
  it('END-42: over many feeds in any order wait for each other and never for ever', async () => {
    const [a, b] = await openTwo(await emptyDatabase(), feedWriting)
    await fill(a)
    const feeds = ['ls25-06050/pub', 'ls25-06001/self', 'ls25-06007/pub', 'ls25-06001/pub']
    const devices = await Promise.all(Array.from({ length: 6 }, () => enrol(a)))
    const turned = (i: number): string[] => [...feeds.slice(i % 4), ...feeds.slice(0, i % 4)]
    const pushAll = async (device: Device, i: number): Promise<void> => {
      for (let round = 0; round < 10; round++) {
        const ops = turned(i + round).map((s, k) => opOf(device, round * 4 + k + 1, { s }))
        await push(i % 2 === 0 ? a : b, device, ops)
      }
    }
    await Promise.all(devices.map(pushAll))
    expect((await a.positions(feeds)).map(({ seq }) => seq)).toEqual([60, 60, 60, 60])
  })

  it('END-1: the same push twice at the same time is stored once', async () => {
    const [a, b] = await openTwo(await emptyDatabase(), feedWriting)
    await fill(a)
    const device = await enrol(a)
    const ops = Array.from({ length: 20 }, (_, i) => opOf(device, i + 1))
    const outcomes = await Promise.all([a, b, a, b].map((store) => push(store, device, ops)))
    for (const outcome of outcomes) expect(outcome).toMatchObject({ type: 'stored', ack: 20 })
    expect((await b.facts()).ops).toBe(20)
  })

  it('END-42: two people who write the same field unseen leave both values and one open conflict', async () => {
    const [a, b] = await openTwo(await emptyDatabase(), feedWriting)
    await fill(a)
    const devices = await Promise.all(Array.from({ length: 8 }, () => enrol(a)))
    await Promise.all(
      devices.map((device, i) =>
        push(i % 2 ? a : b, device, [opOf(device, 1, { e: 'same', f: { note: [device.id] } })]),
      ),
    )
    const [entity] = (await a.snapshot(FEED, '', 99_999)).entities
    expect(entity?.regs.note?.h).toHaveLength(8)
    expect((await b.facts()).openConflicts).toBe(1)
  })
})
