/** Valid messages made from the schema itself, so that a new field or a new message is fuzzed without being named here. */
import fc from 'fast-check'
import type * as z from 'zod/mini'
import { roles } from '#domain/access/role.ts'
import { shortHostileTexts } from './hostile-text.ts'

const WORDS = [
  'acc.secretary acc.colleague acc.administrator secretary chairman s1 a1',
  'ls25-06001 ls25-06007 area-180 p20 ls25-06001/self ls25-06001/pub p20/plan nobody/self',
  'answer evidence stage-event submission finding score note sha256 _del asm.x.2026-1',
  '2026-01-01 2026-12-31 2026-02-30 9999-12-31',
]
const KNOWN: readonly string[] = [...WORDS.flatMap((words) => words.split(' ')), 'a'.repeat(64), ...roles]
const texts = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...KNOWN) },
  { weight: 2, arbitrary: fc.string({ maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  { weight: 2, arbitrary: fc.constantFrom(...shortHostileTexts) },
)
const json = fc.jsonValue({ maxDepth: 3 })

/** What a schema of zod says of itself; only the parts read here. */
interface Def {
  readonly type: string
  readonly checks?: readonly { readonly _zod: { readonly def: Record<string, unknown> } }[]
  readonly shape?: Readonly<Record<string, z.ZodMiniType>>
  readonly element?: z.ZodMiniType
  readonly items?: readonly z.ZodMiniType[]
  readonly options?: readonly z.ZodMiniType[]
  readonly entries?: Readonly<Record<string, string | number>>
  readonly values?: readonly unknown[]
  readonly innerType?: z.ZodMiniType
  readonly valueType?: z.ZodMiniType
}

const checksOf = ({ checks = [] }: Def) => checks.map(({ _zod }) => _zod.def)

const bound = (def: Def, check: string, name: string, otherwise: number): number =>
  Number(checksOf(def).find((one) => one.check === check)?.[name] ?? otherwise)

function textOf(def: Def): fc.Arbitrary<string> {
  const pattern = checksOf(def).find(({ pattern: found }) => found instanceof RegExp)?.pattern
  if (pattern instanceof RegExp) return fc.oneof(fc.stringMatching(pattern), fc.constantFrom(...KNOWN))
  const [least, most] = [bound(def, 'min_length', 'minimum', 0), bound(def, 'max_length', 'maximum', 200)]
  return texts.map((text) => (text.length < least ? 'x'.repeat(least) : text.slice(0, most)))
}

const numbers = (def: Def): fc.Arbitrary<number> => {
  const least = bound(def, 'greater_than', 'value', Number.MIN_SAFE_INTEGER)
  const most = bound(def, 'less_than', 'value', Number.MAX_SAFE_INTEGER)
  const small = fc.integer({ min: Math.max(least, -5), max: Math.min(most, 50) })
  return fc.oneof({ weight: 4, arbitrary: small }, { weight: 1, arbitrary: fc.maxSafeInteger() })
}

const optionalOf = (inner: z.ZodMiniType) => fc.option(messageOf(inner), { nil: undefined, freq: 2 })

function objectOf(shape: Readonly<Record<string, z.ZodMiniType>>): fc.Arbitrary<object> {
  return fc.record(Object.fromEntries(Object.entries(shape).map(([name, one]) => [name, messageOf(one)])))
}

const made: Readonly<Record<string, (def: Def) => fc.Arbitrary<unknown>>> = {
  string: textOf,
  number: numbers,
  int: numbers,
  boolean: () => fc.boolean(),
  null: () => fc.constant(null),
  literal: ({ values = [] }) => fc.constantFrom(...values),
  enum: ({ entries = {} }) => fc.constantFrom(...Object.values(entries)),
  object: ({ shape = {} }) => objectOf(shape),
  array: ({ element }) => (element ? fc.array(messageOf(element), { maxLength: 4 }) : fc.constant([])),
  tuple: ({ items = [] }) => fc.tuple(...items.map(messageOf)),
  record: ({ valueType }) =>
    valueType ? fc.dictionary(fc.constantFrom(...KNOWN), messageOf(valueType), { maxKeys: 3 }) : fc.constant({}),
  union: ({ options = [] }) => fc.oneof(...options.map(messageOf)),
  nullable: ({ innerType }) => (innerType ? fc.option(messageOf(innerType)) : fc.constant(null)),
  optional: ({ innerType }) => (innerType ? optionalOf(innerType) : fc.constant(undefined)),
}

/** Anything the schema takes; JSON where it is a schema of a kind not known here. */
export function messageOf(schema: z.ZodMiniType): fc.Arbitrary<unknown> {
  const def = (schema as unknown as { _zod: { def: Def } })._zod.def
  return made[def.type]?.(def) ?? json
}

export { json as anyJson, texts as anyText }
