/**
 * Takes hand-over files in, any number of times and in any order (rule HND-3): sections of one origin in the order of n,
 * a bad one left aside without harm to the others, and a signed receipt for every origin, to travel back the same way.
 * What misses earlier sections is refused with the number expected and stays with the carrier (rule HND-5).
 */
import type { Clock } from '#domain/kernel/clock.ts'
import type { FileExtra, FilePart, HandOverFile } from '#protocol/hand-over/hand-over-file.ts'
import type {
  HandOverAnswer,
  HandOverPass,
  ReturnParcel,
  SectionOutcome,
} from '#protocol/hand-over/hand-over-message.ts'
import { certificateText, receiptText, SIGNED_VERSION, type SignedText } from '#protocol/hand-over/signed-text.ts'
import type { Caller } from '#server/identity/caller.ts'
import type { PlaceDirectory } from '#server/identity/place-tree.ts'
import type { Notices } from '#server/ingest/take-in.ts'
import type { BlobFiles } from '#server/photo/blob-files.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { type EndpointKeys, loadEndpointKeys } from './endpoint-keys.ts'
import { makeReturn, openAsk, type ProvedAsk } from './make-return.ts'
import { openPart, type ProvedSection } from './open-part.ts'
import { type Refusal, takeInOps } from './take-in-ops.ts'
import { takeInPhoto } from './take-in-photo.ts'

export interface HandOverDeskParts {
  readonly store: EndpointStore
  readonly directory: PlaceDirectory
  readonly blobs: BlobFiles
  readonly clock: Clock
  readonly notices?: Notices | undefined
}

/** A receipt lists no more refusals than this; the device hears of the rest when it has a network. */
const MOST_REJECTED = 1000

/** Wishes answered at once; a device delivers them one by one. */
const MOST_ASKS = 4

type Taken = Refusal | null

export class HandOverDesk {
  readonly #parts: HandOverDeskParts
  #keys: Promise<EndpointKeys> | undefined

  constructor(parts: HandOverDeskParts) {
    this.#parts = parts
  }

  /** A failed reading is not remembered. */
  #loadKeys(): Promise<EndpointKeys> {
    this.#keys ??= loadEndpointKeys(this.#parts.store).catch((error: unknown) => {
      this.#keys = undefined
      throw error
    })
    return this.#keys
  }

  /** What a device needs to make and to check files without a network. */
  async pass({ account, device, grants, today }: Caller): Promise<HandOverPass> {
    const keys = await this.#loadKeys()
    const current = grants.filter(({ to }) => to === null || to >= today)
    const text = certificateText({
      v: SIGNED_VERSION,
      replica: device.id,
      account: account.id,
      name: account.displayName,
      key: device.publicKey,
      grants: current.map(({ scope, role, from, to }) => ({ scope, role, from, to })),
      issuedMs: this.#parts.clock.now(),
    })
    const certificate = keys.sign('certificate', text)
    return { endpointKey: keys.envelopePublic, signingKey: keys.signingPublic, certificate }
  }

  async takeIn(file: HandOverFile): Promise<HandOverAnswer> {
    const { store, clock } = this.#parts
    const keys = await this.#loadKeys()
    const outcomes = new Map<FilePart, Taken>()
    const origins = new Set<string>()
    for (const part of inOrder(file.parts)) {
      const proved = await openPart(part, keys, store)
      if (proved.ok) origins.add(proved.value.device.id)
      outcomes.set(part, proved.ok ? await this.#take(proved.value) : { code: proved.error, expect: null })
    }
    const asks = await this.#asks(file.extras, keys)
    for (const { device } of asks) origins.add(device.id)
    const receipts: SignedText[] = []
    for (const origin of [...origins].sort()) receipts.push(await this.#receipt(origin, keys))
    const sections = file.parts.map((part) => outcomeOf(part, outcomes.get(part) ?? null))
    const returns = await this.#returns(asks, keys)
    return { inc: await store.incarnation(), now: clock.now(), sections, receipts, returns }
  }

  /** The latest wish of each device; those for another endpoint stay with the carrier. */
  async #asks(extras: readonly FileExtra[], keys: EndpointKeys): Promise<readonly ProvedAsk[]> {
    const latest = new Map<string, ProvedAsk>()
    for (const extra of extras.filter(({ entry }) => entry.kind === 'ask').slice(0, MOST_ASKS)) {
      const ask = await openAsk(extra, keys, this.#parts.store)
      if (ask && ask.ask.atMs >= (latest.get(ask.device.id)?.ask.atMs ?? 0)) latest.set(ask.device.id, ask)
    }
    return [...latest.values()]
  }

  /** After the sections: what they brought is among the news for the others. */
  async #returns(asks: readonly ProvedAsk[], keys: EndpointKeys): Promise<readonly ReturnParcel[]> {
    const { store, directory, clock } = this.#parts
    const returns: ReturnParcel[] = []
    for (const ask of asks) {
      const parcel = await makeReturn({ store, directory, keys, nowMs: clock.now() }, ask)
      if (parcel) returns.push(parcel)
    }
    return returns
  }

  async #take({ section: { head, data }, device }: ProvedSection): Promise<Taken> {
    const { store, directory, clock, blobs, notices } = this.#parts
    const taking = { store, directory, nowMs: clock.now(), notices }
    if (head.type === 'photo') {
      const code = await takeInPhoto(taking, blobs, device, head, data)
      return code && { code, expect: null }
    }
    // Earlier sections of this file may have moved the device on.
    const known = (await store.deviceById(device.id)) ?? device
    const taken = await takeInOps(taking, known, head, data)
    return taken.ok ? null : taken.error
  }

  async #receipt(origin: string, keys: EndpointKeys): Promise<SignedText> {
    const { store, clock } = this.#parts
    const [inc, device] = [await store.incarnation(), await store.deviceById(origin)]
    const rejected = (await store.quarantineOf(origin)).slice(0, MOST_REJECTED).map(({ n, code }) => ({ n, code }))
    const { lastN: ack, safeN: safe } = device ?? { lastN: 0, safeN: 0 }
    const last = ack > 0 ? await store.opAt(origin, ack) : null
    const tip = last === null ? {} : { tip: { h: last.op.h, e: last.op.e } }
    const receipt = { v: SIGNED_VERSION, inc, atMs: clock.now(), origin, ack, safe, rejected, ...tip }
    return keys.sign('receipt', receiptText(receipt))
  }
}

/** Operations before photos, whole runs before the copies made of them, each origin in the order of n. */
function inOrder(parts: readonly FilePart[]): readonly FilePart[] {
  const rank = ({ entry }: FilePart): number => (entry.type === 'photo' ? 2 : entry.feed === null ? 0 : 1)
  return [...parts].sort((a, b) => rank(a) - rank(b) || a.entry.from - b.entry.from)
}

const outcomeOf = ({ entry: { sha256 } }: FilePart, taken: Taken): SectionOutcome => ({
  sha256,
  code: taken?.code ?? null,
  expect: taken?.expect ?? null,
})
