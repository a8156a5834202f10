/**
 * A world out of a seed: devices that write, a bad network, clocks that are years off, kills, an endpoint that is
 * restarted and restored, grants that come and go. What every device was told is saved goes into a ledger.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { START_MS } from '../engine-rig.ts'
import { aMoment, VirtualTime } from '../virtual-time.ts'
import { forbidden, grantOf, people, type Person } from './cast.ts'
import { Dice } from './dice.ts'
import { type Fault, nothingInjected } from './faults.ts'
import { gestureOf, writeTo } from './gestures.ts'
import { SimDevice } from './sim-device.ts'
import { SimEndpoint } from './sim-endpoint.ts'
import { networkFaults, SimNetwork } from './sim-network.ts'
import type { StoreMutant } from './store-mutants.ts'

const TEN_YEARS_MS = 3652 * 86_400_000
const HOUR_MS = 3_600_000
const YESTERDAY = '2026-11-20' as LocalDate
const TURNS_AT_REST = 3

export interface Written {
  readonly replica: string
  readonly firstN: number
  readonly lastN: number
}

export class SimWorld {
  readonly dice: Dice
  readonly time: VirtualTime
  readonly endpoint: SimEndpoint
  readonly network: SimNetwork
  readonly devices: SimDevice[] = []
  readonly injected = nothingInjected()
  /** Everything whose local transaction resolved. */
  readonly ledger: Written[] = []
  /** Accounts without their grant at some time: what they wrote then may rightly be refused. */
  readonly unsettled = new Set<string>()
  readonly defects: unknown[] = []
  readonly #withoutGrant = new Set<string>()

  private constructor(endpoint: SimEndpoint, time: VirtualTime, dice: Dice) {
    this.dice = dice
    this.time = time
    this.endpoint = endpoint
    this.network = new SimNetwork(endpoint)
  }

  static async create(seed: number, mutant?: StoreMutant): Promise<SimWorld> {
    const [time, dice] = [new VirtualTime(), new Dice(seed)]
    const grants = people.map((person) => grantOf(person))
    const endpoint = await SimEndpoint.start(() => START_MS + time.monotonicNow(), grants)
    endpoint.answerLimit = dice.pick([200, 1_000, Number.MAX_SAFE_INTEGER])
    const world = new SimWorld(endpoint, time, dice)
    await world.#people(dice.whole(3, 5), mutant)
    return world
  }

  async #people(count: number, mutant?: StoreMutant): Promise<void> {
    const cast = this.dice.isBelow(0.3) ? [people[0], people[0], ...people.slice(1)] : people
    for (const person of cast.slice(0, count)) {
      if (!person) continue
      const replica = await this.endpoint.enrol(person.account)
      const { time, network, dice, defects } = this
      const onDefect = (error: unknown): void => void defects.push(error)
      const device = new SimDevice({
        replica,
        person,
        time,
        network,
        onDefect,
        startMs: START_MS,
        random: dice.next,
        ...(mutant ? { mutant } : {}),
      })
      this.devices.push(device)
      await device.open()
    }
    await this.endpoint.backUp()
  }

  /** Until nobody computes: every run has ended, waits for the network, or waits for a moment. */
  rest = async (): Promise<void> => {
    for (let quiet = 0; quiet < TURNS_AT_REST; ) {
      await aMoment()
      quiet = this.devices.some((device) => device.busyRuns() > 0) ? 0 : quiet + 1
    }
  }

  async step(): Promise<void> {
    const what = this.dice.weighted({
      write: 30,
      network: 40,
      time: 10,
      button: 10,
      late: 4,
      kill: 4,
      device: 3,
      endpoint: 3,
      grant: 2,
    })
    const device = this.dice.pick(this.devices)
    await this.#do(what, device)
    await this.rest()
  }

  async #do(what: string, device: SimDevice): Promise<void> {
    if (what === 'write') await this.#write(device)
    else if (what === 'network') await this.#decideRequest()
    else if (what === 'time')
      await this.time.advance(this.dice.whole(1, this.dice.isBelow(0.3) ? HOUR_MS : 10_000), this.rest)
    else if (what === 'button') void device.life.engine.syncNow()
    else if (what === 'late') await this.deliverLate()
    else if (what === 'kill') await this.#kill(device)
    else if (what === 'device') this.#disturb(device)
    else if (what === 'endpoint') await this.#disturbEndpoint()
    else await this.#changeGrant()
  }

  #count(fault: Fault): void {
    this.injected[fault]++
  }

  async #write(device: SimDevice): Promise<void> {
    const isForbidden = this.dice.isBelow(0.05)
    const gesture = isForbidden
      ? [writeTo(this.dice, forbidden(this.dice.pick(['c1', 'c2'])))]
      : gestureOf(this.dice, device.person)
    if (isForbidden) this.#count('forbiddenWrite')
    const saved = await device.write(gesture)
    if (!saved.ok) throw new Error(`${device.replica} could not save: ${saved.error.code}`)
    const { firstN, lastN } = saved.value
    this.ledger.push({ replica: device.replica, firstN, lastN })
  }

  async #decideRequest(): Promise<void> {
    const open = this.network.open()
    if (open.length === 0) return
    const request = this.dice.pick(open)
    if (this.dice.isBelow(0.6)) return this.network.answer(request)
    const fault = this.dice.pick(networkFaults)
    this.#count(fault)
    await this.network.spoil(request, fault)
  }

  async deliverLate(): Promise<void> {
    if (this.network.lateCount > 0) await this.network.deliverLate(this.dice.whole(0, this.network.lateCount - 1))
  }

  async #kill(device: SimDevice): Promise<void> {
    const request = this.network.open().find((held) => held.device === device.replica)
    if (this.dice.isBelow(0.3)) {
      this.#count('killedWhileSaving')
      void device.write(gestureOf(this.dice, device.person)).catch(() => undefined)
      await this.#someMoments()
    } else if (request && this.dice.isBelow(0.5)) {
      this.#count('killedWhileApplying')
      await this.network.answer(request)
      await this.#someMoments()
    } else this.#count(request ? 'killedInRequest' : 'killedIdle')
    device.kill(this.dice.isBelow(0.5))
    await aMoment()
    await device.open()
    await device.checkOwnRows()
  }

  async #someMoments(): Promise<void> {
    for (let left = this.dice.whole(0, 25); left > 0; left--) await aMoment()
  }

  #disturb(device: SimDevice): void {
    const what = this.dice.pick(['clockAhead', 'clockBehind', 'sessionExpired'] as const)
    this.#count(what)
    if (what === 'sessionExpired') this.endpoint.expireSessions()
    else device.clockError = what === 'clockAhead' ? TEN_YEARS_MS : -TEN_YEARS_MS
  }

  async #disturbEndpoint(): Promise<void> {
    const what = this.dice.weighted({ backup: 4, restart: 3, restore: 3 })
    if (what === 'backup') return this.endpoint.backUp()
    if (what === 'restart') {
      this.#count('endpointRestarted')
      return this.endpoint.restart()
    }
    this.#count('endpointRestored')
    await this.endpoint.restore()
    await this.#applyGrants()
  }

  async #changeGrant(): Promise<void> {
    const { account } = this.dice.pick(this.devices).person
    if (this.#withoutGrant.delete(account)) this.#count('grantRegained')
    else {
      this.#withoutGrant.add(account)
      this.unsettled.add(account)
      this.#count('grantRemoved')
    }
    await this.#applyGrants()
  }

  #applyGrants(): Promise<void> {
    return this.endpoint.setGrants(
      people.map((person) => grantOf(person, this.#withoutGrant.has(person.account) ? YESTERDAY : null)),
    )
  }

  /** Faults end; whoever lost a grant gets it back with the given chance. */
  async heal(): Promise<void> {
    for (const account of this.#withoutGrant) if (this.dice.isBelow(0.5)) this.#withoutGrant.delete(account)
    await this.#applyGrants()
    while (this.network.lateCount > 0) await this.deliverLate()
  }

  isMember(person: Person): boolean {
    return !this.#withoutGrant.has(person.account)
  }

  /** Everybody presses the button and every request is answered, until all have come to rest. */
  async syncAll(): Promise<void> {
    for (const held of this.network.waiting()) held.isStuck = false
    const runs = Promise.all(this.devices.map((device) => device.life.engine.syncNow()))
    let isOver = false
    void runs.then(() => (isOver = true))
    while (!isOver) {
      await this.rest()
      const [request] = this.network.open()
      if (request) await this.network.answer(request)
    }
  }

  async stop(): Promise<void> {
    for (const device of this.devices) if (device.isRunning) device.kill(false)
    await aMoment()
    await this.endpoint.stop()
  }
}
