/**
 * A context says "I had seen this of other devices when I wrote", and hides exactly that. Who claims more than there is
 * would hide what nobody has written yet. The endpoint can tell only what it has received itself: an operation that
 * claims more waits in quarantine. Somebody who got a colleague's work by file before the endpoint did is right, and
 * the claim comes true by itself when that work arrives (decision record 0009, END-30).
 */
import { DELETED_FIELD } from '#domain/change/entity-state.ts'
import { MAX_DRIFT_MS, hlcToMs } from '#domain/change/hlc.ts'
import type { JsonValue, Op } from '#domain/change/op.ts'
import type { ReceivedOp } from '#server/store/store-contract.ts'

/** Highest n received of each device. */
export type Received = ReadonlyMap<string, number>

/** "I had seen the n-th operation of this device, which wrote this field"; any field of the record where it is null. */
export interface Claim {
  readonly device: string
  readonly n: number
  readonly field: string | null
}

/** A delete names every write it takes away, whichever field it wrote. */
const deletedBy = (value: JsonValue | undefined): readonly Claim[] => {
  const seen =
    value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as { x?: JsonValue }).x : []
  return (Array.isArray(seen) ? seen : []).flatMap((dot: JsonValue) => {
    const [device, n] = Array.isArray(dot) ? dot : []
    return typeof device === 'string' && typeof n === 'number' ? [{ device, n, field: null }] : []
  })
}

/** As nearly every operation does, of thousands in a push: whoever writes alone has seen nobody. */
function claimsNothing({ f }: Op): boolean {
  for (const field of Object.keys(f)) if (field === DELETED_FIELD || f[field]?.[1] !== undefined) return false
  return true
}

const NO_CLAIMS: readonly Claim[] = []

/** What an operation claims to have seen of other devices, in its contexts and deletes; its own past needs no claim. */
export function claimsOf(op: Op): readonly Claim[] {
  if (claimsNothing(op)) return NO_CLAIMS
  const inContexts = Object.entries(op.f).flatMap(([field, [, context]]) =>
    Object.entries(context ?? {}).map(([device, n]) => ({ device, n, field })),
  )
  return [...inContexts, ...deletedBy(op.f[DELETED_FIELD]?.[0])].filter(({ device }) => device !== op.d)
}

export function devicesClaimed(ops: readonly Op[]): readonly string[] {
  const devices = new Set<string>()
  for (const op of ops) for (const { device } of claimsOf(op)) devices.add(device)
  return [...devices]
}

const isAhead = ({ device, n }: Claim, received: Received): boolean => n > (received.get(device) ?? 0)

export const claimsAhead = (op: Op, received: Received): boolean =>
  claimsOf(op).some((claim) => isAhead(claim, received))

/** Made when its stamp says, as far as that stamp can be: a clock that runs ahead proves nothing about the order. */
function isMadeAfter({ op, receivedMs }: ReceivedOp, arrivedMs: number): boolean {
  const madeMs = hlcToMs(op.h)
  return madeMs > arrivedMs + MAX_DRIFT_MS && madeMs <= receivedMs + MAX_DRIFT_MS
}

/** Whether what was claimed is what came: a write of that very field, made before the claim arrived here. */
function isBorneOut(claiming: ReceivedOp, field: string | null, claimed: ReceivedOp | null): boolean {
  if (!claimed) return false
  // A store that took another replica claims whatever it wrote under the former one (CHG-20): only its own work.
  if (claimed.op.u === claiming.op.u) return true
  const isSameRecord = claimed.op.s === claiming.op.s && claimed.op.e === claiming.op.e
  const isOfField = field === null || Object.hasOwn(claimed.op.f, field)
  return isSameRecord && isOfField && !isMadeAfter(claimed, claiming.receivedMs)
}

export type Outlook = 'true' | 'open' | 'false'

/** Whether every claim of a waiting operation has come true, one was wrong, or some are still to come. */
export async function outlookOf(
  waiting: ReceivedOp,
  received: Received,
  find: (device: string, n: number) => Promise<ReceivedOp | null>,
): Promise<Outlook> {
  let outlook: Outlook = 'true'
  for (const claim of claimsOf(waiting.op)) {
    if (isAhead(claim, received)) outlook = 'open'
    else if (!isBorneOut(waiting, claim.field, await find(claim.device, claim.n))) return 'false'
  }
  return outlook
}
