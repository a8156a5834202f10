/**
 * What goes back to a device without a network: the news of the feeds it may read today, as a pull would give them, sealed
 * to the key in its wish so that whoever carries it reads nothing (rule HND-12). Rights are those of this moment and of the
 * device's own account; a revoked device gets nothing. What is handed out stands in the trail like that of a pull.
 */
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { isActive } from '#domain/access/role.ts'
import { sealEnvelope, TO_DEVICE } from '#protocol/hand-over/envelope.ts'
import type { FileExtra } from '#protocol/hand-over/hand-over-file.ts'
import type { ReturnParcel } from '#protocol/hand-over/hand-over-message.ts'
import {
  askTextToSign,
  readAsk,
  type ReturnAsk,
  returnBytes,
  returnHeadText,
} from '#protocol/hand-over/return-message.ts'
import type { SyncAnswer, SyncRequest } from '#protocol/sync-message.ts'
import { PROTOCOL_VERSION } from '#protocol/version.ts'
import { feedsOf, loadCaller } from '#server/identity/caller.ts'
import type { PlaceDirectory } from '#server/identity/place-tree.ts'
import { answerFeeds, type FeedsAnswer } from '#server/pull/answer-feeds.ts'
import type { Device, EndpointStore } from '#server/store/store-contract.ts'
import { recordHandedOut } from '#server/trail/handed-out.ts'
import type { EndpointKeys } from './endpoint-keys.ts'
import { isByDevice, openedEnvelope, sha256 } from './open-part.ts'

/** JSON bytes of the news of one answer: some 200 kB sealed. What is beyond comes with the next wish. */
const MOST_NEWS = 1_500_000

const zip = promisify(gzip)

export interface ProvedAsk {
  readonly ask: ReturnAsk
  readonly device: Device
}

/** Undefined where the wish is not for this endpoint, was changed on its way, or is of a device nobody knows. */
export async function openAsk(
  { entry, bytes }: FileExtra,
  keys: EndpointKeys,
  store: EndpointStore,
): Promise<ProvedAsk | undefined> {
  if (sha256(bytes) !== entry.sha256) return undefined
  const opened = await openedEnvelope(bytes, keys)
  const read = opened.ok ? readAsk(opened.value) : undefined
  const device = read && (await store.deviceById(read.ask.origin))
  if (!read || !device || device.account !== read.ask.account) return undefined
  const text = askTextToSign(sha256(Buffer.from(read.signed.text, 'utf8')))
  const { signature } = read.signed
  const isProved = isByDevice({ text, signature, certificate: read.ask.certificate }, device, keys)
  return isProved ? { ask: read.ask, device } : undefined
}

export interface ReturnParts {
  readonly store: EndpointStore
  readonly directory: PlaceDirectory
  readonly keys: EndpointKeys
  readonly nowMs: number
}

const requestOf = ({ wire, origin, inc, cur, pages, anew }: ReturnAsk, nowMs: number): SyncRequest => ({
  v: Math.max(1, Math.min(wire, PROTOCOL_VERSION)),
  dev: origin,
  inc,
  now: nowMs,
  push: null,
  cur: { ...cur },
  pages: { ...pages },
  maxBytes: MOST_NEWS,
  anew: [...anew],
})

/** A pull's answer that acknowledges nothing: that is the receipt's to say (HND-8). */
const answerOf = ({ feeds, more }: FeedsAnswer, inc: string, nowMs: number): SyncAnswer => ({
  inc,
  now: nowMs,
  v: PROTOCOL_VERSION,
  push: { ack: 0, safe: 0, expect: null, rejected: [] },
  grantsVersion: '',
  feeds,
  gone: [],
  blobsWanted: [],
  more,
})

/** Of what the device named, that of the feeds in the answer. */
const named = <T>(record: Readonly<Record<string, T>>, feeds: FeedsAnswer['feeds']): Record<string, T> =>
  Object.fromEntries(Object.entries(record).filter(([feed]) => Object.hasOwn(feeds, feed)))

async function sealed(
  { keys, nowMs }: ReturnParts,
  { origin, cur, pages, sealTo }: ReturnAsk,
  answer: SyncAnswer,
): Promise<ReturnParcel | undefined> {
  const data = await zip(JSON.stringify(answer))
  const head = {
    origin,
    inc: answer.inc,
    atMs: nowMs,
    cur: named(cur, answer.feeds),
    pages: named(pages, answer.feeds),
    sha256: sha256(data),
  }
  const content = returnBytes(keys.sign('return', returnHeadText(head)), data)
  const bytes = await sealEnvelope(sealTo, content, TO_DEVICE).catch(() => undefined)
  return bytes && { origin, atMs: nowMs, bytes: Buffer.from(bytes).toString('base64url') }
}

/** Undefined where there is nothing new, or nothing this device may still get. */
export async function makeReturn(parts: ReturnParts, { ask, device }: ProvedAsk): Promise<ReturnParcel | undefined> {
  const { store, directory, nowMs } = parts
  const inc = await store.incarnation()
  const caller = await loadCaller(store, device.account, device, nowMs)
  // Cursors of another incarnation say nothing here: the device learns of this one when it has a network.
  if (!caller || ask.inc !== inc) return undefined
  const readable = feedsOf(caller, directory)
  const own = new Set(caller.grants.filter((grant) => isActive(grant, caller.today)).map(({ scope }) => scope))
  const { handedOut, ...news } = await answerFeeds(store, requestOf(ask, nowMs), readable, inc, own)
  if (Object.keys(news.feeds).length === 0) return undefined
  const parcel = await sealed(parts, ask, answerOf({ ...news, handedOut }, inc, nowMs))
  if (parcel) await recordHandedOut({ store, directory, caller, nowMs }, handedOut)
  return parcel
}
