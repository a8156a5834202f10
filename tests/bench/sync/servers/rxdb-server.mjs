// The other end of RxDB's HTTP replication, as its documentation describes it: `push` compares what the client believes
// the server has, `pull` answers what changed after a checkpoint. SQLite with a write-ahead log and synchronous=FULL,
// one transaction per push: the same engine, driver and durability as ours.
import { createServer } from 'node:http'
import path from 'node:path'
import process from 'node:process'
import { DatabaseSync } from '@photostructure/sqlite'
import { listen, readJson, sendJson, sendPage } from './http-side.mjs'

const [pageFolder, dataFolder] = [process.env.BENCH_PAGE ?? '', process.env.BENCH_DATA ?? '']
const database = new DatabaseSync(path.join(dataFolder, 'rxdb.sqlite'))
database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;')
database.exec('CREATE TABLE IF NOT EXISTS doc (id TEXT PRIMARY KEY, at INTEGER, body TEXT, seq INTEGER)')
database.exec('CREATE UNIQUE INDEX IF NOT EXISTS doc_seq ON doc (seq)')
const known = database.prepare('SELECT at, body FROM doc WHERE id = ?')
const store = database.prepare(
  'INSERT INTO doc (id, at, body, seq) VALUES (?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET at = excluded.at, body = excluded.body, seq = excluded.seq',
)
const after = database.prepare('SELECT body, seq FROM doc WHERE seq > ? ORDER BY seq LIMIT ?')
let last = database.prepare('SELECT coalesce(max(seq), 0) AS seq FROM doc').get().seq

/** What is on the server in place of what the client believed, for the rows that could not be taken. */
function push(rows) {
  const conflicts = []
  database.exec('BEGIN IMMEDIATE')
  for (const { newDocumentState: doc, assumedMasterState: assumed } of rows) {
    const row = known.get(doc.id)
    if (row && row.at !== assumed?.at) conflicts.push(JSON.parse(row.body))
    else store.run(doc.id, doc.at, JSON.stringify(doc), ++last)
  }
  database.exec('COMMIT')
  return conflicts
}

function pull(query) {
  const [seq, limit] = [Number(query.get('seq')), Number(query.get('limit'))]
  const rows = after.all(seq, limit)
  return { documents: rows.map(({ body }) => JSON.parse(body)), checkpoint: { seq: rows.at(-1)?.seq ?? seq } }
}

async function answer(request, response) {
  const { pathname, searchParams } = new URL(request.url, 'http://bench')
  if (pathname === '/push') return sendJson(response, push(await readJson(request)))
  if (pathname === '/pull') return sendJson(response, pull(searchParams))
  if (!sendPage(pageFolder, request, response)) response.writeHead(404).end()
}

listen(createServer((request, response) => void answer(request, response).catch(() => response.destroy())))
