/** What has to be true of the world, the letters being those of the sync design: some at every step, all at rest. */
import { applyOp, type Registers } from '#domain/change/entity-state.ts'
import type { Op } from '#domain/change/op.ts'
import { contextOf } from '#domain/change/register.ts'
import type { EntityRow } from '#data/rows.ts'
import { claimsOf } from '#server/ingest/context-claims.ts'
import { cursorOf } from '#server/store/feed-cursor.ts'
import { FEEDS } from './cast.ts'
import { feedsIn } from './endpoint-events.ts'
import { markOf } from './mark.ts'
import type { Actor, SimWorld } from './sim-world.ts'
import { isOfTwin, withOldNames } from './twin-names.ts'

const EVERYTHING = 1_000_000_000
/** What one answer may exceed the asked size by: a row or a frame per feed. */
const MOST_EXCESS_BYTES = 20_000
const TURNS_OF_A_TRANSACTION = 200

interface Log {
  readonly accepted: readonly Op[]
  readonly refused: readonly { readonly op: Op; readonly code: string }[]
  /** What whoever read all of a feed has for a cursor. */
  readonly endByFeed: ReadonlyMap<string, number>
  /** How often each operation is there. */
  readonly times: ReadonlyMap<string, number>
  readonly lastN: ReadonlyMap<string, number>
  readonly marks: ReadonlySet<string>
}

const dot = ({ d, n }: Pick<Op, 'd' | 'n'>): string => `${d}:${n}`

async function readLog({ endpoint }: SimWorld): Promise<Log> {
  const accepted: Op[] = []
  const endByFeed = new Map<string, number>()
  const archived = endpoint.archived()
  for (const { id, seq, epoch } of await endpoint.store.positions(FEEDS)) {
    const { ops, to } = await endpoint.store.pull(id, 0, '', EVERYTHING)
    const away = archived.filter(({ s }) => s === id)
    const count = ops.length + away.length
    if (count !== seq || to !== seq) throw new Error(`I6: ${id} has ${count} operations at ${seq}`)
    endByFeed.set(id, cursorOf({ epoch, seq }))
    accepted.push(...ops, ...away)
  }
  const refused = await endpoint.store.quarantine(EVERYTHING)
  const times = new Map<string, number>()
  for (const op of [...accepted, ...refused.map((row) => row.op)]) times.set(dot(op), (times.get(dot(op)) ?? 0) + 1)
  const lastN = new Map((await endpoint.store.devices()).map((device) => [device.id, device.lastN]))
  const marks = new Set([...accepted, ...refused.map((row) => row.op)].map(markOf))
  return { accepted, refused, endByFeed, times, lastN, marks }
}

const textOf = (regs: Registers): string => JSON.stringify(Object.entries(regs).sort(([a], [b]) => (a < b ? -1 : 1)))

const savesOf = ({ ledger }: SimWorld, mark: string): number => ledger.filter((saved) => saved.mark === mark).length

const heldBy = ({ device }: Actor): readonly Op[] => [...device.own(), ...device.foreign()].map(({ box }) => box)

/** What was said to be saved and is neither on a device nor at the endpoint. */
async function missing(world: SimWorld): Promise<SimWorld['ledger'][number] | undefined> {
  const all = world.actors.flatMap(heldBy)
  world.noteNames(all)
  const held = new Set(all.map(markOf))
  const away = world.ledger.filter(({ mark }) => !held.has(mark) && !world.lost.has(mark))
  if (away.length === 0) return undefined
  const received = await world.endpoint.marks()
  return away.find(({ mark }) => !received.has(mark))
}

/** I1 after every step: what was said to be saved is at the endpoint or on a device. */
export async function checkNothingGone(world: SimWorld): Promise<void> {
  if (world.defects.length > 0) throw world.defects[0]
  // The disk is looked at in the middle of transactions too, and one that gives operations another name takes them out first.
  if (await missing(world)) await world.turns(TURNS_OF_A_TRANSACTION)
  const gone = await missing(world)
  if (gone) throw new Error(`I1: ${gone.mark} was saved on ${gone.on} and is gone`)
  world.photos.check(world)
  if (world.endpoint.longestExcess > MOST_EXCESS_BYTES)
    throw new Error(`I11: an answer was ${world.endpoint.longestExcess} bytes longer than asked for`)
}

/**
 * Copies of one profile that both take another replica bring what they held when they were copied under two names. Two
 * devices of a person whose clocks the endpoint corrected may save the same at the same moment: that is two operations.
 */
