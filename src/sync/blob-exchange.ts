/**
 * The bytes of one photo to or from the endpoint. A photo somebody already sent is not sent again; a broken upload goes
 * on from the byte the endpoint has (tus 1.0); what comes back is kept only when its SHA-256 is the one asked for.
 */
import type { PendingBlob } from '#data/contract/sync-store-contract.ts'
import type { Hasher } from '#domain/kernel/clock.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { endpointHeader, paths } from '#protocol/paths.ts'
import { readEndpoint } from './endpoint-answer.ts'
import type { ReadResponse } from './endpoint-request.ts'
import type { SessionAccess } from './session-access.ts'

/** `unconfirmed`: the endpoint has all bytes from before, and what it said about their hash never arrived. */
export type UploadOutcome = 'sent' | 'paused' | 'unconfirmed'

export type UploadBytes = (
  blob: PendingBlob,
  bytes: Uint8Array,
  token: string | null,
  shouldPause: () => boolean,
) => Promise<Result<UploadOutcome, Problem>>

export interface BlobExchange {
  upload(blob: PendingBlob, bytes: Uint8Array, shouldPause: () => boolean): Promise<Result<UploadOutcome, Problem>>
  /** The bytes, or null where the endpoint does not have them yet. A large document is given longer. */
  download(sha256: string, size?: number): Promise<Result<Uint8Array | null, Problem>>
}

const HEAD_TIMEOUT_MS = 30_000
const DOWNLOAD_TIMEOUT_MS = 60_000
/** As slow as a line may be before a download counts as stuck. */
const LEAST_BYTES_PER_MS = 20

/** "Not there" is an answer when the endpoint says it. */
const unlessMissing =
  <T>(missing: T, read: ReadResponse<T>): ReadResponse<T> =>
  async (response) =>
    response.status === 404 && response.headers.has(endpointHeader) ? ok(missing) : readEndpoint(response, read)

const isThere = unlessMissing<boolean>(false, async () => ok(true))
const bytesIfThere = unlessMissing<Uint8Array | null>(null, async (response) =>
  ok(new Uint8Array(await response.arrayBuffer())),
)

export function createBlobExchange(session: SessionAccess, hasher: Hasher, uploadBytes: UploadBytes): BlobExchange {
  const pathOf = (sha256: string): string => `${paths.blobs}/${sha256}`
  const isKept = ({ sha256 }: PendingBlob): Promise<Result<boolean, Problem>> =>
    session.request({ method: 'HEAD', path: pathOf(sha256), timeoutMs: HEAD_TIMEOUT_MS }, isThere)

  async function upload(
    blob: PendingBlob,
    bytes: Uint8Array,
    shouldPause: () => boolean,
  ): Promise<Result<UploadOutcome, Problem>> {
    const known = blob.role === 'photo' ? await isKept(blob) : ok(false)
    if (!known.ok) return known
    if (known.value) return ok('sent')
    const send = (): Promise<Result<UploadOutcome, Problem>> =>
      session.withToken((token) => uploadBytes(blob, bytes, token, shouldPause))
    const sent = await send()
    if (!sent.ok || sent.value !== 'unconfirmed') return sent
    const kept = await isKept(blob)
    if (!kept.ok) return kept
    return kept.value ? ok('sent') : send()
  }

  async function download(sha256: string, size = 0): Promise<Result<Uint8Array | null, Problem>> {
    const timeoutMs = Math.max(DOWNLOAD_TIMEOUT_MS, size / LEAST_BYTES_PER_MS)
    const request = { method: 'GET', path: pathOf(sha256), timeoutMs } as const
    const reply = await session.request(request, bytesIfThere)
    if (!reply.ok || reply.value === null) return reply
    return (await hasher.sha256(reply.value)) === sha256 ? reply : err({ code: 'network.unreadable-answer' })
  }

  return { upload, download }
}
