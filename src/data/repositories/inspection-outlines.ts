/**
 * The outlines of inspections, read from the forms of the province. A published version never changes, so one that was
 * read whole is read once; one that is not all here is looked for again every time, because its parts may arrive.
 */
import { outlineOfForm } from '#domain/inspection/form-outline.ts'
import { type Outline, outlineOfMinutes, programOutline } from '#domain/inspection/inspection-outline.ts'
import type { MinutesContent } from '#domain/inspection/minutes.ts'
import { type Fielded, nullable } from './entity-query.ts'
import { loadForm } from './form-library-repository.ts'
import type { RepositoryParts } from './repository-parts.ts'

/** `id@version` of the form an inspection goes by; null for the program's own outline. */
export const outlineKeyOf = (of: Fielded): string | null => nullable<string>(of, 'outline')

/** Null where the form is not whole on this device, or is no outline. */
export type Outlines = (form: string | null) => Promise<Outline | null>

export function createOutlines(parts: RepositoryParts): Outlines {
  const known = new Map<string, Outline>()
  return async (key) => {
    if (key === null) return programOutline
    const at = known.get(key)
    if (at !== undefined) return at
    const form = await loadForm(parts, key)
    const outline = form === undefined ? null : outlineOfForm(form)
    if (outline !== null) known.set(key, outline)
    return outline
  }
}

/** Where the form is missing, what the last sealed minutes say of it. Rule INS-17. */
export function outlineOrSealed(
  outline: Outline | null,
  form: string | null,
  minutes: readonly MinutesContent[],
): Outline | null {
  if (outline !== null) return outline
  const sealed = minutes.map(outlineOfMinutes).findLast((one) => one !== null && one.form === form)
  return sealed ?? null
}
