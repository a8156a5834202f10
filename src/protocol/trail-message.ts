/**
 * The trail as people read it: `GET /v1/trail?of=me|office|record|{unit}`, newest first. `of=me` is what the caller did
 * and what was done to the caller's account; a unit is for its chairman, `office` for administrators, and `record` (with
 * `feed` and `entity`) for whoever reads that feed. Filters: `types` (separated by commas), `account`, `from` and `until`
 * (milliseconds), `before` (the `next` of the page before).
 */
import * as z from 'zod/mini'

const count = z.int().check(z.nonnegative())

export const trailEntrySchema = z.object({
  chain: z.string(),
  num: count,
  atMs: z.int(),
  /** A type of `domain/trail`, or one of a newer endpoint. */
  type: z.string(),
  /** Who acted, and on whom; '' where nobody. */
  account: z.string(),
  subject: z.string(),
  /** Positions as they are called now; left out where the names were erased. */
  accountName: z.optional(z.string()),
  subjectName: z.optional(z.string()),
  device: z.string(),
  deviceLabel: z.optional(z.string()),
  /** Feed or unit. */
  place: z.string(),
  placeName: z.optional(z.string()),
  /** How many changes of which kinds. */
  kinds: z.optional(z.record(z.string(), count)),
  /** What else is known; left out once erased. */
  detail: z.optional(z.record(z.string(), z.unknown())),
})
export type TrailEntry = z.infer<typeof trailEntrySchema>

export const trailPageSchema = z.object({
  nowMs: z.int(),
  entries: z.array(trailEntrySchema),
  /** To be asked for as `before`; null on the last page. */
  next: z.nullable(z.string()),
})
export type TrailPage = z.infer<typeof trailPageSchema>

export const trailQuerySchema = z.object({
  of: z.string().check(z.minLength(1), z.maxLength(120)),
  feed: z.optional(z.string().check(z.maxLength(120))),
  entity: z.optional(z.string().check(z.maxLength(200))),
  types: z.optional(z.string().check(z.maxLength(300))),
  account: z.optional(z.string().check(z.maxLength(120))),
  from: z.optional(z.string().check(z.regex(/^\d{1,15}$/))),
  until: z.optional(z.string().check(z.regex(/^\d{1,15}$/))),
  before: z.optional(z.string().check(z.maxLength(1000))),
})
export type TrailAsked = z.infer<typeof trailQuerySchema>

/** `POST /v1/admin/person-export` and `POST /v1/admin/erase`. */
export const personRequestSchema = z.object({ account: z.string().check(z.minLength(1), z.maxLength(120)) })

/** The answer of `GET /v1/me/export`: sections of rows, each row a flat record, so that every form can show them. */
export const personExportSchema = z.object({
  madeMs: z.int(),
  account: z.string(),
  sections: z.array(
    z.object({
      name: z.string(),
      rows: z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))),
    }),
  ),
  /** True where there was more than one answer can carry. */
  isCut: z.boolean(),
})
export type PersonExport = z.infer<typeof personExportSchema>
