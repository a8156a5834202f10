/**
 * Delivers what this device carries for others, and fetches its own pass; called after the text rounds of a run and
 * loaded only then. Sections go as they are; what the endpoint cannot take yet stays and is tried again, and receipts are
 * kept for the origins (rule HND-9).
 */
import type { KeptPass, KeptSection } from '#data/contract/hand-over-contract.ts'
import type { SyncPosition } from '#data/contract/sync-store-contract.ts'
import { isEndpointProblemCode, type Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { writeHandOverFile } from '#protocol/hand-over/hand-over-file.ts'
import { type HandOverAnswer, isHandOverAnswer, isHandOverPass } from '#protocol/hand-over/hand-over-message.ts'
import { paths } from '#protocol/paths.ts'
import { jsonReader } from '#sync/endpoint-answer.ts'
import type { SessionAccess } from '#sync/session-access.ts'
import type { HandOverParts } from './hand-over-parts.ts'
import { carriedSections, loadParts } from './carried-sections.ts'
import { deliverAsks } from './deliver-asks.ts'
import { takeInReceipt } from './take-in-receipts.ts'

export interface Relay {
  deliver(shouldPause: () => boolean): Promise<Result<null, Problem>>
}

const DAY = 24 * 60 * 60_000
const PASS_AGE = 7 * DAY
/** Delivered sections are kept for a while, should the endpoint be restored from a backup of before. */
const KEPT_DELIVERED = 30 * DAY
/** A piece that a 2G line carries within the time limit; one section alone may be larger. */
const AT_ONCE = 256_000
const TIMEOUT_MS = 120_000

/** Refusals after which another try may go better. */
const PASSING: readonly string[] = [
  'hand-over.gap',
  'device.unknown',
  'server.busy',
  'server.internal',
  'server.storage-full',
]

function groups(sections: readonly KeptSection[]): readonly (readonly KeptSection[])[] {
  const out: KeptSection[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const section of [...sections].sort((a, b) => a.from - b.from)) {
    if (size + section.size > AT_ONCE) {
      out.push([])
      size = 0
    }
    out.at(-1)?.push(section)
    size += section.size
  }
  return out
}

export function createRelay(parts: HandOverParts, session: SessionAccess): Relay {
  const { store, sync, clock } = parts
  /** Not tried again before the next start, or before something else got through: that may have been what was missing. */
  const waiting = new Set<string>()

  async function keepPass(at: SyncPosition, before: KeptPass | null): Promise<Result<null, Problem>> {
    const request = { method: 'GET', path: paths.handOverPass, timeoutMs: TIMEOUT_MS } as const
    const pass = await session.request(request, jsonReader(isHandOverPass))
    // An endpoint of before knows no passes; text and photos go on without.
    if (!pass.ok) return ok(null)
    if (before && before.endpointKey !== pass.value.endpointKey) {
      const all = await store.sections()
      if (!all.ok) return all
      const own = all.value.filter(({ isOwn }) => isOwn)
      const dropped = await store.dropSections(own.map(({ sha256 }) => sha256))
      if (!dropped.ok) return dropped
    }
    return store.keepPass({ ...pass.value, grantsVersion: at.grantsVersion, fetchedAt: clock.now() })
  }

  async function refreshPass(at: SyncPosition): Promise<Result<null, Problem>> {
    const pass = await store.pass()
    const isFresh =
      pass?.grantsVersion === at.grantsVersion && Math.abs(clock.now() - (pass?.fetchedAt ?? 0)) < PASS_AGE
    return isFresh ? ok(null) : keepPass(at, pass)
  }

  /** A delivered photo is no longer kept: it is large, and its origin keeps it until it is safe. */
  async function note(answer: HandOverAnswer, sent: readonly KeptSection[]): Promise<Result<null, Problem>> {
    if (answer.sections.some(({ code }) => code === null)) waiting.clear()
    for (const { sha256, code } of answer.sections) {
      const isPassing = code !== null && (PASSING.includes(code) || !isEndpointProblemCode(code))
      if (isPassing) waiting.add(sha256)
      const isPhoto = sent.some((section) => section.sha256 === sha256 && section.type === 'photo')
      const noted =
        code === null && isPhoto
          ? await store.dropSections([sha256])
          : await store.noteOutcome(sha256, { inc: isPassing ? null : answer.inc, code })
      if (!noted.ok) return noted
    }
    const pass = await store.pass()
    for (const receipt of pass ? answer.receipts : []) {
      const kept = await takeInReceipt(parts, pass?.signingKey ?? '', receipt)
      if (!kept.ok) return kept
    }
    return ok(null)
  }

  async function post(at: SyncPosition, sections: readonly KeptSection[]): Promise<Result<null, Problem>> {
    const frame = {
      audience: 'endpoint',
      maker: at.replica,
      inc: at.inc,
      createdAt: clock.now(),
      receipts: [],
    } as const
    const bytes = writeHandOverFile(frame, await loadParts(parts, sections))
    const request = { method: 'POST', path: paths.handOver, bytes, timeoutMs: TIMEOUT_MS } as const
    const answer = await session.request(request, jsonReader(isHandOverAnswer))
    if (answer.ok) return note(answer.value, sections)
    if (/^(network|server|auth|storage)\./.test(answer.error.code)) return answer
    // Whatever is wrong with a file of somebody else, it does not hold up this device's own photos.
    for (const { sha256 } of sections) waiting.add(sha256)
    return ok(null)
  }

  async function forgetDelivered({ inc }: SyncPosition): Promise<Result<null, Problem>> {
    const all = await store.sections()
    if (!all.ok) return all
    const isDone = ({ inc: known, form }: KeptSection): boolean => known === inc || form === 'plain'
    const old = all.value.filter(
      (section) => !section.isOwn && isDone(section) && clock.now() - section.at > KEPT_DELIVERED,
    )
    return old.length > 0 ? store.dropSections(old.map(({ sha256 }) => sha256)) : ok(null)
  }

  return {
    async deliver(shouldPause) {
      const at = await sync.position()
      if (!at.ok) return at
      const passed = await refreshPass(at.value)
      if (!passed.ok) return passed
      const carried = await carriedSections(parts)
      if (!carried.ok) return carried
      const due = carried.value.filter(({ sha256, form }) => form === 'envelope' && !waiting.has(sha256))
      for (const group of groups(due)) {
        if (shouldPause()) return ok(null)
        const posted = await post(at.value, group)
        if (!posted.ok) return posted
      }
      const asked = await deliverAsks(parts, session, at.value, shouldPause)
      return asked.ok ? forgetDelivered(at.value) : asked
    },
  }
}
