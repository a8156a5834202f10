/**
 * What an administrator sees of the machine and of one person's data before something is done about it. Figures only:
 * nothing of what a commune wrote and no name of a file or folder.
 */
import * as z from 'zod/mini'

const count = z.int().check(z.nonnegative())

/** The answer of `GET /v1/admin/system`. */
export const adminSystemSchema = z.object({
  nowMs: z.int(),
  /** `none`: the installation keeps no journal. `behind`: it lags, and nothing counts as safe by it meanwhile. */
  journal: z.enum(['none', 'in-step', 'behind']),
  disk: z.object({
    freeBytes: count,
    totalBytes: count,
    /** What photos leave to text. */
    reserveBytes: count,
  }),
  photos: z.object({
    /** Of each commune. */
    quotaBytes: count,
    usedBytes: count,
    /** Those in the caller's place that have photos, the fullest first. */
    communes: z.array(z.object({ unit: z.string(), name: z.string(), bytes: count })),
  }),
})
export type AdminSystem = z.infer<typeof adminSystemSchema>

/** What goes with an erasing, and what stays; each with how much of it there is. */
const goes = ['names', 'password', 'devices', 'passkeys', 'providers', 'codes', 'trail-details'] as const
const stays = ['records', 'refused', 'grants', 'trail'] as const

/** The answer of `POST /v1/admin/erase-preview`: nothing was changed. */
export const erasePreviewSchema = z.object({
  /** Null where it may be done; otherwise why not, and until when. */
  problem: z.nullable(
    z.object({ code: z.string(), params: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))) }),
  ),
  goes: z.array(z.object({ what: z.enum(goes), count })),
  stays: z.array(z.object({ what: z.enum(stays), count })),
})
export type ErasePreview = z.infer<typeof erasePreviewSchema>