function namedTwice(world: SimWorld, { accepted, refused, marks }: Log): readonly string[] {
  const all = [...accepted, ...refused.map((row) => row.op)]
  if (marks.size === all.length) return []
  const byMark = new Map<string, string[]>()
  for (const op of all) byMark.set(markOf(op), [...(byMark.get(markOf(op)) ?? []), dot(op)])
  return [...byMark].flatMap(([mark, dots]) =>
    dots.length > 1 && dots.length > savesOf(world, mark) && !world.copied.has(mark)
      ? [`${dots.join(' and ')}: ${mark}`]
      : [],
  )
}

/** I4, I6, I9 every evening: each operation once, feeds without holes, signed records as they were signed. */
export async function checkEndpoint(world: SimWorld): Promise<Log> {
  const log = await readLog(world)
  for (const [name, times] of log.times) if (times > 1) throw new Error(`I4: ${name} is ${times} times at the endpoint`)
  const twice = namedTwice(world, log)
  if (twice.length > 0) throw new Error(`I4: stored twice under two names: ${twice.join('; ')}`)
  const states = joined(world, log.accepted)
  for (const [id, { sha, by }] of world.sealed) {
    // Without the right to sign on that day the signed record was refused, and a later one may be the first.
    if (world.unsettled.has(by)) continue
    // Only on a disk that is no more: what was written again under its id is the first.
    if ([...world.lost].some((mark) => mark.includes(` ${id} `) && mark.includes(`"${sha}"`))) continue
    const [key, regs] = [...states].find(([name]) => name.endsWith(` ${id}`)) ?? []
    const shown = regs?.sha256?.h.map(({ v }) => v)
    if (shown && (shown.length > 1 || shown[0] !== sha))
      throw new Error(`I9: ${key} says ${JSON.stringify(shown)} and not ${sha}`)
  }
  return log
}

/** A revoked device gets no other replica: what it wrote as somebody's twin stays on it, to be exported (END-60). */
const mayBeStuck = (world: SimWorld, { device }: Actor): boolean =>
  world.endpoint.isRevoked(device.replica) && device.syncMeta().problem?.code === 'device.forked'

/** I1, I4, I7: everything saved is at the endpoint, in the log or in quarantine, exactly once. */
function checkAllSent(world: SimWorld, log: Log): void {
  for (const { device } of world.actors.filter((actor) => !mayBeStuck(world, actor))) {
    device.checkOwnRows(world.endpoint.backedUp(device.replica))
    const { n: lastN } = device.counters()
    const { ack, problem } = device.syncMeta()
    if (ack !== lastN) throw new Error(`I7: ${device.name} still has ${lastN - ack} to send, ${problem?.code}`)
    for (let n = 1; n <= lastN; n++)
      if (log.times.get(`${device.replica}:${n}`) !== 1)
        throw new Error(`I1: ${device.replica}:${n} is not at the endpoint`)
  }
  const stuck = world.actors.filter((actor) => mayBeStuck(world, actor)).flatMap(({ device }) => device.own())
  const foreign = world.actors.flatMap(({ device }) => device.foreign())
  const carried = new Set([...stuck, ...foreign].map(({ box }) => markOf(box)))
  for (const { on, mark } of world.ledger)
    if (!log.marks.has(mark) && !world.lost.has(mark) && !carried.has(mark))
      throw new Error(`I1: ${mark} was saved on ${on} and is gone`)
}

function mayBeRefused(world: SimWorld, op: Op, code: string, log: Log): boolean {
  // Waits for what is nowhere (docs/limits.md).
  if (code === 'op.context-ahead') return claimsOf(op).some(({ device, n }) => !log.times.has(`${device}:${n}`))
  if (code === 'device.revoked') return world.endpoint.isRevoked(op.d)
  const isOddOp = world.forged.has(markOf(op)) || op.e.startsWith('forbidden.') || world.sealed.has(op.e)
  return isOddOp || (code.startsWith('access.') && world.unsettled.has(op.u))
}

/** I8, I12: what was refused is refused for its content, and its author's device tells so. */
function checkRefusals(world: SimWorld, log: Log): void {
  for (const { op, code } of log.refused) {
    if (!mayBeRefused(world, op, code, log)) throw new Error(`I12: ${dot(op)} was refused as ${code}: ${markOf(op)}`)
    const authors = world.actors.filter((actor) => actor.device.replica === op.d && !mayBeStuck(world, actor))
    const isTold = ({ device }: Actor): boolean =>
      device.disk.rows<{ n: number }>(device.database, 'attention').some(({ n }) => n === op.n)
    if (authors.length > 0 && !authors.some(isTold)) throw new Error(`I8: ${dot(op)} was refused and nobody is told`)
  }
}

