/**
 * Compares two JSON Schemas of one message: is whatever the older describes still understood by whoever reads the newer?
 * Only the part of JSON Schema that our messages use is looked at.
 */
interface Shape {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly items?: Shape | boolean
  readonly additionalProperties?: Shape | boolean
  readonly anyOf?: readonly Shape[]
  readonly enum?: readonly unknown[]
}

const isShape = (value: unknown): value is Shape => typeof value === 'object' && value !== null

const typesOf = ({ type = [] }: Shape): readonly string[] => (typeof type === 'string' ? [type] : type)

const choices = (shape: Shape): readonly Shape[] => shape.anyOf ?? [shape]

/** What keeps a reader of `newer` from understanding a message that fits `older`; empty where nothing does. */
export function misunderstandings(older: Shape, newer: Shape, at = ''): readonly string[] {
  return choices(older).flatMap((old) => {
    const tries = choices(newer).map((now) => mismatches(old, now, at))
    return tries.some((found) => found.length === 0) ? [] : (tries[0] ?? [])
  })
}

function mismatches(older: Shape, newer: Shape, at: string): readonly string[] {
  const now = typesOf(newer)
  const gone = typesOf(older).filter((type) => now.length > 0 && !now.includes(type))
  if (gone.length > 0) return [`${at}: no longer ${gone.join()}`]
  const lost = (older.enum ?? []).filter((value) => newer.enum && !newer.enum.includes(value))
  const demanded = (newer.required ?? []).filter((name) => !older.required?.includes(name))
  const inside = Object.entries(older.properties ?? {}).flatMap(([name, shape]) => {
    const counterpart = newer.properties?.[name]
    return counterpart ? misunderstandings(shape, counterpart, `${at}/${name}`) : []
  })
  return [
    ...lost.map((value) => `${at}: no longer ${String(value)}`),
    ...demanded.map((name) => `${at}/${name}: now demanded`),
    ...inside,
    ...within(older.items, newer.items, `${at}[]`),
    ...within(older.additionalProperties, newer.additionalProperties, `${at}{}`),
  ]
}

const within = (older: Shape | boolean | undefined, newer: Shape | boolean | undefined, at: string) =>
  isShape(older) && isShape(newer) ? misunderstandings(older, newer, at) : []
