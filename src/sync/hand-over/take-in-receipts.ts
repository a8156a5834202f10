/**
 * Receipts: the endpoint's signed word on what it has stored. One for this device makes its work "sent"; one for another
 * is kept and goes on in the next file. An old one changes nothing, and one of another incarnation is not believed to
 * speak of now (rule HND-8).
 */
import type { KeptReceipt } from '#data/contract/hand-over-contract.ts'
import type { IncomingAnswer, SyncPosition } from '#data/contract/sync-store-contract.ts'
import type { Problem, ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { readReceipt, type Receipt, type SignedText } from '#protocol/hand-over/signed-text.ts'
import { isEndpointsWord } from './crypto-texts.ts'
import type { HandOverParts } from './hand-over-parts.ts'

/** `here`: for this device and taken in. `carried`: for another. `old`: of another incarnation. */
export type ReceiptOutcome = 'here' | 'carried' | 'old' | ProblemCode

const answerOf = ({ inc, ack, safe, rejected }: Receipt, upTo: number): IncomingAnswer => ({
  inc,
  push: { ack: Math.min(ack, upTo), safe, expect: null, rejected },
  feeds: [],
  gone: [],
  blobsWanted: [],
  clockOffset: null,
})

/** What lies beyond the sections made here may have come from a copy of this profile (SYN-33). */
async function handedOver({ store }: HandOverParts, { replica, ack }: SyncPosition): Promise<Result<number, Problem>> {
  const all = await store.sections()
  if (!all.ok) return all
  const own = all.value.filter(({ isOwn, origin, type }) => isOwn && origin === replica && type === 'ops')
  return ok(own.reduce((max, { to }) => Math.max(max, to), ack))
}

/** Whether the endpoint has another operation under that number than this store: a copy's. Unknown where it is gone from here. */
async function isOfCopy({ store }: HandOverParts, { ack, tip }: Receipt): Promise<Result<boolean, Problem>> {
  if (tip === undefined) return ok(false)
  const own = await store.ownAfter(ack - 1, 1)
  if (!own.ok) return own
  const [op] = own.value.ops
  return ok(op !== undefined && op.n === ack && (op.h !== tip.h || op.e !== tip.e))
}

async function takeOwn(
  parts: HandOverParts,
  at: SyncPosition,
  receipt: Receipt,
): Promise<Result<ReceiptOutcome, Problem>> {
  if (receipt.inc !== at.inc) return ok('old')
  // The endpoint has more than this store ever wrote: the store was set back, and going on would number things twice.
  if (receipt.ack > at.lastN) return ok('device.forked')
  const isCopys = await isOfCopy(parts, receipt)
  if (!isCopys.ok) return isCopys
  if (isCopys.value) return ok('device.forked')
  const upTo = await handedOver(parts, at)
  if (!upTo.ok) return upTo
  const applied = await parts.sync.applyAnswer(answerOf(receipt, upTo.value))
  return applied.ok ? ok('here') : applied
}

/** What the endpoint has of another device needs no carrying any more; what is in a backup is forgotten. */
async function settleCarried(
  { store }: HandOverParts,
  { origin, inc, ack, safe }: KeptReceipt,
): Promise<Result<null, Problem>> {
  const all = await store.sections()
  if (!all.ok) return all
  const runs = all.value.filter((section) => section.origin === origin && section.type === 'ops')
  for (const { sha256 } of runs.filter(({ to, inc: known }) => to > safe && to <= ack && known !== inc)) {
    const noted = await store.noteOutcome(sha256, { inc, code: null })
    if (!noted.ok) return noted
  }
  return store.dropSections(runs.filter(({ to }) => to <= safe).map(({ sha256 }) => sha256))
}

async function keep(
  parts: HandOverParts,
  signed: SignedText,
  receipt: Receipt,
): Promise<Result<ReceiptOutcome, Problem>> {
  const { origin, inc, atMs, ack, safe } = receipt
  const kept: KeptReceipt = { origin, inc, atMs, ack, safe, text: signed.text, signature: signed.signature }
  const saved = await parts.store.keepReceipt(kept)
  if (!saved.ok) return saved
  const settled = await settleCarried(parts, kept)
  return settled.ok ? ok('carried') : settled
}

export async function takeInReceipt(
  parts: HandOverParts,
  signingKey: string,
  signed: SignedText,
): Promise<Result<ReceiptOutcome, Problem>> {
  const receipt = (await isEndpointsWord(signingKey, 'receipt', signed)) ? readReceipt(signed.text) : undefined
  if (!receipt) return ok('hand-over.damaged')
  const at = await parts.sync.position()
  if (!at.ok) return at
  return receipt.origin === at.value.replica ? takeOwn(parts, at.value, receipt) : keep(parts, signed, receipt)
}
