/** What happens to the endpoint, to people's rights, and to files that go around it. */
import type { Grant } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Op } from '#domain/change/op.ts'
import { addDays } from '#domain/kernel/local-date.ts'
import { readableFeeds } from '#domain/access/feed-access.ts'
import { todayAt } from '#server/identity/caller.ts'
import { START_MS } from '../engine-rig.ts'
import { grantOf, people, type Person } from './cast.ts'
import { markOf } from './mark.ts'
import type { Actor, SimWorld } from './sim-world.ts'

export type WorldEvent = (world: SimWorld) => Promise<void> | void

export const todayIn = (world: SimWorld): LocalDate => todayAt(START_MS + world.time.monotonicNow())
const yesterdayIn = (world: SimWorld): LocalDate => addDays(todayIn(world), -1)

export const feedsIn = (world: SimWorld, account: string): readonly string[] =>
  readableFeeds(world.grants.get(account) ?? [], world.endpoint.directory, todayIn(world))

/** As they stand at the endpoint after somebody there has changed many at once. */
async function readGrants(world: SimWorld): Promise<void> {
  const all = await world.endpoint.store.grants()
  for (const { account } of people)
    world.grants.set(
      account,
      all.filter((grant) => grant.account === account),
    )
}

const backup: WorldEvent = (world) => world.endpoint.backUp()

const late: WorldEvent = (world) => {
  if (world.network.lateCount === 0) return
  world.count('lateArrival')
  world.network
    .deliverLate(world.dice.whole(0, world.network.lateCount - 1))
    .catch((error: unknown) => error instanceof TypeError || world.defects.push(error))
}

/** The process dies between any two of its waits: before its commit, or after it and before the answer. */
const restart: WorldEvent = async (world) => {
  await untilBusy(world)
  if (world.network.breakOff() > 0) world.count('endpointKilledInRequest')
  else world.count('endpointRestarted')
  await world.endpoint.restart()
}

async function untilBusy(world: SimWorld): Promise<void> {
  const [actor] = world.dice.shuffled(world.running())
  if (!actor || world.dice.isBelow(0.3)) return
  world.start(actor, () => actor.device.life.engine.syncNow()).catch((error: unknown) => world.defects.push(error))
  for (let i = 0; i < 200 && world.network.busyAtEndpoint === 0; i++) if (!(await world.turn())) return
  await world.turns(world.dice.whole(0, 20))
}

const restore: WorldEvent = async (world) => {
  world.count('endpointRestored')
  world.network.breakOff()
  await world.endpoint.restore()
  await readGrants(world)
  await world.loseUnreachable()
  world.photos.noteForgotten(world)
}

const diskFull: WorldEvent = async (world) => {
  world.count('endpointDiskFull')
  world.endpoint.setDiskFull(true)
  await world.turns(world.dice.whole(20, 300))
  world.endpoint.setDiskFull(false)
}

/** Until it happens again, or peace: photos wait, text goes on. */
const photoQuota: WorldEvent = (world) => {
  const { photos } = world.endpoint
  photos.isQuotaFull = !photos.isQuotaFull
  if (photos.isQuotaFull) world.count('photoQuotaFull')
}

const instances: WorldEvent = async (world) => {
  world.network.breakOff()
  const count = world.endpoint.instances === 1 ? 2 : 1
  if (count === 2) world.count('secondInstance')
  await world.endpoint.setInstances(count)
}

const expireSessions: WorldEvent = (world) => {
  world.count('sessionExpired')
  world.endpoint.expireSessions()
}

const someAccount = (world: SimWorld): string => world.dice.pick(world.actors).device.person.account

/** Every right the account ever had, none of them holding today. */
const endedGrants = (world: SimWorld, account: string): readonly Grant[] =>
  (world.grants.get(account) ?? []).map((grant) => (grant.to === null ? { ...grant, to: yesterdayIn(world) } : grant))

const isOf = ({ scope }: Person, role: string, grant: Grant): boolean => grant.scope === scope && grant.role === role

