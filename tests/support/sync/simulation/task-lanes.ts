/**
 * The scheduler of the simulation. Every wait of the program at its edges (a step of IndexedDB, a call of the endpoint's
 * store, an answer from the network, a timer) becomes a task in the lane of whoever waits. Which lane goes next is
 * thrown with the seed's dice; between any two tasks the world may write, cut the power or lose a request. Within a lane
 * the order stays, as it does in a browser.
 */
import process from 'node:process'
import type { Dice } from './dice.ts'

export interface Lane {
  readonly name: string
  readonly tasks: (() => void)[]
  /** Its process is gone: nothing of it ever runs again. */
  isDead: boolean
}

type Immediate = typeof globalThis.setImmediate

export class TaskLanes {
  readonly #lanes = new Set<Lane>()
  readonly #turnOfLoop: Immediate = globalThis.setImmediate
  readonly #outside: Lane = { name: 'outside', tasks: [], isDead: false }
  #current: Lane = this.#outside
  turns = 0

  constructor() {
    this.#lanes.add(this.#outside)
  }

  /** From now on what the database postpones is a task of ours. Returns how to give the event loop back. */
  install(): () => void {
    const ours = (run: (...given: unknown[]) => void, ...given: unknown[]): void =>
      this.push(this.#current, () => run(...given))
    globalThis.setImmediate = ours as unknown as Immediate
    return () => {
      globalThis.setImmediate = this.#turnOfLoop
    }
  }

  open(name: string): Lane {
    const lane: Lane = { name, tasks: [], isDead: false }
    this.#lanes.add(lane)
    return lane
  }

  /** The process of this lane is gone, with everything it meant to do. */
  kill(lane: Lane): void {
    lane.isDead = true
    lane.tasks.length = 0
    this.#lanes.delete(lane)
  }

  push(lane: Lane, task: () => void): void {
    if (lane.isDead) return
    this.#lanes.add(lane)
    lane.tasks.push(task)
  }

  /** A wait of the running lane that ends when the dice say so. */
  gate = (): Promise<void> => new Promise((resolve) => this.push(this.#current, resolve))

  /** Begins something in a lane; what it postpones stays in that lane. */
  begin<T>(lane: Lane, work: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      this.push(lane, () => {
        try {
          resolve(work())
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)))
        }
      })
    })
  }

  ready(): readonly Lane[] {
    return [...this.#lanes].filter(({ tasks }) => tasks.length > 0)
  }

  /** Runs the oldest task of a lane and everything that follows from it without waiting. */
  async run(lane: Lane): Promise<void> {
    const task = lane.tasks.shift()
    if (!task) return
    this.turns++
    this.#current = lane
    task()
    // After all that follows by microtasks, and without a turn of the event loop, which costs a tenth of a seed.
    await new Promise<void>((resolve) => process.nextTick(resolve))
    this.#current = this.#outside
    if (lane.tasks.length === 0 && lane !== this.#outside) this.#lanes.delete(lane)
  }

  async turn(dice: Dice): Promise<boolean> {
    const ready = this.ready()
    if (ready.length === 0) return false
    await this.run(dice.pick(ready))
    return true
  }
}
