/**
 * What every answer says to a browser about how far it may be trusted. A page gets the whole of it; data below `/v1`
 * only what means something to data and two short lines that ASVS asks of every answer, because on a slow line headers
 * cost more than a day of answers (END-65).
 */
import helmet from '@fastify/helmet'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { endpointHeader } from '#protocol/paths.ts'
import { isOfEndpoint } from './static-client.ts'

const contentSecurityPolicy = {
  useDefaults: false,
  directives: {
    defaultSrc: [`'self'`],
    baseUri: [`'none'`],
    connectSrc: [`'self'`],
    fontSrc: [`'self'`],
    formAction: [`'self'`],
    frameAncestors: [`'none'`],
    frameSrc: [`'none'`],
    imgSrc: [`'self'`, 'blob:', 'data:'],
    manifestSrc: [`'self'`],
    // A film of another screen's codes, taken by the phone's own camera app.
    mediaSrc: [`'self'`, 'blob:'],
    objectSrc: [`'none'`],
    // The reader of QR codes and Argon2id at the unlock are WebAssembly from this origin.
    scriptSrc: [`'self'`, `'wasm-unsafe-eval'`],
    scriptSrcAttr: [`'none'`],
    styleSrc: [`'self'`],
    workerSrc: [`'self'`],
  },
}

/** Camera, passkeys and the position somebody gives by a tap are the app's own; what it never asks for no script in it gets. */
const PERMISSIONS = [
  'camera=(self)',
  'geolocation=(self)',
  'publickey-credentials-get=(self)',
  'publickey-credentials-create=(self)',
  ...['accelerometer', 'browsing-topics', 'display-capture', 'gyroscope', 'magnetometer', 'microphone', 'midi'].map(
    (name) => `${name}=()`,
  ),
  ...['payment', 'serial', 'usb', 'bluetooth', 'hid', 'xr-spatial-tracking'].map((name) => `${name}=()`),
].join(', ')

/** A year. Said only where the person came by HTTPS: over plain http it means nothing. */
const ALWAYS_HTTPS = 'max-age=31536000; includeSubDomains'

/** For data that somebody opens as if it were a page. */
export const IN_NO_FRAME = `frame-ancestors 'none'`

async function safeHeaders(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (request.protocol === 'https') reply.header('strict-transport-security', ALWAYS_HTTPS)
  if (isOfEndpoint(request.url)) {
    reply.header(endpointHeader, '1').header('cache-control', 'no-store')
    return void reply.header('content-security-policy', IN_NO_FRAME).header('x-content-type-options', 'nosniff')
  }
  reply.header('permissions-policy', PERMISSIONS)
  reply.helmet()
}

/** For bytes that came from somebody: never a page, whatever a browser takes them for. */
export const BYTES_ONLY = {
  'content-security-policy': `default-src 'none'; sandbox; frame-ancestors 'none'`,
  'content-disposition': 'attachment',
  // JSON needs none: another site's page cannot send the token, and without it there is nothing of anybody's.
  'cross-origin-resource-policy': 'same-origin',
} as const

export async function sendSafeHeaders(app: FastifyInstance): Promise<void> {
  const options = { contentSecurityPolicy, hsts: false, crossOriginEmbedderPolicy: false } as const
  await app.register(helmet, { global: false, ...options, frameguard: { action: 'deny' } })
  app.addHook('onRequest', safeHeaders)
}
