/** Saving on a device of the simulation: what the device says is saved goes into the world's ledger. */
import type { GestureExtra, GestureWrite } from '#data/gesture.ts'
import { markOf } from './mark.ts'
import type { Actor, SimWorld } from './sim-world.ts'

/** Problems a save may end with while its disk fails. */
const OF_A_FAILING_DISK = ['storage.full', 'storage.failed', 'storage.closed']

/** Saves on the device; what it says is saved goes into the ledger. */
export function save(
  world: SimWorld,
  actor: Actor,
  gesture: readonly GestureWrite[],
  then?: () => void,
  extra?: GestureExtra,
): void {
  const { device } = actor
  const { failures } = device.disk
  const tab = world.dice.pick(device.tabs)
  actor.writing++
  world
    .start(actor, () => tab.commit(gesture, extra))
    .then((saved) => {
      actor.writing--
      if (!saved.ok) {
        const isInjected = device.disk.failures > failures && OF_A_FAILING_DISK.includes(saved.error.code)
        if (!isInjected) world.defects.push(new Error(`I1: ${device.name} could not save: ${saved.error.code}`))
        return
      }
      const { firstN, lastN } = saved.value
      for (const { n, box } of device.own())
        if (n >= firstN && n <= lastN) world.ledger.push({ on: device.name, mark: markOf(box), feed: box.s })
      then?.()
    })
    .catch((error: unknown) => world.defects.push(error))
}
