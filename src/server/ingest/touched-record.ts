/**
 * A record that a push touches. The first write of a new one is kept as the text of its registers, and the registers
 * themselves are made only when somebody asks: in a large push nearly every record is new and written once.
 */
import { applyOp, type EntityState, type Registers, registersOfOp } from '#domain/change/entity-state.ts'
import { isSealedKind } from '#domain/change/kind-registry.ts'
import type { Op } from '#domain/change/op.ts'

export class TouchedRecord {
  readonly feed: string
  readonly entity: string
  #state: EntityState | undefined
  #first: Op | undefined
  #text: string | undefined
  /** Number of the last write by this push; 0 where it wrote nothing. */
  seq = 0

  constructor(feed: string, entity: string, stored?: EntityState) {
    this.feed = feed
    this.entity = entity
    this.#state = stored
  }

  get state(): EntityState | undefined {
    if (this.#first) this.#keep(this.#first, registersOfOp(this.#first))
    this.#first = undefined
    return this.#state
  }

  #keep({ s, e, k }: Op, regs: Registers): EntityState {
    this.#state = { feed: s, entity: e, kind: k, regs }
    return this.#state
  }

  /** Returns the state before and after, or null where there was none before. `text`: the registers of this write alone. */
  write(op: Op, seq: number, text: string | undefined): { before: Registers; after: EntityState } | null {
    this.seq = seq
    const before = this.state?.regs
    this.#text = before ? undefined : text
    if (before) return { before, after: this.#keep(op, applyOp(before, op)) }
    this.#first = op
    return null
  }

  get kind(): string | undefined {
    return this.#first?.k ?? this.#state?.kind
  }

  sealedState(): EntityState | undefined {
    return isSealedKind(this.kind ?? '') ? this.state : undefined
  }

  /** The registers as they are kept. */
  text(): string {
    return this.#text ?? JSON.stringify(this.state?.regs ?? {})
  }
}
