/** The columns of a batch as the endpoint checks them. Apart from `batch.ts`, so that a device does not load zod to pack. */
import * as z from 'zod/mini'

const count = z.int().check(z.nonnegative())
const json = z.json()
const context = z.record(z.string(), count)

export const batchSchema = z.object({
  /** Dictionaries: devices, feeds, kinds, users, field names. */
  dict: z.object({
    d: z.array(z.string()),
    s: z.array(z.string()),
    k: z.array(z.string()),
    u: z.array(z.string()),
    f: z.array(z.string()),
  }),
  /** Runs [index, length]. */
  d: z.array(z.tuple([count, count])),
  u: z.array(z.tuple([count, count])),
  s: z.array(z.tuple([count, count])),
  k: z.array(z.tuple([count, count])),
  sv: z.array(z.tuple([count, count])),
  /** Differences to the value before. */
  n: z.array(z.int()),
  h: z.array(z.int()),
  e: z.array(z.string()),
  /** Group, or 0 where there is none. */
  g: z.array(z.union([z.string(), z.literal(0)])),
  /** Per operation its fields: [name index, value] or [name index, value, context]. */
  f: z.array(z.array(z.union([z.tuple([count, json]), z.tuple([count, json, context])]))),
})

export type Batch = z.infer<typeof batchSchema>