/** The registers as the join of all accepted operations, whatever order they came in: I3 by the merge's own model. */
function joined(world: SimWorld, accepted: readonly Op[]): ReadonlyMap<string, Registers> {
  const states = new Map<string, Registers>()
  for (const op of world.dice.shuffled(accepted))
    states.set(`${op.s} ${op.e}`, applyOp(states.get(`${op.s} ${op.e}`) ?? {}, op))
  return states
}

const keyOf = ({ feed, e }: EntityRow): string => `${feed} ${e}`

/** I2, I5, I6 on one device: what it may read it has, in equal registers, and nothing else. */
async function checkDevice(
  world: SimWorld,
  actor: Actor,
  log: Log,
  truth: ReadonlyMap<string, Registers>,
): Promise<void> {
  const { device } = actor
  const readable = world.endpoint.isRevoked(device.replica) ? [] : feedsIn(world, device.person.account)
  const rows = device.entities()
  const waiting = log.refused.map(({ op }) => op)
  const brought = device.foreign().map(({ box }) => box)
  const undelivered = brought.filter((op) => !log.times.has(dot(op)))
  const isOwnAttempt = (feed: string): boolean => waiting.some((op) => op.d === device.replica && op.s === feed)
  const stranger = rows.find(({ feed }) => !readable.includes(feed) && !isOwnAttempt(feed))
  if (stranger) throw new Error(`I5: ${device.replica} holds ${keyOf(stranger)} without being a member`)
  const { cur } = await world.until(world.start(actor, () => device.position()))
  const arrived = [...log.accepted, ...waiting]
  const disputed = new Set([...waiting, ...undelivered].map((op) => `${op.s} ${op.e}`))
  const gone = world.replicasGone()
  const isOfLost = (key: string): boolean => [...world.lost].some((mark) => mark.includes(` ${key} `))
  const isOfGone = (regs: Registers): boolean =>
    Object.values(regs).some((register) =>
      Object.entries(contextOf(register)).some(([d, n]) => gone.has(d) && n > (log.lastN.get(d) ?? 0)),
    )
  const held = new Map(rows.map((row) => [keyOf(row), row.box]))
  for (const feed of readable) {
    const end = log.endByFeed.get(feed)
    if (end !== undefined && cur[feed] !== end)
      throw new Error(`I6: ${device.replica} read ${feed} to ${cur[feed]} of ${end}`)
    for (const [key, regs] of truth) {
      if (!key.startsWith(`${feed} `) || disputed.has(key)) continue
      const mine = held.get(key)
      // Seen before the endpoint was restored, from a disk that is no more: only this device still shows it.
      if (isOfLost(key) || (mine && isOfGone(mine))) continue
      // Seen before that, from a copied profile whose number the original has used since; revoked, the copy keeps its work.
      if (mine && isOfTwin(world, mine, arrived)) continue
      if (!mine || textOf(mine) !== textOf(withOldNames(world, regs, mine, brought)))
        throw new Error(`I2: ${device.replica} ${key}\n${mine && textOf(mine)}\n${textOf(regs)}`)
    }
  }
}

/** I3 at the endpoint: its own registers are the join of its log. */
async function checkEndpointStates(world: SimWorld, truth: ReadonlyMap<string, Registers>): Promise<void> {
  for (const feed of FEEDS)
    for (const { entity, regs } of (await world.endpoint.store.snapshot(feed, '', EVERYTHING)).entities) {
      const right = truth.get(`${feed} ${entity}`)
      if (!right || textOf(regs) !== textOf(right))
        throw new Error(`I3: the endpoint's ${feed} ${entity} is not the join of its log`)
    }
}

/** I10: what a revoked device, a stuck copy or somebody without the right has not sent stays on the device. */
async function checkPhotos(world: SimWorld, truth: ReadonlyMap<string, Registers>): Promise<void> {
  const records = [...truth].filter(([key]) => key.includes(' evi.')).map(([, regs]) => regs)
  const cannotSend = (name: string): boolean =>
    world.actors.some(
      (actor) =>
        actor.device.name === name &&
        (mayBeStuck(world, actor) ||
          world.endpoint.isRevoked(actor.device.replica) ||
          world.unsettled.has(actor.device.person.account)),
    )
  await world.photos.checkResolved(world, records, cannotSend)
}

/** Everything, of a world in which faults have ended and everybody has had time. */
export async function checkInvariants(world: SimWorld): Promise<void> {
  await checkNothingGone(world)
  const log = await checkEndpoint(world)
  checkAllSent(world, log)
  checkRefusals(world, log)
  const truth = joined(world, log.accepted)
  await checkEndpointStates(world, truth)
  await checkPhotos(world, truth)
  for (const actor of world.running().filter((one) => !mayBeStuck(world, one)))
    await checkDevice(world, actor, log, truth)
}
