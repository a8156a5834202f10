/** What happens to a device, and what its person does with it. */
import { forbidden } from './cast.ts'
import type { Dice } from './dice.ts'
import { gestureOf, sealedOf, writeTo } from './gestures.ts'
import { hashOfContent } from '#support/sealed-fields.ts'
import { markOf } from './mark.ts'
import { makeRoom, photograph, removePhoto } from './photo-events.ts'
import { save } from './save.ts'
import type { Actor, SimWorld } from './sim-world.ts'

const YEAR_MS = 365.25 * 86_400_000
const HOUR_MS = 3_600_000
/** Beyond every time-out of a request. */
const LONGEST_REQUEST_MS = 300_000
const MOST_DEVICES = 8

export type DeviceEvent = (world: SimWorld, actor: Actor) => Promise<void> | void

const write: DeviceEvent = (world, actor) => {
  const { dice } = world
  const { person } = actor.device
  save(world, actor, gestureOf(dice, person))
}

const writeForbidden: DeviceEvent = (world, actor) => {
  world.count('forbiddenWrite')
  save(world, actor, [writeTo(world.dice, forbidden(world.dice.pick(['c1', 'c2'])))])
}

/** Signs a record, or writes into a signed one again. */
const seal: DeviceEvent = (world, actor) => {
  const { person, name } = actor.device
  if (person.role !== 'iso-secretary' && person.role !== 'chairman') return write(world, actor)
  const own = [...world.sealed.keys()].filter((id) => id.startsWith(`sub.${name}.`))
  const isAgain = own.length > 0 && world.dice.isBelow(0.4)
  const id = isAgain ? world.dice.pick(own) : `sub.${name}.${++world.signed}`
  const content = { answers: [], note: `${world.dice.whole(1, 1_000_000)}` }
  const sha = hashOfContent(content)
  if (isAgain) world.count('sealedRewritten')
  save(world, actor, [sealedOf(person.scope, id, content)], () => {
    if (!isAgain) world.sealed.set(id, { sha, by: person.account })
  })
}

type Forgery = 'forgedAuthor' | 'forgedFeed' | 'malformedOp' | 'backDatedStamp' | 'unknownKind'

const forgeries: Readonly<Record<Forgery, (dice: Dice, actor: Actor) => Parameters<Actor['device']['forge']>[0]>> = {
  forgedAuthor: (_dice, { device }) => ({
    ...firstRecord(device.person.writes[0]),
    u: 'chairman-1' === device.person.account ? 'secretary-1' : 'chairman-1',
    f: { note: ['forged'] },
  }),
  forgedFeed: (dice) => ({ s: `c${dice.whole(7, 9)}/self`, k: 'answer', e: 'forged.feed', f: { note: ['x'] } }),
  malformedOp: (_dice, { device }) => ({ ...firstRecord(device.person.writes[0]), f: { '1 not a name': ['x'] } }),
  backDatedStamp: (dice, { device }) => ({
    ...firstRecord(device.person.writes[0]),
    h: -(2 ** 49) + dice.whole(0, 1_000_000),
    f: { note: ['long ago'] },
  }),
  unknownKind: (_dice, { device }) => ({
    s: device.person.writes[0]?.feed ?? '',
    k: 'later-kind',
    e: `later.${device.name}`,
    f: { later: [1] },
  }),
}

const firstRecord = (writable: { feed: string; kind: string; entities: readonly string[] } | undefined) => ({
  s: writable?.feed ?? '',
  k: writable?.kind ?? '',
  e: `forged.${writable?.kind}`,
})

/** A manipulated client, or a newer version of this one. */
const forge: DeviceEvent = async (world, actor) => {
  const what = world.dice.pick(Object.keys(forgeries) as Forgery[])
  const { device } = actor
  world.count(what)
  const made = world.start(actor, () => device.forge(forgeries[what](world.dice, actor)))
  const op = await world.until(made)
  world.forged.add(markOf(op))
  world.ledger.push({ on: device.name, mark: markOf(op), feed: op.s })
  void device.life.engine.syncNow()
}

const button: DeviceEvent = (world, actor) => {
  const tab = world.dice.pick(actor.device.tabs)
  world.start(actor, () => tab.engine.syncNow()).catch((error: unknown) => world.defects.push(error))
}

/** Until an answer has come, and a little into what the device does with it. */
async function untilApplying(world: SimWorld, { device }: Actor): Promise<boolean> {
  const answers = (): number => world.network.answers.get(device.name) ?? 0
  const before = answers()
  for (let i = 0; i < 200 && answers() === before; i++) if (!(await world.turn())) return false
  await world.turns(world.dice.whole(0, 60))
  return answers() > before && device.runs > 0
}

