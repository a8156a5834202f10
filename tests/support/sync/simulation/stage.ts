/** A stage without dice: the same endpoint and devices as the simulation, moved step by step by a test. */
import { fieldValue } from '#domain/change/entity-state.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { paths } from '#protocol/paths.ts'
import { START_MS } from '../engine-rig.ts'
import { aMoment, VirtualTime } from '../virtual-time.ts'
import { grantOf, people, type Person } from './cast.ts'
import { SimDevice } from './sim-device.ts'
import { SimEndpoint } from './sim-endpoint.ts'
import { type HeldRequest, SimNetwork } from './sim-network.ts'

const YESTERDAY = '2026-11-20' as LocalDate

export class Stage {
  readonly time = new VirtualTime()
  readonly network: SimNetwork
  readonly endpoint: SimEndpoint
  readonly #devices: SimDevice[] = []

  private constructor(endpoint: SimEndpoint) {
    this.endpoint = endpoint
    this.network = new SimNetwork(endpoint)
  }

  static async set(): Promise<Stage> {
    return new Stage(await SimEndpoint.start({ now: () => START_MS, grants: people.map((person) => grantOf(person)) }))
  }

  async enter(account: string): Promise<SimDevice> {
    const person = people.find((one) => one.account === account) as Person
    const replica = await this.endpoint.enrol(account)
    const edges = () => ({ timers: this.time, fetch: this.network.fetchOf(replica) })
    const onDefect = (error: unknown): never => {
      throw error
    }
    const device = new SimDevice({
      replica,
      person,
      now: () => START_MS + this.time.monotonicNow(),
      edges,
      random: () => 0.5,
      onDefect,
    })
    this.#devices.push(device)
    await device.open()
    return device
  }

  /** Writes one field; fails the test where the device could not save. */
  async write(
    device: SimDevice,
    feed: string,
    kind: string,
    entity: string,
    fields: Readonly<Record<string, JsonValue>>,
  ): Promise<void> {
    const saved = await device.write([{ feed, kind, entity, fields }])
    if (!saved.ok) throw new Error(saved.error.code)
  }

  async rest(): Promise<void> {
    for (let quiet = 0; quiet < 3; ) {
      await aMoment()
      quiet = this.#devices.some((device) => this.#isBusy(device)) ? 0 : quiet + 1
    }
  }

  /** Runs of its engine that do not wait for the network. */
  #isBusy({ replica, runs }: SimDevice): boolean {
    return runs > this.network.waiting().filter(({ device }) => device === replica).length
  }

  /** The process of a device is gone; what it had sent may still arrive. */
  kill(device: SimDevice): void {
    this.network.abandon(device.replica, false)
    device.kill()
  }

  /** The device sends and reads with a network that works, until it is done. */
  async sync(device: SimDevice): Promise<void> {
    let isOver = false
    const run = device.life.engine.syncNow().then(() => {
      isOver = true
    })
    while (!isOver) {
      await this.rest()
      const request = this.network.open().find((held) => held.device === device.replica)
      if (request) await this.network.answer(request)
    }
    await run
  }

  /** The device begins to sync and the network answers nothing; requests before the first round are let through. */
  async begin(device: SimDevice): Promise<HeldRequest> {
    void device.life.engine.syncNow()
    for (;;) {
      await this.rest()
      const request = this.network.open().find((held) => held.device === device.replica)
      if (!request) throw new Error(`${device.replica} asks for nothing`)
      if (request.url === paths.sync && request.headers.get('authorization')) return request
      await this.network.answer(request)
    }
  }

  setMembership(account: string, isMember: boolean): Promise<void> {
    return this.endpoint.setGrants(
      people.map((person) => grantOf(person, person.account === account && !isMember ? YESTERDAY : null)),
    )
  }

  /** What the device shows for a field. */
  async shown(device: SimDevice, feed: string, entity: string, field: string): Promise<JsonValue | undefined> {
    const row = await device.life.db.ent.get([feed, entity])
    return row && fieldValue(row.box, field)
  }

  async leave(): Promise<void> {
    for (const device of this.#devices) if (device.isRunning) device.kill()
    await aMoment()
    await this.endpoint.stop()
  }
}
