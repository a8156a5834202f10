/**
 * The one connection of a store. A lost connection (Safari drops it in the background) is opened again and the
 * work repeated once; a connection that a newer program needs is given up after the writes under way, and never
 * reopened, because this program may not write what that one made of the database (rule DAT-8).
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { LocalDatabase } from './local-database.ts'
import { isConnectionLost, storageProblem } from './storage-problem.ts'

export class Connection {
  readonly db: LocalDatabase
  readonly #underWay = new Set<Promise<unknown>>()
  readonly #onClosed = new Set<(problem: Problem) => void>()
  #isOver = false

  /** `isIntact`: asked of a database that was opened again, because the system may have emptied it meanwhile. */
  constructor(db: LocalDatabase, isIntact: (db: LocalDatabase) => Promise<boolean> = async () => true) {
    this.db = db
    let isOpenedAgain = !db.isOpen()
    db.on(
      'ready',
      async (opened) => {
        if (isOpenedAgain && !(await isIntact(opened as LocalDatabase))) this.#refuseEmptied()
        isOpenedAgain = true
      },
      true,
    )
    db.on('versionchange', () => {
      void this.#giveWay()
      return false
    })
  }

  /** Runs a piece of work that may be repeated from its beginning. Storage errors come back as problems. */
  async run<T>(work: (db: LocalDatabase) => PromiseLike<T>): Promise<Result<T, Problem>> {
    if (this.#isOver) return err({ code: 'storage.closed' })
    const attempt = this.#attempt(work)
    this.#underWay.add(attempt)
    try {
      return await attempt
    } finally {
      this.#underWay.delete(attempt)
    }
  }

  /** Called once when a newer version of the app, or a cleaner, took the database away. */
  onClosed(listener: (problem: Problem) => void): () => void {
    this.#onClosed.add(listener)
    return () => this.#onClosed.delete(listener)
  }

  close(): void {
    this.#isOver = true
    this.db.close()
  }

  async #attempt<T>(work: (db: LocalDatabase) => PromiseLike<T>): Promise<Result<T, Problem>> {
    try {
      return ok(await work(this.db))
    } catch (first) {
      if (!isConnectionLost(first) || this.#isOver) return asProblem(first)
      return await this.#attemptAfresh(work)
    }
  }

  async #attemptAfresh<T>(work: (db: LocalDatabase) => PromiseLike<T>): Promise<Result<T, Problem>> {
    try {
      this.db.close({ disableAutoOpen: false })
      await this.db.open()
      return ok(await work(this.db))
    } catch (second) {
      return asProblem(second)
    }
  }

  async #giveWay(): Promise<void> {
    this.#isOver = true
    await Promise.allSettled(this.#underWay)
    this.#lose({ code: 'storage.closed' })
  }

  /** Nothing is read from an empty database, or written into it, as if nothing had happened (DAT-25). */
  #refuseEmptied(): never {
    this.#isOver = true
    // The opening has to fail first; closing from within would wait for itself.
    queueMicrotask(() => this.#lose({ code: 'storage.evicted' }))
    throw new DOMException('the database was emptied', 'DatabaseClosedError')
  }

  #lose(problem: Problem): void {
    this.db.close()
    for (const listener of this.#onClosed) listener(problem)
  }
}

function asProblem(error: unknown): Result<never, Problem> {
  const problem = storageProblem(error)
  if (!problem) throw error
  return err(problem)
}
