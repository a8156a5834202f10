/**
 * A world out of a seed: devices that write for thirty days, a bad network, clocks that are years off, kills between any
 * two waits, an endpoint that is restarted and restored, grants that come and go. What every device was told is saved
 * goes into a ledger. Here is what moves the world; what happens to it stands in `device-events.ts` and
 * `endpoint-events.ts`.
 */
import type { Grant } from '#domain/access/role.ts'
import type { Op } from '#domain/change/op.ts'
import { createDeviceKeyPair, type DeviceKeyPair } from '#support/endpoint/device-key-pair.ts'
import { START_MS } from '../engine-rig.ts'
import { VirtualTime } from '../virtual-time.ts'
import { grantOf, people, type Person } from './cast.ts'
import { Dice } from './dice.ts'
import { type Fault, nothingInjected } from './faults.ts'
import { markOf } from './mark.ts'
import { type Edges, SimDevice } from './sim-device.ts'
import { PhotoLedger } from './photo-ledger.ts'
import type { DiskCopy, SimDisk } from './sim-disk.ts'
import { SimEndpoint } from './sim-endpoint.ts'
import { type NetworkFault, networkFaults, SimNetwork } from './sim-network.ts'
import type { Mutant } from './store-mutants.ts'
import { type Lane, TaskLanes } from './task-lanes.ts'

/** Something the device said was saved. */
export interface Written {
  /** The device it was saved on. */
  readonly on: string
  readonly mark: string
  readonly feed: string
}

/** A device with what the world knows about it. */
export interface Actor {
  readonly device: SimDevice
  lane: Lane
  /** Two people on one browser profile: the other one's app is closed while this one's is open. */
  shares?: Actor
  copy?: DiskCopy
  writing: number
}

/** What a fault of the network is to a chunk of a photo. */
const photoFaults: Partial<Readonly<Record<NetworkFault, Fault>>> = {
  requestLost: 'photoCut',
  cutInBody: 'photoCut',
  corruptRequest: 'photoChunkDamaged',
  answerLost: 'photoConfirmationLost',
  truncatedAnswer: 'photoConfirmationLost',
}

/** Chunks are few: half of what goes wrong with them is what only can go wrong with them. */
const chunkFaults = [
  ...networkFaults,
  ...(Object.keys(photoFaults) as NetworkFault[]),
  'cutInBody',
  'answerLost',
] as const

const MOST_TURNS = 200_000

export class SimWorld {
  readonly dice: Dice
  readonly lanes: TaskLanes
  readonly time: VirtualTime
  readonly endpoint: SimEndpoint
  readonly network: SimNetwork
  readonly actors: Actor[] = []
  readonly injected = nothingInjected()
  /** Everything whose local transaction resolved. */
  readonly ledger: Written[] = []
  /** What was only on a disk that is no more: nobody can save that. */
  readonly lost = new Set<string>()
  /** What is on no disk of its writer any more, because that was lost or put back. */
  readonly offDisk = new Set<string>()
  /** Accounts whose rights changed: what they wrote then may rightly be refused. */
  readonly unsettled = new Set<string>()
  /** What lay on a profile when it was copied to another machine. */
  readonly copied = new Set<string>()
  /** Numbers under which two copies of a profile wrote two things. */
  readonly writtenTwice = new Set<string>()
  readonly #stamps = new Map<string, number>()
  /** Operations no honest client of this version makes, by their mark. */
  readonly forged = new Set<string>()
  /** What a sealed record says, and who signed it, by its id. */
  signed = 0
  readonly sealed = new Map<string, { readonly sha: string; readonly by: string }>()
  readonly photos = new PhotoLedger()
  /** Hand-over files that were made and may turn up again. */
  readonly files: Uint8Array[] = []
  /** Files with receipts and the work of others, on their way back; they too may turn up again. */
  readonly returns: { readonly bytes: Uint8Array; readonly account: string }[] = []
  readonly defects: unknown[] = []
  readonly story: string[] = []
  readonly grants = new Map<string, readonly Grant[]>(people.map((person) => [person.account, [grantOf(person)]]))
  isMerged = false
  /** Chance that a request is spoilt. */
  badness = 0.3
  /** One world in ten has more people and no quiet day. */
  readonly isBusy: boolean
  /** In every second world photos are taken. */
  readonly hasPhotos: boolean
  readonly #mutant: Mutant | undefined
  readonly #uninstall: () => void

  private constructor(seed: number, lanes: TaskLanes, time: VirtualTime, endpoint: SimEndpoint, mutant?: Mutant) {
    this.dice = new Dice(seed)
    this.isBusy = this.dice.isBelow(0.1)
    this.hasPhotos = this.dice.isBelow(0.5)
    this.lanes = lanes
    this.time = time
    this.endpoint = endpoint
    this.network = new SimNetwork(endpoint, lanes)
    this.network.instance = () => this.dice.whole(0, endpoint.instances - 1)
    this.#mutant = mutant
    this.#uninstall = lanes.install()
  }

