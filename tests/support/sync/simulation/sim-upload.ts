/** Resumable uploads of a simulated device: what the real one does by tus, over the simulated network, in small chunks. */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { paths } from '#protocol/paths.ts'
import type { UploadBytes } from '#sync/blob-exchange.ts'
import { foreignAnswer, refusal } from '#sync/endpoint-answer.ts'
import { bearer, type EndpointEdge, plainRequest, withinTime } from '#sync/endpoint-request.ts'
import { sha256Of } from './sim-photos.ts'

const CHUNK = 400
const TIMEOUT_MS = 120_000
const MOST_TRIES = 4
const ASK_AGAIN: readonly number[] = [404, 409, 460]

type Asked = Promise<Result<Response, Problem>>

export function createSimUpload(edge: EndpointEdge, urls: Map<string, string>): UploadBytes {
  const send = (method: string, url: string, headers: Record<string, string>, body?: Uint8Array<ArrayBuffer>): Asked =>
    withinTime(edge.timers, TIMEOUT_MS, async (signal) => {
      const response = await edge.fetch(url, { ...plainRequest, method, headers, body: body ?? null, signal })
      const foreign = foreignAnswer(response)
      return foreign ? err(foreign) : ok(response)
    })
  const problemOf = async (response: Response): Promise<Problem> =>
    ASK_AGAIN.includes(response.status) ? { code: 'server.busy' } : refusal(response.status, await response.text())

  return async ({ sha256, feed, mime, role }, bytes, token, shouldPause) => {
    const create = async (): Promise<Result<null, Problem>> => {
      const metadata = JSON.stringify({ sha256, feed, mime, kind: role })
      const headers = { ...bearer(token), 'upload-metadata': metadata, 'upload-length': String(bytes.length) }
      const made = await send('POST', paths.uploads, headers)
      if (!made.ok) return made
      const url = made.value.headers.get('location')
      if (url === null) return err(await problemOf(made.value))
      urls.set(sha256, url)
      return ok(null)
    }
    /** How far the endpoint has it; null where it knows nothing of it any more. */
    const offset = async (): Promise<Result<number | null, Problem>> => {
      const head = await send('HEAD', urls.get(sha256) ?? '', bearer(token))
      if (!head.ok) return head
      if (head.value.status === 404) return ok(null)
      return head.value.ok ? ok(Number(head.value.headers.get('upload-offset'))) : err(await problemOf(head.value))
    }
    const patch = (at: number): Asked => {
      const chunk = new Uint8Array(bytes.subarray(at, at + CHUNK))
      const promised = { 'upload-chunk': String(chunk.length), 'upload-checksum': sha256Of(chunk) }
      return send(
        'PATCH',
        urls.get(sha256) ?? '',
        { ...bearer(token), ...promised, 'upload-offset': String(at) },
        chunk,
      )
    }

    for (let tries = 0; tries < MOST_TRIES; tries++) {
      if (!urls.has(sha256)) {
        const made = await create()
        if (!made.ok) return made
      }
      const at = await offset()
      if (!at.ok) return at
      if (at.value === null) {
        urls.delete(sha256)
        continue
      }
      if (at.value >= bytes.length) {
        urls.delete(sha256)
        return ok('unconfirmed')
      }
      for (let sent = at.value; ; ) {
        const reply = await patch(sent)
        if (!reply.ok) return reply
        if (ASK_AGAIN.includes(reply.value.status)) break
        if (!reply.value.ok) {
          // Cut and damaged at once: only the hash of the whole tells, and it begins anew.
          urls.delete(sha256)
          if (reply.value.status === 400) break
          return err(await problemOf(reply.value))
        }
        sent = Number(reply.value.headers.get('upload-offset'))
        if (sent >= bytes.length) {
          urls.delete(sha256)
          return ok('sent')
        }
        if (shouldPause()) return ok('paused')
      }
    }
    return err({ code: 'server.busy' })
  }
}
