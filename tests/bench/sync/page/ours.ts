// Our own client as the app puts it together: the person's Dexie store, the session and the sync engine with its network
// parts. Answers are written by the product's one way of writing (`commit`), so what is sent is what a commit makes.
import { openDeviceStore } from '#data/device-store.ts'
import { type Commit, createCommit } from '#data/commit.ts'
import { Connection } from '#data/connection.ts'
import type { DeviceStore } from '#data/contract/device-store-contract.ts'
import { databaseName, LocalDatabase } from '#data/local-database.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { openSealer } from '#data/sealing/sealer.ts'
import { feedId } from '#domain/change/feed.ts'
import type { Result } from '#domain/kernel/result.ts'
import { endpointEdge } from '#app/session/endpoint-edge.ts'
import { createNetworkParts } from '#app/session/network-parts.ts'
import { openStore } from '#app/session/open-session.ts'
import { signIn } from '#app/session/sign-in-service.ts'
import { keepCodeReader } from '#features/code-reader.ts'
import { lineOf } from './gzip.mjs'
import { type AnswerRecord, UNIT } from './payload.ts'

const feed = feedId(UNIT, 'self')

function must<T, E>(result: Result<T, E>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

interface Opened {
  readonly device: DeviceStore
  readonly store: OpenedPersonStore
  readonly storeId: string
  readonly database: LocalDatabase
  readonly commit: Commit
}

let opened: Opened | undefined
/** The day and hour at which the answer being written was given. */
let writtenAt = Date.now()

function current(): Opened {
  if (!opened) throw new Error('not open')
  return opened
}

const fieldsOf = ({ assessment, question, score, note }: AnswerRecord) => ({
  assessment,
  question,
  score,
  ...(note === undefined ? {} : { note }),
})

window.bench = {
  settings: [
    'the app’s own store and sync engine',
    'strict durability for what a person writes',
    'batches as the engine chooses them, gzip both ways',
    'endpoint: SQLite, WAL, synchronous=FULL',
  ],
  async open({ username, password }) {
    const device = must(await openDeviceStore())
    const { person, identity } = must(await signIn(device, endpointEdge, username, password))
    const store = must(await openStore(person.storeId, identity))
    // Code that comes when it is needed: an installed app has it on the device, so it does not count as sync.
    await Promise.all([
      store.fetchRest(),
      store.handOver(),
      import('#app/session/hand-over-parts.ts'),
      keepCodeReader(),
    ])
    const database = new LocalDatabase(databaseName(person.storeId), openSealer, {})
    const commit = createCommit({
      connection: new Connection(database),
      author: { replica: identity.replica, account: identity.account.id },
      clock: { now: () => writtenAt },
      committed: () => {},
    })
    opened = { device, store, storeId: person.storeId, database, commit }
  },
  async write(records) {
    for (const record of records) {
      writtenAt = record.at
      must(await current().commit([{ feed, kind: 'answer', entity: record.id, fields: fieldsOf(record) }]))
    }
  },
  async sync() {
    const { device, store, storeId } = current()
    const { engine, stopListening } = await createNetworkParts(device, storeId, store)
    const since = performance.now()
    engine.start()
    await engine.syncNow()
    const took = performance.now() - since
    await engine.stop()
    stopListening()
    const position = must(await store.sync.position())
    if (position.ack < position.lastN) throw new Error(`${position.lastN - position.ack} operations are still here`)
    return took
  },
  async records() {
    const rows = await current().database.ent.where('[feed+kind]').equals([feed, 'answer']).toArray()
    return rows.map(({ e, box }) => {
      const value = (name: string) => box[name]?.h[0]?.v
      return lineOf({
        id: e,
        assessment: value('assessment'),
        question: value('question'),
        score: value('score'),
        note: (value('note') ?? '') as string,
      })
    })
  },
}
