/** Feeds that the endpoint makes smaller, and cursors it declares void, while devices lie in drawers for days. */
import { epochAndSeq } from '#server/store/feed-cursor.ts'
import type { FeedPosition } from '#server/store/store-contract.ts'
import { FEEDS } from './cast.ts'
import type { WorldEvent } from './endpoint-events.ts'
import { CutError } from './sim-endpoint.ts'
import type { Actor, SimWorld } from './sim-world.ts'

const DAY_MS = 24 * 60 * 60_000

/** How far the device has read the feed; 0 where it has not, or is reading it for the first time. */
function readTo({ device }: Actor, { id, epoch }: FeedPosition): number {
  const row = device.cursors().find(({ key }) => key === `cur:${id}`)
  const { to, after } = (row?.box ?? { to: 0, after: null }) as { readonly to: number; readonly after: string | null }
  const at = epochAndSeq(to)
  return after === null && at.epoch === epoch ? at.seq : 0
}

const isBelow = (actor: Actor, feed: FeedPosition): boolean => {
  const read = readTo(actor, feed)
  return read > 0 && read < feed.minSeq - 1
}

/** Sometimes without regard for who still reads, as after a long absence; sometimes cut before or after the archive has it. */
const compact: WorldEvent = async (world) => {
  const { dice, endpoint } = world
  const order = { olderThanMs: dice.pick([0, 0, DAY_MS]), activeMs: dice.pick([0, 0, 0, 5 * DAY_MS]) }
  const cut = dice.isBelow(0.25) ? dice.pick(['before', 'after'] as const) : null
  try {
    await endpoint.compact(order, cut)
  } catch (error) {
    if (!(error instanceof CutError)) throw error
    world.count('compactionCut')
    // The process that ended had requests under way: those end with it.
    world.network.breakOff()
    await endpoint.restart()
  }
  if (await leavesSomebodyBehind(world)) world.count('compactedBelowCursor')
}

async function leavesSomebodyBehind({ endpoint, actors }: SimWorld): Promise<boolean> {
  const positions = await endpoint.store.positions(FEEDS)
  return positions.some((feed) => actors.some((actor) => isBelow(actor, feed)))
}

const renewFeed: WorldEvent = async (world) => {
  const [feed] = world.dice.shuffled(await world.endpoint.store.positions(FEEDS))
  if (!feed || !world.actors.some((actor) => readTo(actor, feed) > 0)) return
  world.count('epochBumped')
  await world.endpoint.store.renewFeed(feed.id)
}

export const compactionEvents = { compact, renewFeed } as const satisfies Record<string, WorldEvent>
