/**
 * Answers are gzipped where that helps. Small ones, which most are, with a small window and at once: setting up the
 * full machinery costs more memory and time than they do themselves when a whole province comes back online.
 * Files of the app are compressed when it is built, photos are compressed already, and streams pass through.
 */
import { promisify } from 'node:util'
import { gzip, gzipSync } from 'node:zlib'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const FROM_BYTES = 600
const SMALL_BYTES = 8 * 1024
const small = { level: 6, windowBits: 13, memLevel: 6 }
const large = { level: 6 }

const inBackground = promisify(gzip)

const accepts = ({ headers }: FastifyRequest): boolean =>
  /(?:^|,)\s*(?:gzip|\*)\s*(?:;\s*q=(?!0(?:\.0*)?\s*(?:,|$))[^,]*)?(?:,|$)/.test(
    String(headers['accept-encoding'] ?? ''),
  )

const isText = (reply: FastifyReply): boolean => /json|text\//.test(String(reply.getHeader('content-type') ?? ''))

async function compress(request: FastifyRequest, reply: FastifyReply, payload: unknown): Promise<unknown> {
  const isWhole = typeof payload === 'string' || Buffer.isBuffer(payload)
  if (!isWhole || payload.length < FROM_BYTES || !isText(reply) || reply.hasHeader('content-encoding')) return payload
  reply.header('vary', 'accept-encoding')
  if (!accepts(request)) return payload
  const body = Buffer.from(payload)
  const packed = body.length <= SMALL_BYTES ? gzipSync(body, small) : await inBackground(body, large)
  reply.header('content-encoding', 'gzip').header('content-length', packed.length)
  return packed
}

export function gzipAnswers(app: FastifyInstance): void {
  app.addHook('onSend', compress)
}