const kill: DeviceEvent = async (world, actor) => {
  const { device } = actor
  if (world.dice.isBelow(0.4)) void write(world, actor)
  if (world.dice.isBelow(0.7)) void button(world, actor)
  const isApplying = world.dice.isBelow(0.5) ? await untilApplying(world, actor) : false
  if (!isApplying) await world.turns(world.dice.whole(0, 60))
  const isHeld = world.network.waiting().some((held) => held.device === device.name)
  if (actor.writing > 0) world.count('killedWhileSaving')
  else if (isHeld) world.count('killedInRequest')
  else if (isApplying) world.count('killedWhileApplying')
  else world.count(device.runs > 0 ? 'killedWhileSyncing' : 'killedIdle')
  world.kill(actor)
  if (world.dice.isBelow(0.2)) {
    world.count('killedWhileOpening')
    void world.start(actor, () => device.open())
    await world.turns(world.dice.whole(1, 30))
    world.kill(actor)
  }
  await world.open(actor)
}

const failingDisk: DeviceEvent = async (world, actor) => {
  const isFull = world.dice.isBelow(0.5)
  const { device } = actor
  device.disk.fail(device.database, isFull ? 'QuotaExceededError' : 'UnknownError', isFull ? world.dice.whole(1, 6) : 1)
  void write(world, actor)
  if (world.dice.isBelow(0.5)) void button(world, actor)
  await world.turns(world.dice.whole(20, 120))
  if (actor.device.disk.failures > 0) world.count(isFull ? 'quotaExceeded' : 'connectionLost')
  device.disk.recover()
}

/** Everything on the disk is gone; what the endpoint had not got is lost, and nobody can help that. */
const evict: DeviceEvent = async (world, actor) => {
  const { device } = actor
  if (actor.shares || device.tabs.length > 1) return
  world.count('evicted')
  world.kill(actor)
  device.evict(await world.endpoint.enrol(device.person.account, world.endpoint.store, device.key.publicKey))
  delete actor.copy
  await world.checkDisk(actor)
  await world.open(actor)
}

const osBackup: DeviceEvent = async (world, actor) => {
  const { device, copy } = actor
  if (actor.shares || device.tabs.length > 1) return
  world.kill(actor)
  if (!copy || world.dice.isBelow(0.3)) {
    actor.copy = device.disk.copy(device.database)
    return world.open(actor)
  }
  world.count('restoredFromOsBackup')
  delete actor.copy
  await world.until(world.start(actor, () => device.putBack(copy)))
  await world.checkDisk(actor)
  await world.open(actor)
}

/** A copy of the profile goes to another machine, and both go on. */
const clone: DeviceEvent = async (world, actor) => {
  const { device } = actor
  if (actor.shares || device.tabs.length > 1 || device.isUpgraded || world.actors.length > MOST_DEVICES) return
  world.count('clonedProfile')
  world.kill(actor)
  await world.clone(actor, device.disk.copy(device.database))
  await world.open(actor)
}

/** What the tab is sending may hang until its time is over. */
async function closeTab(world: SimWorld, actor: Actor): Promise<void> {
  const closing = world.start(actor, () => actor.device.closeTab())
  await world.until(closing).catch(() => world.advance(LONGEST_REQUEST_MS))
  await world.until(closing)
}

const secondTab: DeviceEvent = async (world, actor) => {
  const { device } = actor
  if (device.tabs.length > 1) return closeTab(world, actor)
  world.count('secondTab')
  await world.until(world.start(actor, () => device.open()))
  void write(world, actor)
  void write(world, actor)
  void button(world, actor)
}

const switchUser: DeviceEvent = async (world, actor) => {
  if (!actor.shares) return write(world, actor)
  world.count('userSwitched')
  world.kill(actor)
  await world.open(actor.shares)
}

const clock: DeviceEvent = (world, actor) => {
  const what = world.dice.pick(['clockAhead', 'clockBehind', 'clockStepsBack', 'right'] as const)
  const { device } = actor
  if (what === 'right') device.clockError = 0
  else world.count(what)
  if (what === 'clockAhead') device.clockError = 10 * YEAR_MS
  if (what === 'clockBehind') device.clockError = -10 * YEAR_MS
  if (what === 'clockStepsBack') device.clockError -= world.dice.whole(1, 48) * HOUR_MS
}

const upgrade: DeviceEvent = async (world, actor) => {
  const { device } = actor
  if (device.tabs.length > 1) return
  void write(world, actor)
  await world.turns(world.dice.whole(0, 30))
  const isOutbox = device.counters().n > device.syncMeta().ack
  world.kill(actor)
  if (device.isUpgraded) {
    world.count('downgraded')
    const isRefused = await world.until(world.start(actor, () => device.isRefusedToOldApp()))
    if (!isRefused) throw new Error(`I1: an old app opened the newer database of ${device.name}`)
  } else if (isOutbox) {
    world.count('upgradedWithOutbox')
    device.isUpgraded = true
  }
  await world.open(actor)
}

const online: DeviceEvent = (world, actor) => {
  const { environment } = actor.device.life
  environment.online = !environment.online
  if (!environment.online) world.count('wentOffline')
  else world.lanes.push(actor.lane, () => environment.wake())
}

export const deviceEvents = {
  write,
  writeForbidden,
  photograph,
  removePhoto,
  makeRoom,
  seal,
  forge,
  button,
  kill,
  failingDisk,
  evict,
  osBackup,
  clone,
  secondTab,
  switchUser,
  clock,
  upgrade,
  online,
} as const satisfies Record<string, DeviceEvent>
