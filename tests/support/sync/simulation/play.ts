/** Thirty days out of a seed, then peace: faults end, everybody sends and reads, and everything has to be there. */
import { FEEDS } from './cast.ts'
import { compactionEvents } from './compaction-events.ts'
import { deviceEvents } from './device-events.ts'
import { endpointEvents as plainEvents } from './endpoint-events.ts'
import type { Fault } from './faults.ts'
import { checkEndpoint, checkInvariants, checkNothingGone } from './invariants.ts'
import { sealedFile } from './sealed-files.ts'
import { type Actor, SimWorld } from './sim-world.ts'
import type { Mutant } from './store-mutants.ts'

const endpointEvents = { ...plainEvents, ...compactionEvents, sealedFile }

const DAYS = 30
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Rounds after which everybody must have sent and read everything (I7). */
const ROUNDS = 4
const EVERYTHING = 1_000_000_000

const deviceWeights: Readonly<Record<keyof typeof deviceEvents, number>> = {
  write: 60,
  writeForbidden: 2,
  photograph: 16,
  removePhoto: 1.5,
  makeRoom: 5,
  seal: 8,
  forge: 2,
  button: 12,
  kill: 10,
  failingDisk: 3,
  evict: 0.6,
  osBackup: 3,
  clone: 0.7,
  secondTab: 4,
  switchUser: 2,
  clock: 3,
  upgrade: 2.5,
  online: 3,
}
const endpointWeights: Readonly<Record<keyof typeof endpointEvents, number>> = {
  backup: 4,
  late: 5,
  restart: 3,
  restore: 1,
  diskFull: 1,
  photoQuota: 0.5,
  instances: 1.5,
  compact: 6,
  renewFeed: 1.5,
  expireSessions: 1.5,
  changeGrant: 2,
  changeRole: 0.7,
  mergeUnits: 0.4,
  revoke: 0.5,
  file: 4,
  sealedFile: 6,
}

async function happen(world: SimWorld): Promise<void> {
  const { dice } = world
  const running = world.running()
  if (running.length > 0 && dice.isBelow(0.8)) {
    const [what, actor] = [dice.weighted(deviceWeights), dice.pick(running)]
    world.trace(`${what} ${actor.device.replica}`)
    await deviceEvents[what](world, actor)
  } else {
    const what = dice.weighted(endpointWeights)
    world.trace(what)
    await endpointEvents[what](world)
  }
}

/** In the morning some open the app, in the evening all close it, whatever is under way. */
async function morning(world: SimWorld): Promise<void> {
  world.badness = world.dice.pick([0, 0.1, 0.5])
  for (const actor of world.actors)
    if (!actor.device.isRunning && !actor.shares?.device.isRunning && world.dice.isBelow(0.35)) await world.open(actor)
}

/** Whose replica the endpoint has forgotten signs in again. */
async function signInAgain(world: SimWorld, actor: Actor): Promise<void> {
  const { device } = actor
  const isKnown = (await world.endpoint.store.deviceById(device.replica)) !== null
  if (isKnown || device.syncMeta().problem?.code !== 'auth.session-expired') return
  world.count('signedInAnew')
  const replica = await world.endpoint.enrol(device.person.account, world.endpoint.store, device.key.publicKey)
  await world.until(world.start(actor, () => device.signIn(replica)))
}

/** What devices carry for others reaches the endpoint too, as their files would. */
async function handOver(world: SimWorld): Promise<void> {
  for (const { device } of world.actors)
    for (const replica of new Set(device.foreign().map(({ box }) => box.d))) {
      const carried = device
        .foreign()
        .map(({ box }) => box)
        .filter(({ d }) => d === replica)
      await world.endpoint.takeInFile(
        replica,
        carried.sort((a, b) => a.n - b.n),
      )
    }
}

async function evening(world: SimWorld): Promise<void> {
  for (const actor of world.running()) world.kill(actor)
  if (world.dice.isBelow(0.25)) await checkEndpoint(world)
}

async function day(world: SimWorld): Promise<void> {
  const { dice } = world
  if (!world.isBusy && dice.isBelow(0.4)) return world.advance(24 * HOUR_MS)
  await morning(world)
  for (let left = dice.whole(1, 4); left > 0; left--) {
    await happen(world)
    // Mostly the next thing happens before everybody has finished with the last one.
    if (dice.isBelow(0.5)) await world.turns(dice.whole(0, 60))
    else await world.advance(dice.pick([1_000, 5_000, 20_000, 70_000]))
    await checkNothingGone(world)
  }
  await evening(world)
  await world.advance(dice.whole(8, 16) * HOUR_MS)
}

/** How far everybody is: a round that leaves this as it was would change nothing if it were played again. */
async function progressOf({ actors, endpoint }: SimWorld): Promise<string> {
  const devices = actors.map(({ device }) => {
    const rows = (store: string) => device.disk.rows(device.database, store)
    const { ack, safe, problem } = device.syncMeta()
    return [device.replica, ack, safe, problem, device.cursors(), ...['blobq', 'attention', 'ent'].map(rows)]
  })
  const carried = actors.map(({ device }) => [device.own().length, device.foreign().length])
  const quarantine = (await endpoint.store.quarantine(EVERYTHING)).length
  return JSON.stringify([
    devices,
    carried,
    await endpoint.store.positions(FEEDS),
    quarantine,
    endpoint.photos.live.size,
  ])
}

/** Faults end. Whoever shares a browser profile gets the other one's turn too. */
async function peace(world: SimWorld): Promise<void> {
  world.badness = 0
  world.endpoint.photos.isQuotaFull = false
  world.trace('peace begins')
  while (world.network.lateCount > 0) {
    await endpointEvents.late(world)
    await world.rest()
  }
  let before = ''
  for (let round = 0; round < ROUNDS; round++) {
    for (const actor of world.actors) {
      if (actor.shares?.device.isRunning) world.kill(actor.shares)
      if (!actor.device.isRunning) await world.open(actor)
      actor.device.life.environment.online = true
      await world.until(world.start(actor, () => actor.device.life.engine.syncNow()))
      await signInAgain(world, actor)
    }
    await handOver(world)
    await world.rest()
    const progress = await progressOf(world)
    if (progress === before) break
    before = progress
  }
  world.trace('peace ends')
}

export interface Outcome {
  readonly story: readonly string[]
  readonly injected: Readonly<Record<Fault, number>>
  readonly turns: number
  readonly saved: number
  readonly devices: number
}

export async function play(seed: number, mutant?: Mutant): Promise<Outcome> {
  const world = await SimWorld.create(seed, mutant)
  try {
    for (let i = 0; i < DAYS; i++) await day(world)
    await peace(world)
    await checkInvariants(world)
    world.injected.tookAnotherReplica = world.endpoint.twins
    return {
      story: world.story,
      injected: world.injected,
      turns: world.lanes.turns,
      saved: world.ledger.length,
      devices: world.actors.length,
    }
  } catch (error) {
    throw new Error(`seed ${seed}: ${String(error)}\n${world.story.join('\n')}`, { cause: error })
  } finally {
    await world.stop()
  }
}
