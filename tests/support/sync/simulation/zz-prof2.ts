import { calmGlobals } from './run-seeds.ts'
import { play } from './play.ts'
import { SimWorld } from './sim-world.ts'
await calmGlobals()
const [seed, sha] = [Number(process.argv[2]), process.argv[3]!]
const out: string[] = []
const seen = new Map<string, string>()
const look = (w: any) => {
  const put = (k: string, s: string) => { if (seen.get(k) !== s) { seen.set(k, s); out.push(`   @${w.lanes.turns} ${k} ${s}`) } }
  for (const a of w.actors) { const d = a.device; const p = d.photos().get(sha)
    put(d.name, JSON.stringify(p ?? null) + ' queue ' + JSON.stringify(d.disk.rows(d.database, 'blobq').filter((r: any) => r.sha === sha).map((r: any) => ({ ...r, box: undefined })))) }
  const ph = w.endpoint.photos
  put('endpoint', `live ${ph.live.has(sha)} copy ${ph.copies.has(sha)} saved ${w.photos.saved.has(sha)} lost ${w.photos.lost.has(sha)} removed ${w.photos.removed.has(sha)}`)
}
const tr = SimWorld.prototype.trace
SimWorld.prototype.trace = function (w) { out.push(`${(this.time.monotonicNow() / 3600000).toFixed(2)} ${this.lanes.turns} ${w}`); look(this); return tr.call(this, w) }
const turn = SimWorld.prototype.turn
SimWorld.prototype.turn = async function () { const r = await turn.call(this); look(this); return r }
try { await play(seed) } catch (e) { out.push(String(e).slice(0, 300)) }
console.log(out.join('\n'))
