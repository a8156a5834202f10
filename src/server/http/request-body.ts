/**
 * Bodies come as gzipped JSON. Both sizes are capped while they are read: a body that is too large on the wire, or
 * that would unpack to too much, is refused before anybody holds all of it (END-9).
 */
import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import type * as z from 'zod/mini'
import { safeParse } from 'zod/mini'
import { Refusal } from './problem-reply.ts'

export interface BodyLimit {
  /** Bytes on the wire. */
  readonly packed: number
  readonly unpacked: number
}

export const SYNC_BODY: BodyLimit = { packed: 1_000_000, unpacked: 8_000_000 }
export const SMALL_BODY: BodyLimit = { packed: 16_000, unpacked: 64_000 }

const unzip = promisify(gunzip)

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'

async function unpack(body: Buffer, encoding: string, limit: BodyLimit): Promise<Buffer> {
  if (encoding === 'identity') return body
  if (encoding !== 'gzip') throw new Refusal({ code: 'request.malformed' })
  try {
    return await unzip(body, { maxOutputLength: limit.unpacked })
  } catch (error) {
    throw new Refusal({ code: isTooLarge(error) ? 'request.too-large' : 'request.malformed' })
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal({ code: 'request.malformed' })
  }
}

/** Teaches a scope of routes to read JSON bodies, gzipped or not, within one limit. */
export function acceptJson(scope: FastifyInstance, limit: BodyLimit): void {
  scope.removeAllContentTypeParsers()
  scope.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer', bodyLimit: limit.packed },
    async (request: { headers: Record<string, string | string[] | undefined> }, body: Buffer) => {
      const encoding = request.headers['content-encoding'] ?? 'identity'
      return parseJson((await unpack(body, String(encoding), limit)).toString('utf8'))
    },
  )
}

/** JSON that nests so deep that reading it overflows the stack is malformed like any other. */
function parseWithinStack<T>(
  schema: z.ZodMiniType<T>,
  body: unknown,
): ReturnType<typeof safeParse<z.ZodMiniType<T>>> | undefined {
  try {
    return safeParse(schema, body)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/** The body in the shape asked for; anything else is a refusal. */
export function readBody<T>(schema: z.ZodMiniType<T>, body: unknown): T {
  const parsed = parseWithinStack(schema, body)
  if (!parsed?.success) throw new Refusal({ code: 'request.malformed' })
  return parsed.data
}