const changeGrant: WorldEvent = async (world) => {
  const account = someAccount(world)
  const person = people.find((one) => one.account === account)
  if (!person) return
  const isActive = feedsIn(world, account).length > 0
  world.count(isActive ? 'grantRemoved' : 'grantRegained')
  world.unsettled.add(account)
  const ended = endedGrants(world, account)
  world.grants.set(
    account,
    isActive ? ended : [...ended.filter((grant) => !isOf(person, person.role, grant)), grantOf(person)],
  )
  await world.applyGrants()
}

const changeRole: WorldEvent = async (world) => {
  const account = someAccount(world)
  const person = people.find((one) => one.account === account)
  if (!person || feedsIn(world, account).length === 0) return
  world.count('roleChanged')
  world.unsettled.add(account)
  const role = person.scope.startsWith('c')
    ? world.dice.pick(['internal-auditor', 'professional-officer'] as const)
    : 'consultant'
  const others = endedGrants(world, account).filter((grant) => !isOf(person, role, grant))
  world.grants.set(account, [...others, { ...grantOf(person), role }])
  await world.applyGrants()
}

const mergeUnits: WorldEvent = async (world) => {
  if (world.isMerged) return
  world.isMerged = true
  world.count('communeMerged')
  await world.endpoint.merge(addDays(todayIn(world), 1))
  for (const { account } of people) world.unsettled.add(account)
  await readGrants(world)
}

const revoke: WorldEvent = async (world) => {
  const actor = world.dice.pick(world.actors)
  if (world.actors.filter(({ device }) => !world.endpoint.isRevoked(device.replica)).length < 3) return
  world.count('deviceRevoked')
  await world.endpoint.revoke(actor.device.replica)
}

/** Own operations of a device, as a file holds them: one run without a gap. */
const runOf = ({ device }: Actor, from: number): readonly Op[] =>
  device
    .own()
    .map(({ box }) => box)
    .filter(({ n }) => n >= from)

const file: WorldEvent = async (world) => {
  const from = world.dice.pick(world.actors)
  if (from.writing > 0) return
  if (world.dice.isBelow(0.5)) await fileToEndpoint(world, from)
  else await fileToColleague(world, from)
}

async function fileToEndpoint(world: SimWorld, from: Actor): Promise<void> {
  const { replica } = from.device
  const received = (await world.endpoint.store.deviceById(replica))?.lastN ?? 0
  const isOutOfOrder = received + 2 <= from.device.counters().n && world.dice.isBelow(0.7)
  const ops = runOf(from, isOutOfOrder ? received + 2 : world.dice.whole(1, received + 1))
  if (ops.length === 0) return
  world.count(
    world.endpoint.isRevoked(replica) ? 'fileFromRevokedDevice' : isOutOfOrder ? 'fileOutOfOrder' : 'fileToEndpoint',
  )
  const taken = await world.endpoint.takeInFile(replica, ops)
  if (taken.type === 'stored' && isOutOfOrder && taken.expect === null && (ops[0]?.n ?? 0) > received + 1)
    throw new Error(`I4: a file with a gap was taken in from ${replica}`)
}

/** To a member of the same feeds, as the app only offers what both may read; sometimes again, sometimes turned round. */
async function fileToColleague(world: SimWorld, from: Actor): Promise<void> {
  const others = world.running().filter((to) => to.device.replica !== from.device.replica)
  if (others.length === 0) return
  const to = world.dice.pick(others)
  const readable = feedsIn(world, to.device.person.account)
  const may = (op: Op): boolean => readable.includes(op.s) && !world.forged.has(markOf(op))
  const held = [...runOf(from, 1), ...from.device.foreign().map(({ box }) => box)].filter(may)
  if (held.length === 0) return
  const ops = world.dice.isBelow(0.3) ? world.dice.shuffled(held) : held
  const times = world.dice.isBelow(0.3) ? 2 : 1
  world.count(times === 2 ? 'fileTwice' : 'fileToColleague')
  for (let i = 0; i < times; i++) {
    const taken = world.start(to, () => to.device.life.store.adoptForeign(ops))
    taken.catch((error: unknown) => world.defects.push(error))
  }
}

export const endpointEvents = {
  backup,
  late,
  restart,
  restore,
  diskFull,
  photoQuota,
  instances,
  expireSessions,
  changeGrant,
  changeRole,
  mergeUnits,
  revoke,
  file,
} as const satisfies Record<string, WorldEvent>
