/**
 * The second model: devices that keep what they wrote until it is safe, and an endpoint that is put back to its last
 * backup. What the acknowledgements promise is judged against everything that was ever written.
 */
import fc from 'fast-check'
import { applyOp, mergeEntities, type Registers } from '#domain/change/entity-state.ts'
import { nextHlc } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import { contextForWrite } from '#domain/change/register.ts'
import { anOp } from './op-builder.ts'

const DEVICES = 3
const FIELD = 'score'

export type BackupStep =
  | { readonly do: 'write'; readonly at: number }
  /** `isHeard`: the answer arrives; otherwise the acknowledgement is lost. */
  | { readonly do: 'push'; readonly at: number; readonly isHeard: boolean }
  | { readonly do: 'pull'; readonly at: number }
  | { readonly do: 'file'; readonly at: number; readonly from: number }
  | { readonly do: 'backup' }
  | { readonly do: 'restore' }

const device = fc.nat({ max: DEVICES - 1 })
const oneOf = <K extends BackupStep['do']>(what: K) => fc.constant(what)
const step: fc.Arbitrary<BackupStep> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: oneOf('write'), at: device }) },
  { weight: 6, arbitrary: fc.record({ do: oneOf('push'), at: device, isHeard: fc.boolean() }) },
  { weight: 3, arbitrary: fc.record({ do: oneOf('pull'), at: device }) },
  { weight: 1, arbitrary: fc.record({ do: oneOf('file'), at: device, from: device }) },
  { weight: 2, arbitrary: fc.record({ do: oneOf('backup') }) },
  { weight: 2, arbitrary: fc.record({ do: oneOf('restore') }) },
)
export const arbitraryBackupHistory: fc.Arbitrary<readonly BackupStep[]> = fc.array(step, {
  minLength: 3,
  maxLength: 80,
  size: 'max',
})

/** `safe` is the rule; `ack` is the mutant: own operations leave the device once they were acknowledged. */
export type PruneAt = 'safe' | 'ack'

interface DeviceState {
  readonly name: string
  regs: Registers
  own: Op[]
  n: number
  hlc: number
  inc: number
  ack: number
}

interface EndpointState {
  readonly log: readonly Op[]
  readonly lastN: ReadonlyMap<string, number>
}

const nothing: EndpointState = { log: [], lastN: new Map() }
const textOf = (regs: Registers): string => JSON.stringify(regs)

export class BackupWorld {
  readonly #pruneAt: PruneAt
  readonly #devices: DeviceState[]
  #endpoint = nothing
  #backup = nothing
  #inc = 1
  edits = 0
  restores = 0

  constructor(pruneAt: PruneAt) {
    this.#pruneAt = pruneAt
    this.#devices = Array.from({ length: DEVICES }, (_, at) => ({
      name: `d${at}`,
      regs: {},
      own: [],
      n: 0,
      hlc: 0,
      inc: 0,
      ack: 0,
    }))
  }

  take(step: BackupStep): void {
    if (step.do === 'backup') this.#backup = this.#endpoint
    else if (step.do === 'restore') {
      this.restores++
      this.#endpoint = this.#backup
      this.#inc++
    } else if (step.do === 'write') this.#write(this.#at(step.at))
    else if (step.do === 'push') this.#push(this.#at(step.at), step.isHeard)
    else if (step.do === 'pull') this.#pull(this.#at(step.at))
    else this.#merge(this.#at(step.at), this.#at(step.from).regs)
    this.#checkNothingGone()
  }

  #at(at: number): DeviceState {
    const found = this.#devices[at]
    if (!found) throw new Error(`no device ${at}`)
    return found
  }

  #write(device: DeviceState): void {
    this.edits++
    device.hlc = nextHlc(device.hlc, Date.UTC(2026, 0, 1))
    const context = contextForWrite(device.regs[FIELD], device.name)
    const n = ++device.n
    const op = anOp({ d: device.name, n, h: device.hlc, f: { [FIELD]: context ? [n, context] : [n] } })
    device.own.push(op)
    device.regs = applyOp(device.regs, op)
  }

  /** As the protocol has it: a new incarnation sends everything again from what the device still holds. */
  #push(device: DeviceState, isHeard: boolean): void {
    const from = device.inc === this.#inc ? device.ack : 0
    let last = this.#endpoint.lastN.get(device.name) ?? 0
    const fresh: Op[] = []
    for (const op of device.own) if (op.n > from && op.n === last + 1) last = fresh.push(op) && op.n
    const lastN = new Map(this.#endpoint.lastN).set(device.name, last)
    this.#endpoint = { log: [...this.#endpoint.log, ...fresh], lastN }
    if (!isHeard) return
    device.inc = this.#inc
    device.ack = last
    const safe = this.#backup.lastN.get(device.name) ?? 0
    const kept = this.#pruneAt === 'safe' ? safe : last
    device.own = device.own.filter(({ n }) => n > kept)
  }

  #pull(device: DeviceState): void {
    for (const op of this.#endpoint.log) device.regs = applyOp(device.regs, op)
  }

  #merge(device: DeviceState, regs: Registers): void {
    device.regs = mergeEntities(device.regs, regs)
  }

  /** I1: every operation is at the endpoint, or its writer can still send it. */
  #checkNothingGone(): void {
    for (const { name, n: last, own } of this.#devices) {
      const held = new Set(own.map(({ n }) => n))
      for (let n = (this.#endpoint.lastN.get(name) ?? 0) + 1; n <= last; n++)
        if (!held.has(n)) throw new Error(`I1: ${name}:${n} is neither at the endpoint nor on its device`)
    }
  }

  /** Faults end: everybody sends and reads. Throws where anything is missing (I7) or anybody differs (I2). */
  settle(): void {
    for (const device of this.#devices) this.#push(device, true)
    for (const device of this.#devices) this.#pull(device)
    const { log } = this.#endpoint
    if (log.length !== this.edits) throw new Error(`I7: ${log.length} of ${this.edits} operations at the endpoint`)
    const states = this.#devices.map(({ regs }) => textOf(regs))
    if (new Set(states).size > 1) throw new Error(`I2: replicas differ: ${states.join('\n')}`)
  }
}

export function runBackupHistory(pruneAt: PruneAt, history: readonly BackupStep[]): BackupWorld {
  const world = new BackupWorld(pruneAt)
  for (const step of history) world.take(step)
  world.settle()
  return world
}
