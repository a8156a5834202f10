import { calmGlobals } from './run-seeds.ts'
import { play } from './play.ts'
import { SimWorld } from './sim-world.ts'
import { SimDisk } from './sim-disk.ts'
await calmGlobals()
const [seed, h] = [Number(process.argv[2]), Number(process.argv[3])]
const out: string[] = []
const seen = new Map<string, string>()
const look = (w: any) => {
  const ends = w.endpoint as any
  for (const a of w.actors) { const d = a.device
    const of = (l: any) => l.map((r: any) => r.box).filter((o: any) => o.h === h).map((o: any) => `${o.d}:${o.n} ctx=${JSON.stringify(Object.values(o.f).map((x: any) => x[1] ?? 0))}`).join()
    const s = `${d.replica} own[${of(d.own())}] foreign[${of(d.foreign())}] n=${d.counters().n} ack=${d.syncMeta().ack} safe=${d.syncMeta().safe} inc=${(d.syncMeta() as any).inc} prob=${d.syncMeta().problem?.code} allown=${d.own().map((r:any)=>r.n).join()} lastN=${ends.backedUp(d.replica)}`
    if (seen.get(d.name) !== s) { seen.set(d.name, s); if (!process.env.ONLY || process.env.ONLY.split(',').includes(d.name)) out.push(`   @${w.lanes.turns} ${d.name} ${s}`) } }
}
const tr = SimWorld.prototype.trace
SimWorld.prototype.trace = function (w) { out.push(`${(this.time.monotonicNow() / 3600000).toFixed(2)} ${this.lanes.turns} ${w}`); return tr.call(this, w) }
const turn = SimWorld.prototype.turn
SimWorld.prototype.turn = async function () { const r = await turn.call(this); look(this); return r }
let prevM = ''
try { await play(seed) } catch (e) { out.push(String(e).slice(0, 400)) }
console.log(out.join('\n'))
