// RxDB with its Dexie storage, replicated over HTTP as its documentation shows (`replicateRxCollection` with handlers
// that fetch). Bodies are gzipped both ways, no plugin slows it down (no dev mode, no validation, one tab), no index
// beside the primary key, and batches as large as did it good.
import { createRxDatabase } from 'rxdb/plugins/core'
import { replicateRxCollection } from 'rxdb/plugins/replication'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { gzip, lineOf } from './gzip.mjs'

const query = new URLSearchParams(location.search)
// Tried with 100, 500, 1000, 2500 and 5000: this was the quickest.
const batchSize = Number(query.get('batch') ?? 2500)
const WRITE_AT_ONCE = 1000

const schema = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: { type: 'string', maxLength: 80 },
    assessment: { type: 'string' },
    question: { type: 'string' },
    score: { type: 'number' },
    note: { type: 'string' },
    by: { type: 'string' },
    at: { type: 'number' },
  },
  required: ['id', 'assessment', 'question', 'score', 'by', 'at'],
}

let answers

async function push(rows) {
  const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
  const answer = await fetch('/push', { method: 'POST', headers, body: await gzip(JSON.stringify(rows)) })
  return answer.json()
}

async function pull(checkpoint, limit) {
  const answer = await fetch(`/pull?seq=${checkpoint?.seq ?? 0}&limit=${limit}`)
  return answer.json()
}

/** One run to the end, then the replication ends by itself. */
function replicate() {
  return replicateRxCollection({
    collection: answers,
    replicationIdentifier: 'answers',
    live: false,
    waitForLeadership: false,
    retryTime: 1000,
    push: { batchSize, handler: push },
    pull: { batchSize, handler: pull },
  })
}

window.bench = {
  settings: [
    'storage Dexie, relaxed durability (RxDB offers no other)',
    `push and pull batches of ${batchSize}`,
    'gzip both ways',
    'one tab, no dev mode, no validation, no extra index',
  ],
  async open() {
    const database = await createRxDatabase({
      name: 'bench',
      storage: getRxStorageDexie(),
      multiInstance: false,
      eventReduce: true,
    })
    ;({ answers } = await database.addCollections({ answers: { schema } }))
  },
  async write(records) {
    for (let at = 0; at < records.length; at += WRITE_AT_ONCE)
      await answers.bulkUpsert(records.slice(at, at + WRITE_AT_ONCE))
  },
  async sync() {
    const since = performance.now()
    const replication = replicate()
    const problems = []
    replication.error$.subscribe((error) => problems.push(String(error)))
    await replication.startPromise
    const took = performance.now() - since
    if (problems.length > 0) throw new Error(problems[0])
    return took
  },
  records: async () => (await answers.find().exec()).map((doc) => lineOf(doc.toJSON())),
}
