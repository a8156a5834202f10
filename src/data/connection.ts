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

  constructor(db: LocalDatabase) {
    this.db = db
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
    this.db.close()
    for (const listener of this.#onClosed) listener({ code: 'storage.closed' })
  }
}

function asProblem(error: unknown): Result<never, Problem> {
  const problem = storageProblem(error)
  if (!problem) throw error
  return err(problem)
}
