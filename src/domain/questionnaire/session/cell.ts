/**
 * Values that know what they were made of. A cell notes what it read while it was reckoned; when one of those
 * changes, only the cells above it are asked again, and only as far up as something really differs. That is what lets
 * one answer repaint what depends on it and nothing else, whatever the expressions say.
 */

type State = 'fresh' | 'doubtful' | 'stale'

interface Observed {
  readonly observers: Set<Reader>
}

/** A cell as those see it that it reads. */
export interface Reader {
  readonly sources: Set<Observed>
  readonly isWatched: boolean
  doubt(state: 'doubtful' | 'stale'): void
  refresh(): void
}

/** The cells of one filling; two fillings never touch each other. */
export class CellGraph {
  #reader: Reader | null = null
  readonly #waiting = new Set<Reader>()

  /** Notes that whoever is being reckoned has read this. */
  note(read: Observed): void {
    if (this.#reader === null) return
    this.#reader.sources.add(read)
    read.observers.add(this.#reader)
  }

  reckon<T>(reader: Reader | null, read: () => T): T {
    const before = this.#reader
    this.#reader = reader
    try {
      return read()
    } finally {
      this.#reader = before
    }
  }

  /** Reads without depending on what is read. */
  untracked<T>(read: () => T): T {
    return this.reckon(null, read)
  }

  /** Puts a watched cell among those whose change has to be told. */
  await(cell: Reader): void {
    this.#waiting.add(cell)
  }

  /** The watched cells in doubt since the last time, in the order in which they fell into it. */
  takeWaiting(): readonly Reader[] {
    const waiting = [...this.#waiting].filter((cell) => cell.isWatched)
    this.#waiting.clear()
    return waiting
  }
}

/** A value that is set from outside. */
export class Source<T> implements Observed {
  readonly observers = new Set<Reader>()
  readonly #graph: CellGraph
  #value: T

  constructor(graph: CellGraph, value: T) {
    this.#graph = graph
    this.#value = value
  }

  get(): T {
    this.#graph.note(this)
    return this.#value
  }

  set(value: T): void {
    if (Object.is(value, this.#value)) return
    this.#value = value
    for (const observer of this.observers) observer.doubt('stale')
  }

  /** Sets without telling anybody: for a cell that puts right what it is just reading. */
  correct(value: T): void {
    this.#value = value
  }
}

/** A value reckoned from others, when it is asked for. */
export class Computed<T> implements Observed, Reader {
  readonly observers = new Set<Reader>()
  readonly sources = new Set<Observed>()
  readonly #graph: CellGraph
  readonly #compute: () => T
  readonly #isSame: (one: T, other: T) => boolean
  #value: T
  #state: State = 'stale'
  #isReckoning = false
  isWatched = false

  /** `initial` is what a circle reads that only a filling can close. */
  constructor(graph: CellGraph, initial: T, compute: () => T, isSame: (one: T, other: T) => boolean = Object.is) {
    this.#graph = graph
    this.#value = initial
    this.#compute = compute
    this.#isSame = isSame
  }

  get(): T {
    this.#graph.note(this)
    this.refresh()
    return this.#value
  }

  /** The value as it was when it was last asked for. */
  peek(): T {
    return this.#value
  }

  doubt(state: 'doubtful' | 'stale'): void {
    const was = this.#state
    if (was === 'stale' || was === state) return
    this.#state = state
    if (was !== 'fresh') return
    if (this.isWatched) this.#graph.await(this)
    for (const observer of this.observers) observer.doubt('doubtful')
  }

  refresh(): void {
    if (this.#state === 'fresh' || this.#isReckoning) return
    if (this.#state === 'doubtful') this.#askSources()
    if (this.#state === 'stale') this.#reckon()
    this.#state = 'fresh'
  }

  /** A source that differs makes this stale; one that does not leaves it as it is. */
  #askSources(): void {
    for (const source of this.sources) {
      if (source instanceof Computed) source.refresh()
      if (this.#isStale()) return
    }
  }

  #isStale(): boolean {
    return this.#state === 'stale'
  }

  #reckon(): void {
    for (const source of this.sources) source.observers.delete(this)
    this.sources.clear()
    this.#isReckoning = true
    try {
      const value = this.#graph.reckon(this, this.#compute)
      if (this.#isSame(this.#value, value)) return
      this.#value = value
      for (const observer of this.observers) observer.doubt('stale')
    } finally {
      this.#isReckoning = false
    }
  }

  /** Takes the cell out of the graph: what it read no longer knows it. */
  drop(): void {
    for (const source of this.sources) source.observers.delete(this)
    this.sources.clear()
    this.isWatched = false
  }
}
