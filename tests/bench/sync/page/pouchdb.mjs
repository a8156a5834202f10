// PouchDB with the adapter it takes by itself, replicated one way at a time, which costs it less than `sync` does.
// Answers come compressed by the server; request bodies are gzipped by the `fetch` it lets one give it.
import PouchDB from 'pouchdb'
import { gzip, lineOf } from './gzip.mjs'

const query = new URLSearchParams(location.search)
// Tried with 1000 and 5000: this was the quicker.
const batch_size = Number(query.get('batch') ?? 1000)
const WRITE_AT_ONCE = 1000

let local
const remote = new PouchDB(`${location.origin}/db/answers`, {
  skip_setup: true,
  async fetch(url, options) {
    if (typeof options.body !== 'string') return PouchDB.fetch(url, options)
    options.headers.set('content-encoding', 'gzip')
    return PouchDB.fetch(url, { ...options, body: await gzip(options.body) })
  },
})

const settings = { batch_size, batches_limit: 10 }

async function write(records) {
  const { rows } = await local.allDocs({ keys: records.map(({ id }) => id) })
  const docs = records.map(({ id, ...rest }, i) => {
    const rev = rows[i]?.value?.rev
    return { _id: id, ...(rev ? { _rev: rev } : {}), ...rest }
  })
  const results = await local.bulkDocs(docs)
  const failed = results.find((result) => result.error)
  if (failed) throw new Error(failed.message)
}

window.bench = {
  settings: [
    'adapter idb, durability as the browser has it (relaxed)',
    `batch_size ${batch_size}, batches_limit ${settings.batches_limit}, auto_compaction on`,
    'gzip both ways; server express-pouchdb, LevelDB with sync writes',
    'push and pull as one-way replications',
  ],
  async open() {
    local = new PouchDB('bench', { auto_compaction: true, adapter: 'idb' })
    await local.info()
  },
  async write(records) {
    for (let at = 0; at < records.length; at += WRITE_AT_ONCE) await write(records.slice(at, at + WRITE_AT_ONCE))
  },
  async sync(way) {
    const since = performance.now()
    if (way !== 'pull') await local.replicate.to(remote, settings)
    if (way !== 'push') await local.replicate.from(remote, settings)
    return performance.now() - since
  },
  async records() {
    const { rows } = await local.allDocs({ include_docs: true })
    return rows.map(({ doc }) => lineOf({ ...doc, id: doc._id }))
  },
}
