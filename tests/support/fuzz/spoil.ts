/** What is done to a valid message on its way: at its fields, their types, its depth, its bytes and its packing. */
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { shortHostileTexts } from './hostile-text.ts'

const DEEP = 20_000
const deep = (open: string, close: string): string => open.repeat(DEEP) + close.repeat(DEEP)
/** Unpacks to thirty megabytes out of thirty kilobytes. */
const bomb = gzipSync(Buffer.alloc(30_000_000, 32))

/** A value where another one stood; written as JSON, because some of it no object of ours can hold. */
const SMALL = 'null "" 0 -1 1e308 1e999 -0 0.1 9007199254740993 true [] {} [[]] "\\ud800" "\\u0000"'
const NAMED = '{"__proto__":{"isAdmin":true}} {"constructor":{"prototype":{}}} {"toString":1} {"length":-1}'
const STRANGE: readonly string[] = [
  ...`${SMALL} ${NAMED}`.split(' '),
  deep('[', ']'),
  deep('{"a":', '}').replace('{"a":}', '{"a":1}'),
  `"${'x'.repeat(100_000)}"`,
  `[${'0,'.repeat(20_000)}0]`,
  ...shortHostileTexts.map((text) => JSON.stringify(text)),
]

type Path = readonly (string | number)[]

function pathsIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  const inside = Object.entries(value).flatMap(([key, one]) => pathsIn(one, [...at, key]))
  return [at, ...inside]
}

const MARK = '(here it was)'

/** The message as text, with what stands at `path` replaced; `undefined` takes it away. */
function replaced(message: unknown, path: Path, by: string | undefined): string {
  const copy = structuredClone(message) as Record<string | number, unknown>
  const last = path.at(-1)
  if (last === undefined) return by ?? ''
  const holder = path.slice(0, -1).reduce<Record<string | number, unknown>>((one, key) => one[key] as typeof one, copy)
  if (by === undefined) delete holder[last]
  else holder[last] = MARK
  return JSON.stringify(copy).replace(JSON.stringify(MARK), () => by ?? '')
}

const byField = (message: unknown): fc.Arbitrary<string> =>
  fc
    .tuple(fc.constantFrom(...pathsIn(message)), fc.option(fc.constantFrom(...STRANGE), { nil: undefined, freq: 6 }))
    .map(([path, by]) => replaced(message, path, by))

/** JSON text of a message: mostly with one field spoilt. */
export const spoiltText = (message: unknown): fc.Arbitrary<string> =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(JSON.stringify(message) ?? '') },
    { weight: 3, arbitrary: byField(message) },
  )

const byBytes = (body: Buffer): fc.Arbitrary<Buffer> =>
  fc
    .tuple(fc.nat(Math.max(0, body.length - 1)), fc.uint8Array({ maxLength: 8 }), fc.nat(20))
    .map(([at, by, over]) => Buffer.concat([body.subarray(0, at), by, body.subarray(at + over)]))

export const spoiltBytes = (body: Buffer): fc.Arbitrary<Buffer> =>
  fc.oneof({ weight: 5, arbitrary: fc.constant(body) }, { weight: 1, arbitrary: byBytes(body) })

export interface Packed {
  readonly body: Buffer
  readonly encoding: string | undefined
}

/** Packed as the app packs it, or as nobody should. */
export function packed(body: Buffer): fc.Arbitrary<Packed> {
  const zipped = gzipSync(body)
  const ways: readonly Packed[] = [
    { body, encoding: undefined },
    { body: zipped, encoding: 'gzip' },
    { body: zipped, encoding: 'gzip' },
    { body: zipped.subarray(0, -6), encoding: 'gzip' },
    { body: gzipSync(zipped), encoding: 'gzip' },
    { body, encoding: 'gzip' },
    { body: zipped, encoding: 'gzip, gzip' },
    { body, encoding: 'br' },
    { body: Buffer.concat([zipped, zipped]), encoding: 'gzip' },
  ]
  return fc.oneof(
    { weight: 40, arbitrary: fc.constantFrom(...ways) },
    { weight: 1, arbitrary: fc.constant({ body: bomb, encoding: 'gzip' }) },
  )
}
