/** Makes links: the hash, the salt and the commitment. Where they are kept is the store's business. */
import { hash, randomBytes } from 'node:crypto'
import { canonicalJson } from '#domain/kernel/canonical-json.ts'
import type { JsonValue } from '#domain/change/op.ts'
import {
  type CoveredOp,
  detailCommitment,
  GENESIS,
  leafOfText,
  leavesCommitment,
  linkText,
  opText,
  type Sha256,
  type StoredLink,
  type TrailLink,
  type TrailType,
} from '#domain/trail/trail-link.ts'

export const sha256: Sha256 = (text) => hash('sha256', text)

const SALT_BYTES = 16
const newSalt = (): string => randomBytes(SALT_BYTES).toString('base64url')

/** Where a chain stands. */
export interface ChainHead {
  readonly num: number
  readonly hash: string
}

export const EMPTY_CHAIN: ChainHead = { num: 0, hash: GENESIS }

/** Something that happened, before it is a link. */
export interface TrailEvent {
  readonly chain: string
  readonly type: TrailType
  readonly atMs: number
  readonly account?: string
  readonly subject?: string
  readonly device?: string
  readonly place?: string
  /** What may be erased later; nothing secret and no position belongs here either. */
  readonly detail?: Readonly<Record<string, JsonValue>>
}

export interface OpsOrigin {
  readonly type: 'ops' | 'founded' | 'refounded'
  readonly account: string
  readonly device: string
  readonly atMs: number
}

/** NUL has no place in PostgreSQL's text, and half a surrogate pair none in UTF-8. */
const clean = (text: string): string => Buffer.from(text).toString().replaceAll('\0', '\uFFFD')

function sealed(link: TrailLink, salt: string, detail: string | null): StoredLink {
  return { ...link, hash: sha256(linkText(link)), salt, detail }
}

/** The next link of an event's chain. */
export function eventLink(head: ChainHead, event: TrailEvent): StoredLink {
  const { chain, type, atMs, account = '', subject = '', device = '', place = '', detail = {} } = event
  const [salt, text] = [newSalt(), clean(canonicalJson(detail))]
  const commitment = detailCommitment(sha256, salt, text)
  const who = { account: clean(account), subject: clean(subject), device: clean(device), place: clean(place) }
  const covered = { firstSeq: 0, lastSeq: 0 }
  return sealed({ chain, num: head.num + 1, atMs, type, ...who, ...covered, commitment, prev: head.hash }, salt, text)
}

/** Operations of one feed on their way into one link, in the order of their numbers. */
export class CoveredOps {
  readonly #salt = newSalt()
  readonly #leaves: string[] = []
  #first = 0
  #last = 0

  add(op: CoveredOp): void {
    this.addText(op.seq, opText(op))
  }

  /** `text`: the operation's `opText`, where it is at hand. */
  addText(seq: number, text: string): void {
    if (this.#first === 0) this.#first = seq
    this.#last = seq
    this.#leaves.push(leafOfText(sha256, this.#salt, seq, text))
  }

  get isEmpty(): boolean {
    return this.#leaves.length === 0
  }

  link(chain: string, head: ChainHead, { type, account, device, atMs }: OpsOrigin): StoredLink {
    const commitment = leavesCommitment(sha256, this.#leaves)
    const covered = { firstSeq: this.#first, lastSeq: this.#last }
    const who = { account, subject: '', device, place: chain }
    return sealed(
      { chain, num: head.num + 1, atMs, type, ...who, ...covered, commitment, prev: head.hash },
      this.#salt,
      null,
    )
  }
}
