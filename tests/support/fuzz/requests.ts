/** One request to any route there is, by anybody: a valid one, or one that went wrong somewhere on the way. */
import fc from 'fast-check'
import type * as z from 'zod/mini'
import { writeHandOverFile } from '#protocol/hand-over/hand-over-file.ts'
import { paths } from '#protocol/paths.ts'
import type { Route } from '#support/endpoint/routes-of.ts'
import { anyJson, anyText, messageOf } from './message-of.ts'
import { type Packed, packed, spoiltBytes, spoiltText } from './spoil.ts'

export const callers = ['nobody', 'invented', 'secretary', 'administrator'] as const
export type FuzzCaller = (typeof callers)[number]

export interface FuzzRequest {
  readonly method: string
  readonly url: string
  readonly caller: FuzzCaller
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer | null
  /** The connection ends after so many bytes of the body, though more were announced. */
  readonly cutAt: number | null
}

/** Every schema there is in the protocol, by the name it is exported under. */
const modules = import.meta.glob<Record<string, unknown>>('/src/protocol/*-message.ts', { eager: true })
const isSchema = ([name, value]: readonly [string, unknown]): boolean =>
  name.endsWith('Schema') && typeof value === 'object' && value !== null && '_zod' in value
const schemas = new Map<string, z.ZodMiniType>(
  Object.values(modules)
    .flatMap((module) => Object.entries(module))
    .filter(isSchema) as [string, z.ZodMiniType][],
)

/** Which message a route is for; the others get all there are. */
const MESSAGES: Readonly<Record<string, string>> = {
  [paths.sync]: 'syncRequestSchema',
  [paths.signIn]: 'signInRequestSchema',
  [paths.challenge]: 'challengeRequestSchema',
  [paths.renew]: 'renewRequestSchema',
  [paths.storeKey]: 'storeKeyRequestSchema',
  [paths.adminQuarantine]: 'decisionRequestSchema',
  [paths.adminGrants]: 'grantRequestSchema',
  [paths.adminRevokeDevice]: 'revokeDeviceRequestSchema',
  [paths.adminUnits]: 'unitChangeRequestSchema',
}
const messages = new Map([...schemas].map(([name, schema]) => [name, messageOf(schema)]))
const anyMessage = fc.oneof(...messages.values(), anyJson)

export const messageNames: ReadonlySet<string> = new Set(schemas.keys())
export const namedMessages: readonly string[] = Object.values(MESSAGES)

function messageFor(url: string): fc.Arbitrary<unknown> {
  const own = messages.get(MESSAGES[url] ?? '')
  return own ? fc.oneof({ weight: 6, arbitrary: own }, { weight: 1, arbitrary: anyMessage }) : anyMessage
}

const file = fc
  .array(
    fc.tuple(fc.constantFrom('envelope', 'plain'), fc.constantFrom('ops', 'photo'), fc.uint8Array({ maxLength: 60 })),
  )
  .map((parts) =>
    Buffer.from(
      writeHandOverFile(
        { audience: 'endpoint', maker: 'f1', inc: '', createdAt: 0, receipts: [] },
        parts.map(([form, type, bytes]) => {
          const entry = { origin: 'f1', from: 1, to: 1, feed: null, bytes: bytes.length, sha256: 'a'.repeat(64) }
          return { entry: { ...entry, form, type } as never, bytes }
        }),
      ),
    ),
  )

const bodyFor = (url: string): fc.Arbitrary<Buffer> =>
  url === paths.handOver || url.startsWith(paths.uploads)
    ? fc.oneof(
        file,
        fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
      )
    : messageFor(url)
        .chain(spoiltText)
        .map((text) => Buffer.from(text))

/** Header values a client of HTTP lets out: no line break gets past it, so none is tried here. */
const headerValue = fc.oneof(
  anyText.map((text) => encodeURI(text.toWellFormed()).slice(0, 500)),
  fc.constantFrom(
    '',
    '0',
    '-1',
    '1',
    '99999999999999999999',
    'NaN',
    'bytes=0-',
    'bytes=5-1',
    '*',
    '1.0.0',
    'x'.repeat(7000),
  ),
)
const NAMES = [
  'range if-none-match if-modified-since accept-encoding accept cookie origin host expect te',
  'x-forwarded-for x-forwarded-proto x-real-ip forwarded x-http-method-override',
  'upload-length upload-offset upload-metadata upload-checksum upload-concat upload-defer-length tus-resumable',
].flatMap((names) => names.split(' '))
const anyHeaders = fc.dictionary(fc.constantFrom(...NAMES), headerValue, { maxKeys: 3 })
const uploadHeaders = fc.record({
  'tus-resumable': fc.constantFrom('1.0.0', '1.0.0', '1.0.0', '0.2.2'),
  'upload-length': fc.constantFrom('0', '5', '100', '2000000', '2000001', '-1', 'x', '1e3'),
  'upload-offset': fc.constantFrom('0', '5', '-1', '99999999999', 'x'),
  'upload-metadata': fc
    .tuple(anyText, anyText, anyText)
    .map((all) => `sha256 ${'YWFh'},${all.map((one, i) => `k${i} ${Buffer.from(one).toString('base64')}`).join()}`),
  'content-type': fc.constantFrom('application/offset+octet-stream', 'text/html'),
})

const types = [
  'application/json',
  'application/json',
  'application/json',
  'application/json; charset=utf-16',
  'text/html',
]
const typeFor = (url: string): fc.Arbitrary<string> =>
  fc.constantFrom(
    ...(url === paths.handOver ? ['application/octet-stream'] : types),
    'multipart/form-data; boundary=x',
    '',
  )

const segment = fc.oneof(anyText, fc.constantFrom('a'.repeat(64), '0'.repeat(32), '..%2f..%2fetc', '%00', '%', '%ff'))
const safe = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('%25', '%').slice(0, 3000)

/** Mostly nothing. */
const rarely = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 14, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: one })

/** The pattern of a route with something in the place of its parameters, and something behind it now and then. */
const addressOf = (url: string): fc.Arbitrary<string> =>
  fc.tuple(segment, rarely(fc.tuple(anyText, anyText))).map(([part, query]) => {
    const path = url.replace(/:\w+/g, safe(part)).replace('*', `/${safe(part)}`)
    return query ? `${path}?${safe(query[0])}=${safe(query[1])}` : path
  })

interface Draft {
  readonly packing: Packed
  readonly type: string
  readonly more: Readonly<Record<string, string | undefined>>
}

function headersOf({ packing, type, more }: Draft): Record<string, string> {
  const { encoding } = packing
  const all = { ...(type && { 'content-type': type }), ...(encoding && { 'content-encoding': encoding }), ...more }
  return Object.fromEntries(Object.entries(all).filter((one): one is [string, string] => one[1] !== undefined))
}

export function requestTo({ method, url }: Route): fc.Arbitrary<FuzzRequest> {
  const more = url.startsWith(paths.uploads) ? fc.oneof(uploadHeaders, anyHeaders) : anyHeaders
  const draft = fc.record({
    caller: fc.constantFrom(...callers),
    address: addressOf(url),
    packing: bodyFor(url).chain(spoiltBytes).chain(packed),
    type: typeFor(url),
    more,
    hasBody: fc.constant(method !== 'GET' && method !== 'HEAD'),
    cutAt: rarely(fc.nat(200)),
  })
  return draft.map(({ caller, address, hasBody, cutAt, ...rest }) => ({
    method,
    url: address,
    caller,
    headers: headersOf(rest),
    body: hasBody ? rest.packing.body : null,
    cutAt: hasBody ? cutAt : null,
  }))
}
