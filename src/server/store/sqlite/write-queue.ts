/**
 * Group commit: writes that arrive within a few milliseconds share one transaction and so one wait for the disk, which
 * is what makes thousands of small pushes a second possible. Each is a part of its own: one that fails is undone
 * alone. Nobody gets a result before the commit that holds it (END-6, END-52).
 */
import { type Connection, TransactionGoneError } from './connection.ts'

/** Beyond this the rest waits for the next transaction, so that reading goes on between. */
const LONGEST_MS = 40

/** A result or a failure, told only after the commit. */
type Outcome = { readonly isDone: true; readonly value: unknown } | { readonly isDone: false; readonly reason: unknown }

interface Waiting {
  readonly work: () => unknown
  readonly tell: (outcome: Outcome) => void
}

export type OnGroup = (writes: number, seconds: number) => void

function attempt(work: () => unknown): Outcome {
  try {
    return { isDone: true, value: work() }
  } catch (reason) {
    return { isDone: false, reason }
  }
}

export class WriteQueue {
  readonly #db: Connection
  /** 0 commits every write by itself, at once. */
  readonly #windowMs: number
  readonly #onGroup: OnGroup | undefined
  #waiting: Waiting[] = []
  #timer: NodeJS.Timeout | undefined

  constructor(db: Connection, windowMs: number, onGroup?: OnGroup) {
    this.#db = db
    this.#windowMs = windowMs
    this.#onGroup = onGroup
  }

  async write<T>(work: () => T): Promise<T> {
    if (this.#windowMs === 0) return this.#db.transaction(work)
    return new Promise<T>((resolve, reject) => {
      const tell = (outcome: Outcome): void =>
        outcome.isDone ? resolve(outcome.value as T) : reject(outcome.reason as Error)
      this.#waiting.push({ work, tell })
      this.#timer ??= setTimeout(() => this.#commitSome(), this.#windowMs)
    })
  }

  /** Commits everything that waits. */
  flush(): void {
    while (this.#waiting.length > 0) this.#commitSome()
  }

  #commitSome(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
    const [only, ...others] = this.#waiting
    if (only && others.length === 0) return this.#commitOnly(only)
    const since = performance.now()
    const taken: Waiting[] = []
    const outcomes = attempt(() => this.#db.transaction(() => this.#run(taken, since + LONGEST_MS)))
    if (this.#waiting.length > 0) this.#timer = setTimeout(() => this.#commitSome(), 0)
    if (outcomes.isDone) for (const [i, outcome] of (outcomes.value as Outcome[]).entries()) taken[i]?.tell(outcome)
    else this.#oneByOne(taken)
    this.#onGroup?.(taken.length, (performance.now() - since) / 1000)
  }

  /** Undoing the whole is undoing this one: a part of its own would keep a second copy of every page of a large push. */
  #commitOnly(only: Waiting): void {
    const since = performance.now()
    this.#waiting = []
    this.#oneByOne([only])
    this.#onGroup?.(1, (performance.now() - since) / 1000)
  }

  #run(taken: Waiting[], until: number): Outcome[] {
    const outcomes: Outcome[] = []
    for (let next = this.#waiting.shift(); next; next = this.#waiting.shift()) {
      taken.push(next)
      const { work } = next
      const outcome = attempt(() => this.#db.savepoint(work))
      if (!outcome.isDone && outcome.reason instanceof TransactionGoneError) throw outcome.reason
      outcomes.push(outcome)
      if (performance.now() > until) break
    }
    return outcomes
  }

  /** The commit as a whole failed, on a full disk for instance: what fits by itself still gets in. */
  #oneByOne(taken: readonly Waiting[]): void {
    for (const { work, tell } of taken) tell(attempt(() => this.#db.transaction(work)))
  }
}
