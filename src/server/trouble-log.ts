/** Errors from behind the routes (journal, backups, photos) reach the log also when they come before there is one. */
export interface ErrorSink {
  error(line: object): void
}

const MOST_KEPT = 20

export class TroubleLog {
  #sink: ErrorSink | undefined
  readonly #early: unknown[] = []

  readonly report = (error: unknown): void => {
    if (this.#sink) this.#sink.error({ stack: error instanceof Error ? error.stack : String(error) })
    else if (this.#early.length < MOST_KEPT) this.#early.push(error)
  }

  attach(sink: ErrorSink): void {
    this.#sink = sink
    for (const error of this.#early.splice(0)) this.report(error)
  }
}