  static async create(seed: number, mutant?: Mutant): Promise<SimWorld> {
    const [time, lanes] = [new VirtualTime(), new TaskLanes()]
    const now = (): number => START_MS + time.monotonicNow()
    const grants = people.map((person) => grantOf(person))
    const endpoint = await SimEndpoint.start({
      now,
      grants,
      gate: lanes.gate,
      ...(mutant?.endpoint ? { mutant: mutant.endpoint } : {}),
    })
    const world = new SimWorld(seed, lanes, time, endpoint, mutant)
    endpoint.answerLimit = world.dice.pick([200, 1_000, Number.MAX_SAFE_INTEGER])
    await world.#people(world.isBusy ? world.dice.whole(5, 8) : world.dice.pick([3, 3, 3, 4, 4, 5, 6, 8]))
    return world
  }

  async #people(count: number): Promise<void> {
    const [first, ...others] = people
    if (!first) return
    const cast = [first, ...this.dice.shuffled([first, ...others]).slice(0, count - 1)]
    for (const [i, person] of cast.entries()) {
      const before = this.actors.at(-1)
      const shares = i > 1 && before && !before.shares && this.dice.isBelow(0.25) ? before : undefined
      const actor = await this.#enter(person, shares?.device.disk)
      if (!shares) continue
      actor.shares = shares
      shares.shares = actor
    }
    await this.endpoint.backUp()
  }

  async #enter(person: Person, disk?: SimDisk): Promise<Actor> {
    const key = createDeviceKeyPair()
    const replica = await this.endpoint.enrol(person.account, this.endpoint.store, key.publicKey)
    return this.#add(replica, person, key, undefined, disk)
  }

  #add(replica: string, person: Person, key: DeviceKeyPair, name?: string, disk?: SimDisk): Actor {
    const age = this.actors.length * 7
    const actor: Actor = {
      lane: this.lanes.open(replica),
      writing: 0,
      device: new SimDevice({
        replica,
        key,
        ...(name ? { name } : {}),
        person,
        // No two clocks agree to the millisecond: what two devices of a person write at once has two stamps.
        now: () => START_MS + this.time.monotonicNow() + age,
        edges: () => this.#edgesOf(actor.device.name, actor.lane),
        random: this.dice.next,
        onDefect: (error) => void this.defects.push(error),
        sendsPhotos: this.hasPhotos,
        ...(disk ? { disk } : {}),
        ...(this.#mutant ? { mutant: this.#mutant } : {}),
      }),
    }
    this.actors.push(actor)
    return actor
  }

  /** The same person on one more machine, whose disk is a copy of another's. */
  async clone(actor: Actor, rows: DiskCopy): Promise<void> {
    for (const { box } of actor.device.own()) this.copied.add(markOf(box))
    const twin = this.#add(
      actor.device.replica,
      actor.device.person,
      actor.device.key,
      `${actor.device.name}-twin${this.actors.length}`,
    )
    await this.until(this.start(twin, () => twin.device.putBack(rows)))
    await this.open(twin)
  }

  /** What a timer or an answer starts runs in the lane of the process that waited for it, or nowhere once that is dead. */
  #edgesOf(name: string, lane: Lane): Edges {
    const inLane = (run: () => void): void => this.lanes.push(lane, run)
    return {
      fetch: this.network.fetchOf(name, inLane),
      timers: {
        monotonicNow: () => this.time.monotonicNow(),
        after: (delay, run) => this.time.after(delay, () => inLane(run)),
      },
    }
  }

  count(fault: Fault): void {
    this.injected[fault]++
    this.trace(fault)
  }

  /** What happened, for whoever reads a failed seed. */
  trace(what: string): void {
    const hours = (this.time.monotonicNow() / 3_600_000).toFixed(2)
    this.story.push(`${hours} h, turn ${this.lanes.turns}: ${what}`)
  }

  running(): readonly Actor[] {
    return this.actors.filter(({ device }) => device.isRunning)
  }

  /** Begins something on a device; it goes on with the turns that follow. */
  start<T>(actor: Actor, work: () => Promise<T>): Promise<T> {
    return this.lanes.begin(actor.lane, work).then((result) => result)
  }

  /** One step of somebody, or a decision about one request. False where everybody waits for time to pass. */
  async turn(): Promise<boolean> {
    const [lanes, requests] = [this.lanes.ready(), this.network.open()]
    const at = this.dice.whole(0, lanes.length + requests.length - 1)
    const [lane, request] = [lanes[at], requests[at - lanes.length]]
    if (lane) await this.lanes.run(lane)
    else if (request) this.#decide(request)
    else return false
    return true
  }

  #decide(request: ReturnType<SimNetwork['open']>[number]): void {
    const failed = (error: unknown): void => void this.defects.push(error)
    const isChunk = request.method === 'PATCH'
    const chance = isChunk ? Math.min(this.badness * 3, 0.4) : this.badness
    if (!this.dice.isBelow(chance)) return void this.network.answer(request).catch(failed)
    const fault = this.dice.pick(isChunk ? chunkFaults : networkFaults)
    this.count(fault)
    const ofPhoto = photoFaults[fault]
    if (isChunk && ofPhoto) this.count(ofPhoto)
    this.network.spoil(request, fault).catch(failed)
  }

  /** A number of turns, or until all wait. */
  async turns(count: number): Promise<void> {
    for (let i = 0; i < count; i++) if (!(await this.turn())) return
  }

  rest = async (): Promise<void> => {
    for (let i = 0; await this.turn(); i++) if (i > MOST_TURNS) throw new Error('I7: the world does not come to rest')
  }

  /** Turns until the promise is settled, and what it gave. */
  async until<T>(promise: Promise<T>): Promise<T> {
    let isOver = false
    const over = (): void => {
      isOver = true
    }
    promise.then(over, over)
    for (let i = 0; !isOver; i++) {
      const moved = await this.turn()
      if (!moved) await new Promise<void>((resolve) => setTimeout(resolve, 0))
      if (i > MOST_TURNS || (!moved && i > 0 && !isOver && this.lanes.ready().length === 0)) break
    }
    if (!isOver) throw new Error('I7: somebody waits for what never comes')
    return promise
  }

  /** Replicas that will send nothing more: revoked, forked, or gone with their disk. */
  replicasGone(): ReadonlySet<string> {
    const alive = new Set(this.actors.map(({ device }) => device.replica))
    return new Set(this.endpoint.enrolled.filter((id) => !alive.has(id) || this.endpoint.isRevoked(id)))
  }

  /** Looked at after every event: under one number two operations were written, by two copies of a profile. */
  noteNames(ops: readonly Op[]): void {
    for (const { d, n, h } of ops) {
      const name = `${d}:${n}`
      if ((this.#stamps.get(name) ?? h) !== h) this.writtenTwice.add(name)
      this.#stamps.set(name, h)
    }
  }

  /** What the writer's disk has no more and the endpoint has not: no program brings that back. */
  async loseUnreachable(): Promise<void> {
    if (this.offDisk.size === 0) return
    const received = await this.endpoint.marks()
    for (const mark of this.offDisk) if (!received.has(mark)) this.lost.add(mark)
  }

  /** The disk of a device was lost or put back: what it said was saved may be there no more. */
  async checkDisk({ device }: Actor): Promise<void> {
    const held = new Set([...device.own(), ...device.foreign()].map(({ box }) => markOf(box)))
    for (const { on, mark } of this.ledger) if (on === device.name && !held.has(mark)) this.offDisk.add(mark)
    await this.loseUnreachable()
    this.photos.noteLost(this)
  }

  async open(actor: Actor): Promise<void> {
    if (actor.lane.isDead) actor.lane = this.lanes.open(actor.device.name)
    await this.until(this.start(actor, () => actor.device.open()))
  }

  /** The process is gone between two of its waits. */
  kill(actor: Actor): void {
    this.lanes.kill(actor.lane)
    actor.writing = 0
    this.network.abandon(actor.device.name, this.dice.isBelow(0.5))
    actor.device.kill()
    actor.lane = this.lanes.open(actor.device.name)
    if (actor.device.own().length > 0) actor.device.checkOwnRows(this.endpoint.backedUp(actor.device.replica))
  }

  /**
   * Work whose waits are not the scheduler's (keys, envelopes): everybody comes to rest first, and nobody moves but who
   * does it, so that the machine's speed throws no dice.
   */
  async standingStill<T>(work: () => Promise<T>): Promise<T> {
    await this.rest()
    let isOver = false
    const over = (): void => {
      isOver = true
    }
    const done = work()
    done.then(over, over)
    while (!isOver) {
      const [lane] = this.lanes.ready()
      if (lane) await this.lanes.run(lane)
      else await new Promise<void>((resolve) => setTimeout(resolve, 0))
    }
    return done
  }

  async advance(ms: number): Promise<void> {
    await this.time.advance(ms, this.rest)
  }

  async applyGrants(): Promise<void> {
    await this.endpoint.setGrants([...this.grants.values()].flat())
  }

  async stop(): Promise<void> {
    for (const { device } of this.running()) device.kill()
    this.#uninstall()
    await this.endpoint.stop()
  }
}
