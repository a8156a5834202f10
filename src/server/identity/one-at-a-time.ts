/**
 * Changes of people follow one another, in this process and among the endpoints of one database: two administrators who
 * take each other's right away at the same moment would otherwise both find the other one still there (END-93).
 */
import type { CareStore } from '#server/store/store-contract.ts'

export class OneAtATime {
  readonly #store: Pick<CareStore, 'alone'>
  #last: Promise<unknown> = Promise.resolve()

  constructor(store: Pick<CareStore, 'alone'>) {
    this.#store = store
  }

  do<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => this.#store.alone(work))
    this.#last = turn.catch(() => undefined)
    return turn
  }
}
