/**
 * Opens a file on a device: readable parts are checked and merged, envelopes are kept and delivered with the next
 * network, receipts are taken in or carried on. Every section stands for itself: a damaged one does no harm to the rest,
 * and the same file any number of times changes nothing (rules HND-2, HND-3).
 */
import type { KeptPass, NewSection } from '#data/contract/hand-over-contract.ts'
import type { Problem, ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { type FileExtra, type FilePart, readHandOverFile } from '#protocol/hand-over/hand-over-file.ts'
import { sha256Text, ownCopy } from './crypto-texts.ts'
import type { SignedText } from '#protocol/hand-over/signed-text.ts'
import type { HandOverParts } from './hand-over-parts.ts'
import { type OpenCopy, unlockWith } from './locked-copy.ts'
import { type BelievedSection, believe, isMember, readableOps } from './open-section.ts'
import { takeInReceipt } from './take-in-receipts.ts'
import { takeInReturn } from './take-in-return.ts'

export interface TakenIn {
  /** Operations merged now, and those that were here before. */
  readonly merged: number
  readonly known: number
  /** Who wrote what was merged, as the endpoint names them. */
  readonly authors: readonly string[]
  readonly photos: number
  /** Sections kept for the endpoint now, and those that were kept or delivered before. */
  readonly carried: number
  readonly carriedBefore: number
  /** Receipts for this device, and for others. */
  readonly receipts: number
  readonly receiptsCarried: number
  readonly receiptsOld: number
  /** Records of others changed by an answer to this device's wish, and answers that brought nothing new. */
  readonly news: number
  readonly newsOld: number
  /** Wishes of others kept for the endpoint, and answers kept for others. */
  readonly asksCarried: number
  readonly returnsCarried: number
  /** Parts that wait for a pass phrase. */
  readonly locked: number
  /** How many parts were left aside, by reason. */
  readonly refused: ReadonlyMap<ProblemCode, number>
}

type Counts = { -readonly [K in Exclude<keyof TakenIn, 'authors' | 'refused'>]: number }

class Taking {
  readonly counts: Counts = {
    merged: 0,
    known: 0,
    photos: 0,
    carried: 0,
    carriedBefore: 0,
    receipts: 0,
    receiptsCarried: 0,
    receiptsOld: 0,
    news: 0,
    newsOld: 0,
    asksCarried: 0,
    returnsCarried: 0,
    locked: 0,
  }
  readonly authors = new Set<string>()
  readonly refused = new Map<ProblemCode, number>()
  readonly #parts: HandOverParts
  readonly #pass: KeptPass | null
  readonly #nowMs: number

  constructor(parts: HandOverParts, pass: KeptPass | null, nowMs: number) {
    this.#parts = parts
    this.#pass = pass
    this.#nowMs = nowMs
  }

  refuse(code: ProblemCode, times = 1): void {
    if (times > 0) this.refused.set(code, (this.refused.get(code) ?? 0) + times)
  }

  async part(part: FilePart): Promise<Result<null, Problem>> {
    const bytes = ownCopy(part.bytes)
    if ((await sha256Text(bytes)) !== part.entry.sha256) return this.#leave('hand-over.damaged')
    if (part.entry.form === 'envelope') return this.#carry(part, bytes)
    return this.#readable(part.entry.sha256, bytes)
  }

  /** Pieces of a kind that a newer program made are passed by. */
  async extra({ entry, bytes: view }: FileExtra, openCopy: OpenCopy | null): Promise<Result<null, Problem>> {
    const { kind, origin, atMs, sha256 } = entry
    const bytes = ownCopy(view)
    if ((await sha256Text(bytes)) !== sha256) return this.#leave('hand-over.damaged')
    if (kind === 'locked') return this.#locked(bytes, openCopy)
    if (kind !== 'ask' && kind !== 'return') return ok(null)
    const isOwn = origin === this.#parts.identity().replica
    if (isOwn) return kind === 'return' ? this.#return(bytes) : ok(null)
    const kept = await this.#parts.store.keepExtra({ kind, origin, atMs, sha256, bytes })
    if (kept.ok && kept.value) this.counts[kind === 'ask' ? 'asksCarried' : 'returnsCarried']++
    return kept.ok ? ok(null) : kept
  }

  async #locked(bytes: Uint8Array<ArrayBuffer>, openCopy: OpenCopy | null): Promise<Result<null, Problem>> {
    const opened = openCopy ? await openCopy(bytes) : null
    if (typeof opened === 'string') return this.#leave(`hand-over.${opened}`)
    if (opened) return this.#readable(await sha256Text(opened), opened)
    this.counts.locked++
    return ok(null)
  }

  async #return(bytes: Uint8Array<ArrayBuffer>): Promise<Result<null, Problem>> {
    if (!this.#pass) return this.#leave('hand-over.no-pass')
    const taken = await takeInReturn(this.#parts, this.#pass.signingKey, bytes, this.#nowMs)
    if (!taken.ok) return taken
    if (typeof taken.value === 'string') return this.#leave(taken.value)
    this.counts.news += taken.value.entities
    if (taken.value.feeds === 0) this.counts.newsOld++
    return ok(null)
  }

  async #readable(sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<Result<null, Problem>> {
    if (!this.#pass) return this.#leave('hand-over.no-pass')
    const believed = await believe(this.#pass.signingKey, bytes)
    if (!believed.ok) return this.#leave(believed.error)
    return believed.value.section.head.type === 'photo'
      ? this.#photo(believed.value)
      : this.#ops(sha256, bytes, believed.value)
  }

  #leave(code: ProblemCode): Result<null, Problem> {
    this.refuse(code)
    return ok(null)
  }

  /** Own envelopes come back when a file goes round: they are here already, as operations. */
  async #carry({ entry }: FilePart, bytes: Uint8Array): Promise<Result<null, Problem>> {
    if (entry.origin === this.#parts.identity().replica) return ok(null)
    const fresh = await this.#parts.store.keepSections([{ ...entry, bytes }])
    if (!fresh.ok) return fresh
    if (fresh.value > 0) this.counts.carried++
    else this.counts.carriedBefore++
    return ok(null)
  }

  async #ops(sha256: string, bytes: Uint8Array, believed: BelievedSection): Promise<Result<null, Problem>> {
    const { head } = believed.section
    if (head.type !== 'ops') return ok(null)
    if (head.feed === null || !isMember(this.#parts, head.feed, this.#nowMs, believed.certificate.issuedMs))
      return this.#leave('hand-over.wrong-device')
    const ops = readableOps(this.#parts, believed, head, this.#nowMs)
    if (!ops.ok) return this.#leave(ops.error)
    const adopted = await this.#parts.sync.adoptForeign(ops.value)
    if (!adopted.ok) return adopted
    this.counts.merged += adopted.value.adopted
    this.counts.known += adopted.value.known
    if (adopted.value.adopted > 0) this.authors.add(believed.certificate.name)
    if (head.origin === this.#parts.identity().replica) return ok(null)
    const { origin, from, to, feed } = head
    const kept: NewSection = { sha256, form: 'plain', type: 'ops', origin, from, to, feed, bytes }
    const saved = await this.#parts.store.keepSections([kept])
    return saved.ok ? ok(null) : saved
  }

  async #photo(believed: BelievedSection): Promise<Result<null, Problem>> {
    const { head, data } = believed.section
    if (head.type !== 'photo') return ok(null)
    const bytes = ownCopy(data)
    if ((await sha256Text(bytes)) !== head.sha256) return this.#leave('hand-over.damaged')
    if (!isMember(this.#parts, head.feed, this.#nowMs, believed.certificate.issuedMs))
      return this.#leave('hand-over.wrong-device')
    await this.#parts.sync.keepBlob(head.sha256, bytes)
    this.counts.photos++
    return ok(null)
  }

  report(): TakenIn {
    return { ...this.counts, authors: [...this.authors], refused: this.refused }
  }
}

const counterOf = { here: 'receipts', carried: 'receiptsCarried', old: 'receiptsOld' } as const
const isCounted = (outcome: string): outcome is keyof typeof counterOf => Object.hasOwn(counterOf, outcome)

async function takeInReceipts(
  taking: Taking,
  parts: HandOverParts,
  pass: KeptPass | null,
  receipts: readonly SignedText[],
): Promise<Result<null, Problem>> {
  for (const signed of receipts) {
    const outcome = pass ? await takeInReceipt(parts, pass.signingKey, signed) : ok('hand-over.no-pass' as const)
    if (!outcome.ok) return outcome
    if (isCounted(outcome.value)) taking.counts[counterOf[outcome.value]]++
    else taking.refuse(outcome.value)
  }
  return ok(null)
}

/**
 * Without a pass of its own a device still carries envelopes for others; it believes nothing it could read. Without the
 * phrase, or with a wrong one, everything but the locked parts is taken in, and the file can be opened again.
 */
export async function takeInFile(
  parts: HandOverParts,
  bytes: Uint8Array,
  phrase?: string,
): Promise<Result<TakenIn, Problem>> {
  const file = readHandOverFile(bytes)
  if (!file.ok) return err({ code: file.error })
  const at = await parts.sync.position()
  if (!at.ok) return at
  const pass = await parts.store.pass()
  const taking = new Taking(parts, pass, parts.clock.now() + (at.value.clockOffset ?? 0))
  taking.refuse('hand-over.damaged', file.value.missing)
  const receipts = await takeInReceipts(taking, parts, pass, file.value.head.receipts)
  if (!receipts.ok) return receipts
  for (const part of file.value.parts) {
    const taken = await taking.part(part)
    if (!taken.ok) return taken
  }
  const openCopy = phrase === undefined ? null : unlockWith(parts.stretch, phrase)
  for (const extra of file.value.extras) {
    const taken = await taking.extra(extra, openCopy)
    if (!taken.ok) return taken
  }
  return ok(taking.report())
}
