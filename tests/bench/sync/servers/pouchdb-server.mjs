// A CouchDB-compatible server as PouchDB's people make it: express-pouchdb on Express 4 with what replication needs,
// answers compressed, LevelDB beneath. LevelDB does not wait for the disk by itself; here each write does, because
// ours and RxDB's server do.
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import path from 'node:path'
import process from 'node:process'
import { listen, sendPage } from './http-side.mjs'

const [pageFolder, dataFolder] = [process.env.BENCH_PAGE ?? '', process.env.BENCH_DATA ?? '']
const peers = createRequire(path.join(process.env.BENCH_PEERS ?? '', 'package.json'))
const [express, createPouchApp, PouchDB, LevelDown] = [
  peers('express'),
  peers('express-pouchdb'),
  peers('pouchdb'),
  peers('leveldown'),
]

class DurableLevel extends LevelDown {
  _put(key, value, options, done) {
    super._put(key, value, { ...options, sync: true }, done)
  }

  _batch(operations, options, done) {
    super._batch(operations, { ...options, sync: true }, done)
  }
}
const level = (place) => new DurableLevel(place)
level.destroy = LevelDown.destroy

const Database = PouchDB.defaults({ prefix: `${dataFolder}${path.sep}`, db: level })
const app = express()
app.use((request, response, next) => {
  if (request.method !== 'GET' || !sendPage(pageFolder, request, response)) next()
})
app.use('/db', createPouchApp(Database, { mode: 'minimumForPouchDB', inMemoryConfig: true }))
await new Database('answers').info()
listen(createServer(app))
