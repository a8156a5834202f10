/**
 * Puts every own operation of a sealed store into an envelope to the endpoint, soon after it was written: a section of
 * the hand-over, signed by this device, so that the endpoint takes it in like any other (decision D10).
 */
import type { EnvelopeStore } from '#data/contract/envelope-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { opsSection, type SectionParts } from './own-sections.ts'

export interface EnvelopeParts extends SectionParts {
  readonly store: EnvelopeStore
  /** The endpoint's public key as sign-in gave it, JWK text; null where this device never got one. */
  readonly endpointKey: () => Promise<string | null>
}

/** JSON bytes of the operations of one envelope. */
const ENVELOPE_BYTES = 200_000

async function wrapNext(parts: EnvelopeParts, endpointKey: string): Promise<Result<boolean, Problem>> {
  const slice = await parts.store.missing(ENVELOPE_BYTES)
  if (!slice.ok) return slice
  const [first, last] = [slice.value.ops[0], slice.value.ops.at(-1)]
  if (!first || !last) return ok(false)
  const form = { form: 'envelope', type: 'ops', from: first.n, to: last.n, feed: null } as const
  const section = await opsSection(parts, { endpointKey, certificate: null }, slice.value.ops, form)
  if (!section.ok) return section
  const { origin, from, to, sha256, bytes } = section.value
  const kept = await parts.store.keep({ origin, from, to, sha256, bytes })
  return kept.ok ? ok(slice.value.more) : kept
}

async function wrapAll(parts: EnvelopeParts): Promise<Result<null, Problem>> {
  const endpointKey = await parts.endpointKey()
  if (endpointKey === null) return err({ code: 'hand-over.no-pass' })
  const settled = await parts.store.settle()
  if (!settled.ok) return settled
  for (;;) {
    const wrapped = await wrapNext(parts, endpointKey)
    if (!wrapped.ok) return wrapped
    if (!wrapped.value) return ok(null)
  }
}

/** Wraps what has none yet; asked again while it is at it, it looks once more afterwards. */
export function createEnvelopeKeeper(parts: EnvelopeParts): () => Promise<Result<null, Problem>> {
  let running: Promise<Result<null, Problem>> | undefined
  let next: Promise<Result<null, Problem>> | undefined
  const run = (): Promise<Result<null, Problem>> => {
    running = wrapAll(parts).finally(() => {
      running = undefined
    })
    return running
  }
  return () => {
    if (!running) return run()
    next ??= running.then(() => {
      next = undefined
      return run()
    })
    return next
  }
}
