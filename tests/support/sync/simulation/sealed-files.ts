/**
 * Work that goes by hand in the files the app really makes: envelopes for the endpoint, readable copies for a colleague,
 * carriers in between, receipts and the work of others on the way back, and the same file again weeks later. Signing and sealing happen outside
 * the scheduler, so the world stands still meanwhile; everything around it does not.
 */
import { createHash } from 'node:crypto'
import { readHandOverFile, writeHandOverFile } from '#protocol/hand-over/hand-over-file.ts'
import type { HandOverAnswer } from '#protocol/hand-over/hand-over-message.ts'
import { keepReturns } from '#sync/hand-over/deliver-asks.ts'
import { type FileWish, makeFile } from '#sync/hand-over/make-file.ts'
import { type TakenIn, takeInFile } from '#sync/hand-over/take-in-file.ts'
import { takeInReceipt } from '#sync/hand-over/take-in-receipts.ts'
import { feedsIn, type WorldEvent } from './endpoint-events.ts'
import type { Actor, SimWorld } from './sim-world.ts'

const toEndpoint = (world: SimWorld): FileWish => ({
  audience: 'endpoint',
  withPhotos: world.hasPhotos && world.dice.isBelow(0.5),
  feeds: [],
  withAsk: world.dice.isBelow(0.7),
})

/** A device has fetched its pass while it had a network; one the endpoint does not know any more has none. */
async function passOf(world: SimWorld, { device }: Actor): Promise<string | null> {
  const { store } = device.handOver
  const known = await store.pass()
  if (known) return known.signingKey
  const pass = await world.endpoint.passFor(device.replica)
  if (!pass) return null
  await store.keepPass({ ...pass, grantsVersion: '', fetchedAt: 0 })
  return pass.signingKey
}

async function make(world: SimWorld, actor: Actor, wish: FileWish): Promise<Uint8Array | null> {
  if ((await passOf(world, actor)) === null) return null
  const made = await makeFile(actor.device.handOver, wish)
  return made.ok ? made.value.bytes : null
}

async function open(world: SimWorld, actor: Actor, bytes: Uint8Array): Promise<TakenIn | null> {
  await passOf(world, actor)
  const taken = await takeInFile(actor.device.handOver, bytes)
  return taken.ok ? taken.value : null
}

async function deliver(world: SimWorld, bytes: Uint8Array): Promise<HandOverAnswer | null> {
  const file = readHandOverFile(bytes)
  return file.ok ? world.endpoint.takeInSealed(file.value) : null
}

/** One byte somewhere behind the head: the section it hits is left aside, the others are not. */
function damaged(world: SimWorld, bytes: Uint8Array): Uint8Array {
  const spoilt = bytes.slice()
  const at = world.dice.whole(Math.floor(bytes.length * 0.8), bytes.length - 1)
  spoilt[at] = (spoilt[at] ?? 0) ^ 1
  return spoilt
}

function note(world: SimWorld, taken: TakenIn | null): void {
  if (taken && taken.receipts > 0) world.count('receiptCarried')
  if (taken && taken.news > 0) world.count('newsByFile')
}

/** A file on its way back is opened now, weeks later, twice, or by somebody it is not for. */
async function comeBack(world: SimWorld, from: Actor, file: Uint8Array): Promise<void> {
  world.returns.push({ bytes: file, account: from.device.person.account })
  if (world.dice.isBelow(0.8)) note(world, await open(world, from, file))
}

async function oldReturn(
  world: SimWorld,
  anybody: Actor,
  { bytes, account }: SimWorld['returns'][number],
): Promise<void> {
  const owner = world.running().find(({ device, writing }) => writing === 0 && device.person.account === account)
  const taken = await open(world, world.dice.isBelow(0.6) ? (owner ?? anybody) : anybody, bytes)
  if (taken && taken.newsOld > 0) world.count('newsOutOfDate')
  if (taken && taken.returnsCarried > 0) world.count('newsToAnother')
  note(world, taken)
}

/** On a stick to the machine of the endpoint, and its receipts back on the same stick. */
async function byStick(world: SimWorld, from: Actor, bytes: Uint8Array): Promise<void> {
  const isDamaged = world.dice.isBelow(0.15)
  const answer = await deliver(world, isDamaged ? damaged(world, bytes) : bytes)
  world.count(isDamaged ? 'sealedFileDamaged' : 'sealedFileToEndpoint')
  if (!answer || world.dice.isBelow(0.3)) return
  const { inc, now: createdAt, receipts, returns = [] } = answer
  const extras = returns.map((one) => {
    const sealed = new Uint8Array(Buffer.from(one.bytes, 'base64url'))
    const sha256 = createHash('sha256').update(sealed).digest('hex')
    const { origin, atMs } = one
    return { entry: { kind: 'return', origin, atMs, bytes: sealed.length, sha256 }, bytes: sealed }
  })
  const frame = { audience: 'origin', maker: '', inc, createdAt, receipts } as const
  await comeBack(world, from, writeHandOverFile(frame, [], extras))
}

/** With somebody's phone, who hands it on and brings the receipts. */
async function byCarrier(world: SimWorld, from: Actor, carrier: Actor, bytes: Uint8Array): Promise<void> {
  if (!(await open(world, carrier, bytes))) return
  const carried = await make(world, carrier, toEndpoint(world))
  const answer = carried && (await deliver(world, carried))
  if (!answer) return
  world.count('sealedFileByCarrier')
  const parts = carrier.device.handOver
  const pass = await parts.store.pass()
  for (const receipt of pass ? answer.receipts : []) await takeInReceipt(parts, pass?.signingKey ?? '', receipt)
  await keepReturns(parts, answer)
  const back = await make(world, carrier, { audience: 'origin', withPhotos: false, feeds: [] })
  if (back) await comeBack(world, from, back)
}

/** What a colleague may read, of the feeds both are members of. */
async function toColleague(world: SimWorld, from: Actor, to: Actor): Promise<void> {
  const feeds = feedsIn(world, to.device.person.account)
  const bytes = await make(world, from, { audience: 'team', withPhotos: false, feeds })
  if (!bytes) return
  const taken = await open(world, to, bytes)
  if (taken && taken.merged + taken.known > 0) world.count('readableFile')
}

async function travel(world: SimWorld): Promise<void> {
  const { dice } = world
  const [from, other] = dice.shuffled(world.running().filter(({ writing }) => writing === 0))
  if (!from) return
  const back = world.returns.length > 0 && dice.isBelow(0.25) ? dice.pick(world.returns) : undefined
  if (back) return oldReturn(world, from, back)
  const old = world.files.length > 0 && dice.isBelow(0.3) ? dice.pick(world.files) : undefined
  if (old) {
    await deliver(world, old)
    if (other) await open(world, other, old)
    return world.count('sealedFileAgain')
  }
  if (other && dice.isBelow(0.3)) return toColleague(world, from, other)
  const bytes = await make(world, from, toEndpoint(world))
  if (!bytes) return
  world.files.push(bytes)
  if (other && dice.isBelow(0.5)) await byCarrier(world, from, other, bytes)
  else await byStick(world, from, bytes)
}

export const sealedFile: WorldEvent = (world) => world.standingStill(() => travel(world))
