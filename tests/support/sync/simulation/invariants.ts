/** What has to be true of a world that has come to rest (the letters are those of the sync design). */
import type { EntityRow } from '#data/rows.ts'
import { readableFeeds } from '#domain/access/feed-access.ts'
import { applyOp, type Registers } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import { createPlaceDirectory } from '#server/identity/place-tree.ts'
import { todayAt } from '#server/identity/caller.ts'
import { START_MS } from '../engine-rig.ts'
import { grantOf, places } from './cast.ts'
import type { SimDevice } from './sim-device.ts'
import type { SimWorld } from './sim-world.ts'

const EVERYTHING = 1_000_000_000
const tree = createPlaceDirectory(places)

interface Log {
  readonly accepted: readonly Op[]
  readonly refused: readonly { readonly op: Op; readonly code: string }[]
  readonly seqByFeed: ReadonlyMap<string, number>
}

async function readLog({ endpoint, devices }: SimWorld): Promise<Log> {
  const feeds = ['c1/self', 'c1/audit', 'c1/pub', 'c2/self', 'c2/audit', 'c2/pub', 'p20/plan']
  const accepted: Op[] = []
  const seqByFeed = new Map<string, number>()
  for (const { id, seq } of await endpoint.store.positions(feeds)) {
    const { ops, to } = await endpoint.store.pull(id, 0, '', EVERYTHING)
    if (ops.length !== seq || to !== seq) throw new Error(`I6: ${id} has ${ops.length} operations at ${seq}`)
    seqByFeed.set(id, seq)
    accepted.push(...ops)
  }
  const quarantine = await Promise.all(devices.map(({ replica }) => endpoint.store.quarantineOf(replica)))
  return { accepted, refused: quarantine.flat(), seqByFeed }
}

const textOf = (regs: Registers): string => JSON.stringify(Object.entries(regs).sort(([a], [b]) => (a < b ? -1 : 1)))

/** I1, I4, I7: everything saved is at the endpoint, in the log or in quarantine, exactly once. */
async function checkNothingLost(world: SimWorld, log: Log): Promise<void> {
  const timesByDot = new Map<string, number>()
  for (const { d, n } of [...log.accepted, ...log.refused.map(({ op }) => op)]) {
    timesByDot.set(`${d}:${n}`, (timesByDot.get(`${d}:${n}`) ?? 0) + 1)
  }
  for (const device of world.devices) {
    await device.checkOwnRows()
    const { ack, lastN } = await device.position()
    if (ack !== lastN) throw new Error(`I7: ${device.replica} still has ${lastN - ack} to send`)
    for (let n = 1; n <= lastN; n++) {
      const times = timesByDot.get(`${device.replica}:${n}`) ?? 0
      if (times !== 1) throw new Error(`I1/I4: ${device.replica}:${n} is ${times} times at the endpoint`)
    }
  }
  for (const { replica, firstN, lastN } of world.ledger)
    for (let n = firstN; n <= lastN; n++)
      if (!timesByDot.has(`${replica}:${n}`)) throw new Error(`I1: ${replica}:${n} was saved and is gone`)
}

/** I8, I12: what was refused is refused for its content, and its author's device tells so. */
async function checkRefusals(world: SimWorld, log: Log): Promise<void> {
  const attention = new Map<string, readonly number[]>()
  for (const { replica, life } of world.devices)
    attention.set(replica, await life.db.attention.toCollection().primaryKeys())
  for (const { op, code } of log.refused) {
    const isRight = op.e.startsWith('forbidden.') || world.unsettled.has(op.u)
    if (!isRight) throw new Error(`I12: ${op.d}:${op.n} was refused as ${code}, stamp ${op.h}`)
    if (!attention.get(op.d)?.includes(op.n)) throw new Error(`I8: ${op.d}:${op.n} was refused and nobody is told`)
  }
}

function feedsOf(world: SimWorld, device: SimDevice): readonly string[] {
  const grants = world.isMember(device.person) ? [grantOf(device.person)] : []
  return readableFeeds(grants, tree, todayAt(START_MS + world.time.monotonicNow()))
}

/** The registers as the join of all accepted operations, whatever order they came in: I3 by the merge's own model. */
function joined(world: SimWorld, accepted: readonly Op[]): ReadonlyMap<string, Registers> {
  const states = new Map<string, Registers>()
  for (const op of world.dice.shuffled(accepted))
    states.set(`${op.s} ${op.e}`, applyOp(states.get(`${op.s} ${op.e}`) ?? {}, op))
  return states
}

const keyOf = ({ feed, e }: EntityRow): string => `${feed} ${e}`

async function checkDevice(
  world: SimWorld,
  device: SimDevice,
  log: Log,
  truth: ReadonlyMap<string, Registers>,
): Promise<void> {
  const readable = feedsOf(world, device)
  const rows = await device.life.db.ent.toArray()
  const stranger = rows.find(({ feed }) => !readable.includes(feed) && !isOwnAttempt(device, feed, log))
  if (stranger) throw new Error(`I5: ${device.replica} holds ${keyOf(stranger)} without being a member`)
  const { cur } = await device.position()
  const refused = new Set(log.refused.map(({ op }) => `${op.s} ${op.e}`))
  const held = new Map(rows.map((row) => [keyOf(row), row.box]))
  for (const feed of readable) {
    const seq = log.seqByFeed.get(feed)
    if (seq !== undefined && cur[feed] !== seq)
      throw new Error(`I6: ${device.replica} read ${feed} to ${cur[feed]} of ${seq}`)
    for (const [key, regs] of truth) {
      if (!key.startsWith(`${feed} `) || refused.has(key)) continue
      const mine = held.get(key)
      if (!mine || textOf(mine) !== textOf(regs))
        throw new Error(`I2: ${device.replica} ${key}\n${mine && textOf(mine)}\n${textOf(regs)}`)
    }
  }
}

/** A refused write of its own stays on the device, in a feed it was never a member of. */
const isOwnAttempt = ({ replica }: SimDevice, feed: string, log: Log): boolean =>
  log.refused.some(({ op }) => op.d === replica && op.s === feed)

export async function checkInvariants(world: SimWorld): Promise<void> {
  if (world.defects.length > 0) throw world.defects[0]
  const log = await readLog(world)
  await checkNothingLost(world, log)
  await checkRefusals(world, log)
  const truth = joined(world, log.accepted)
  for (const device of world.devices) await checkDevice(world, device, log, truth)
}
