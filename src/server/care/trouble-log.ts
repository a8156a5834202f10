/** Errors from behind the routes (journal, backups, photos) reach the log also when they come before there is one. */
import { errorLine } from './error-line.ts'

export interface ErrorSink {
  error(line: object): void
}

const MOST_KEPT = 20

export class TroubleLog {
  #sink: ErrorSink | undefined
  readonly #early: unknown[] = []
  readonly #onTrouble: () => void

  constructor(onTrouble: () => void) {
    this.#onTrouble = onTrouble
  }

  readonly report = (error: unknown): void => {
    this.#onTrouble()
    if (this.#sink) this.#sink.error(errorLine(error))
    else if (this.#early.length < MOST_KEPT) this.#early.push(error)
  }

  attach(sink: ErrorSink): void {
    this.#sink = sink
    for (const error of this.#early.splice(0)) sink.error(errorLine(error))
  }
}
