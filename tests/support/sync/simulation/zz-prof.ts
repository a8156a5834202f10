import { calmGlobals } from './run-seeds.ts'
import { play } from './play.ts'
import { SimWorld } from './sim-world.ts'
import { SimDevice } from './sim-device.ts'
import { SimEndpoint } from './sim-endpoint.ts'
await calmGlobals()
if (process.env.STL) Error.stackTraceLimit = Number(process.env.STL)
await play(1)
const spent: Record<string, number> = {}
const calls: Record<string, number> = {}
const wall: Record<string, number> = {}
const clock = (proto: any, name: string) => { const o = proto[name]; proto[name] = async function (...g: any[]) { const a = process.cpuUsage(), w = performance.now(); try { return await o.apply(this, g) } finally { const b = process.cpuUsage(a); spent[name] = (spent[name] ?? 0) + (b.user + b.system) / 1000; calls[name] = (calls[name] ?? 0) + 1; wall[name] = (wall[name] ?? 0) + performance.now() - w } } }
if (process.env.CLK) { clock(SimWorld.prototype, 'standingStill'); clock(SimEndpoint.prototype, 'stop'); clock(SimEndpoint.prototype, 'backUp'); clock(SimEndpoint.prototype, 'restore'); clock(SimEndpoint, 'start'); clock(SimDevice.prototype, 'open'); clock(SimEndpoint.prototype, 'setInstances'); clock(SimEndpoint.prototype, 'restart') }
const t = process.cpuUsage()
const from = Number(process.argv[2]), to = Number(process.argv[3])
let turns = 0
for (let s = from; s <= to; s++) { try { turns += (await play(s)).turns } catch (e) { console.log(String(e).slice(0, 300)) } }
const u = process.cpuUsage(t)
console.log('cpu s/seed', (u.user + u.system) / 1e6 / (to - from + 1), 'user', u.user / 1e6, 'sys', u.system / 1e6, 'turns', turns)
for (const k in spent) console.log(k, calls[k], 'cpu ms', spent[k]!.toFixed(0), 'wall', wall[k]!.toFixed(0))
