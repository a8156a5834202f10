/**
 * What is kept of an operation, as text: its body, its fingerprint, the registers of a record it is the first write of,
 * and what the trail commits to. In a large push this is most of the work beside the database, and each value comes in
 * all four; so each is put into JSON once, and texts that come again (feed, kind, names) are looked up. The texts are
 * the same to the byte as those of `opFingerprint`, `registersOfOp` and `opText`.
 */
import { hash } from 'node:crypto'
import type { JsonValue, Op } from '#domain/change/op.ts'
import { type FieldSet, FieldSets } from './field-set.ts'
import { opFingerprint } from './op-fingerprint.ts'

export interface OpTexts {
  readonly body: string
  readonly fingerprint: string
  /** Undefined where the operation tells what its writer had seen: then the registers have to be made first. */
  readonly regs: string | undefined
  /** What the trail commits to, once the operation has its number. */
  readonly covered: (seq: number, receivedMs: number) => string
}

const FINGERPRINT_LENGTH = 32

const numberText = (value: number): string => (Number.isFinite(value) ? `${value}` : 'null')

function valueText(value: JsonValue): string {
  if (typeof value === 'number') return numberText(value)
  return value === null || typeof value === 'boolean' ? `${value}` : JSON.stringify(value)
}

/** The values in JSON; undefined where one comes with a context. */
function plainValues({ f }: Op, names: readonly string[]): readonly string[] | undefined {
  const values: string[] = []
  for (const name of names) {
    const write = f[name]
    if (write?.length !== 1 || write[0] === undefined) return undefined
    values.push(valueText(write[0]))
  }
  return values
}

/** Writes the operations of one push, or of a few: what it has looked up it keeps. */
export class OpWriter {
  readonly #quotedByWord = new Map<string, string>()
  readonly #fieldSets = new FieldSets()

  write(op: Op): OpTexts {
    const names = Object.keys(op.f)
    const values = plainValues(op, names)
    const entity = JSON.stringify(op.e)
    const { body, fingerprint, regs } = values ? this.#plain(op, entity, this.#fieldSets.of(names), values) : slowly(op)
    const covered = (seq: number, receivedMs: number): string =>
      `${this.#row(op, entity, seq, receivedMs)},"${fingerprint}"]${body}`
    return { body, fingerprint, regs, covered }
  }

  #quoted(word: string): string {
    const known = this.#quotedByWord.get(word)
    if (known !== undefined) return known
    const quoted = JSON.stringify(word)
    this.#quotedByWord.set(word, quoted)
    return quoted
  }

  #group = ({ g }: Op): string => (g === undefined ? 'null' : JSON.stringify(g))

  #row(op: Op, entity: string, seq: number, receivedMs: number): string {
    const { d, n, h, u, k, sv } = op
    const [device, author, kind] = [this.#quoted(d), this.#quoted(u), this.#quoted(k)]
    return `[${seq},${device},${n},${h},${receivedMs},${author},${kind},${entity},${sv},${this.#group(op)}`
  }

  #plain(op: Op, entity: string, fields: FieldSet, values: readonly string[]): Written {
    const { d, n, h, s, k, u, sv } = op
    const [feed, kind, author] = [this.#quoted(s), this.#quoted(k), this.#quoted(u)]
    const all = `[${h},${feed},${kind},${entity},${author},${sv},${this.#group(op)},${fields.fields(values)}]`
    return {
      body: fields.body(values),
      fingerprint: hash('sha256', all).slice(0, FINGERPRINT_LENGTH),
      regs: fields.registers(values, `{"d":${this.#quoted(d)},"n":${n},"h":${h},"v":`, `,"u":${author}}`),
    }
  }
}

type Written = Pick<OpTexts, 'body' | 'fingerprint' | 'regs'>

const slowly = (op: Op): Written => ({ body: JSON.stringify(op.f), fingerprint: opFingerprint(op), regs: undefined })
