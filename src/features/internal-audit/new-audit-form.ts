// What an audit needs before it can begin. Messages are keys of this feature's texts or problem codes, put into words
// by the screen.
import * as z from 'zod/mini'
import { parseWrittenDate } from '#domain/kernel/local-date.ts'
import { fieldsOfWork } from '#domain/audit-planning/fields-of-work.ts'

/** Chosen when the field of work is in no list. */
export const OTHER_FIELD = 'other'

const filled = (key: string) => z.string().check(z.refine((text) => text.trim() !== '', key))

/** A day that no calendar has is refused, never moved to a neighbour: its text stays in the field and asks. */
const existingDay = z.string().check((context) => {
  const read = parseWrittenDate(context.value)
  if (!read.ok) context.issues.push({ code: 'custom', input: context.value, message: read.error })
})

const otherField = z.refine<{ field: string; other: string }>(
  ({ field, other }) => field !== OTHER_FIELD || other.trim() !== '',
  {
    error: 'other',
    path: ['other'],
  },
)

export const newAuditSchema = z
  .object({
    title: filled('title'),
    on: existingDay,
    field: filled('field'),
    other: z.string(),
    instrument: z.string(),
    without: z.array(z.string()),
    forms: z.exactOptional(z.array(z.string())),
  })
  .check(otherField)

/** A type, not an interface: it is kept as a draft, and a draft is JSON. */
export type NewAuditForm = {
  readonly title: string
  readonly on: string
  readonly field: string
  readonly other: string
  /** `id@version`. */
  readonly instrument: string
  /** Clauses of it that are left out this time. */
  readonly without: string[]
  /** Forms of the province whose questions are taken too, `id@version`; drafts of before have none. */
  readonly forms?: string[]
}

export const departmentOf = ({ field, other }: NewAuditForm): string =>
  field === OTHER_FIELD ? other.trim() : (fieldsOfWork.find(({ vi }) => vi === field)?.vi ?? field)
