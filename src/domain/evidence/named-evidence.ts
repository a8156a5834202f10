/**
 * Whether a sealed record names a photo: a submission and an audit report by its hash, a declaration of a stage by the
 * id of its record. What such a record names stays, or it would point at nothing (EVI-4). The records come from outside,
 * so nothing is taken for granted about what is in them.
 */
import { DELETED_FIELD, type Registers } from '#domain/change/entity-state.ts'
import type { JsonValue, Op } from '#domain/change/op.ts'

/** The fields of an evidence record that name bytes. */
const HASHES = ['sha256', 'thumbnailSha256'] as const

const valuesOf = (regs: Registers, field: string): readonly JsonValue[] => (regs[field]?.h ?? []).map(({ v }) => v)

/** Of the value `of`, the entries of the list in `list`, or of the value itself where `list` is null. */
function entries(value: JsonValue | undefined, list: string | null): readonly { readonly [key: string]: JsonValue }[] {
  const isObject = value !== null && typeof value === 'object' && !Array.isArray(value)
  const found = list === null ? value : isObject ? (value as { readonly [key: string]: JsonValue })[list] : undefined
  if (!Array.isArray(found)) return []
  return (found as readonly JsonValue[]).filter(
    (entry): entry is { readonly [key: string]: JsonValue } =>
      entry !== null && typeof entry === 'object' && !Array.isArray(entry),
  )
}

/** Whether this operation on a photo's record would take away what the record shows: a delete, or other bytes. */
export function takesPhotoAway({ k, f }: Pick<Op, 'k' | 'f'>, before: Registers): boolean {
  if (k !== 'evidence') return false
  if (Object.hasOwn(f, DELETED_FIELD)) return true
  return HASHES.some((field) => {
    const written = Object.hasOwn(f, field) ? f[field]?.[0] : undefined
    return written !== undefined && valuesOf(before, field).some((value) => value !== written)
  })
}

/** Whether the sealed record names the photo of this evidence record. Rule EVI-4. */
export function namesPhoto(sealed: Registers, id: string, evidence: Registers): boolean {
  const hashes = valuesOf(evidence, 'sha256')
  const inContent = valuesOf(sealed, 'content').flatMap((content) => entries(content, 'evidence'))
  const delivered = valuesOf(sealed, 'deliverables').flatMap((list) => entries(list, null))
  return (
    inContent.some(({ sha256 }) => sha256 !== undefined && hashes.includes(sha256)) ||
    delivered.some(({ evidenceId }) => evidenceId === id)
  )
}
