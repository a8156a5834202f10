/** A value out of JSON with one place in it changed, taken away or added to: what a broken endpoint might send. */
import fc from 'fast-check'

type Path = readonly (string | number)[]

function pathsOf(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at]
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key]))]
}

function changed(value: unknown, [key, ...rest]: Path, change: (before: unknown) => unknown): unknown {
  if (key === undefined) return change(value)
  const copy: unknown = Array.isArray(value) ? [...value] : { ...(value as object) }
  const inner = changed((value as Record<string, unknown>)[key], rest, change)
  if (inner === undefined && !Array.isArray(copy)) delete (copy as Record<string, unknown>)[key]
  else (copy as Record<string, unknown>)[key] = inner === undefined ? null : inner
  return copy
}

const odd = fc.oneof(
  fc.constantFrom(
    null,
    true,
    0,
    1,
    -1,
    0.5,
    2 ** 53,
    2 ** 60,
    '',
    'x',
    '2026-02-30',
    '2026-2-3',
    'commune',
    'ministry',
  ),
  fc.constantFrom<unknown[]>([], {}, [0], [0, 1], [1, 'a', { b: 1 }], [1, 'a', { b: -1 }], { a: 1 }, { code: 'x' }),
  fc.integer(),
  fc.json({ maxDepth: 2 }).map((text) => JSON.parse(text.replaceAll('__proto__', 'proto')) as unknown),
)

type Change = (before: unknown) => unknown

const change: fc.Arbitrary<Change> = fc.oneof(
  odd.map(
    (value): Change =>
      () =>
        value,
  ),
  fc.constant<Change>(() => undefined),
  odd.map(
    (value): Change =>
      (before) =>
        Array.isArray(before) ? [...before, value] : { extra: value },
  ),
  fc.constant<Change>((before) => (Array.isArray(before) ? before.slice(1) : [before])),
  odd.map(
    (value): Change =>
      (before) =>
        typeof before === 'object' && before !== null && !Array.isArray(before) ? { ...before, extra: value } : value,
  ),
)

/** Up to three places of what `values` gives are spoilt. */
export const spoilt = (values: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(values, fc.array(fc.tuple(fc.nat(), change), { maxLength: 3 })).map(([value, changes]) =>
    changes.reduce<unknown>((before, [at, run]) => {
      const paths = pathsOf(before)
      return JSON.parse(JSON.stringify(changed(before, paths[at % paths.length] ?? [], run) ?? null)) as unknown
    }, value),
  )
