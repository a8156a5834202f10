/** Version 2 of a batch as the endpoint checks it. Whether its columns fit together is for `unpackColumns` to say. */
import * as z from 'zod/mini'

const count = z.int().check(z.nonnegative())
const texts = z.array(z.string())
const ints = z.array(z.int())
const counts = z.array(count)

export const columnsSchema = z.object({
  v: z.literal(2),
  dict: z.object({ d: texts, s: texts, k: texts, u: texts, f: texts }),
  d: counts,
  s: counts,
  k: counts,
  u: counts,
  sv: counts,
  n: ints,
  t: ints,
  c: counts,
  ep: counts,
  e: texts,
  g: z.array(z.union([z.string(), count])),
  q: z.array(counts),
  f: counts,
  p: counts,
  w: z.array(z.object({ h: counts, v: z.array(z.json()), x: counts, c: z.array(counts) })),
})
