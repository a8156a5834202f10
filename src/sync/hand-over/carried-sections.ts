/** Sections as they lie in the store and go into a file; apart from making new ones, which needs far more code. */
import type { KeptSection, NewSection } from '#data/contract/hand-over-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import type { FilePart, SectionEntry } from '#protocol/hand-over/hand-over-file.ts'
import type { HandOverParts } from './hand-over-parts.ts'

const entryOf = (
  { form, type, origin, from, to, feed, sha256 }: Omit<NewSection, 'bytes'>,
  bytes: number,
): SectionEntry => ({
  form,
  type,
  origin,
  from,
  to,
  feed,
  bytes,
  sha256,
})

export const partOf = (section: Omit<NewSection, 'bytes'>, bytes: Uint8Array): FilePart => ({
  entry: entryOf(section, bytes.length),
  bytes,
})

/** The bytes of kept sections; one whose bytes are gone is left out. */
export async function loadParts(
  { store }: HandOverParts,
  sections: readonly KeptSection[],
): Promise<readonly FilePart[]> {
  const parts: FilePart[] = []
  for (const section of sections) {
    const bytes = await store.sectionBytes(section.sha256)
    if (bytes) parts.push(partOf(section, bytes))
  }
  return parts
}

/** Sections of others that the endpoint has not taken. */
export async function carriedSections({
  store,
  sync,
}: HandOverParts): Promise<Result<readonly KeptSection[], Problem>> {
  const [at, all] = [await sync.position(), await store.sections()]
  if (!at.ok) return at
  if (!all.ok) return all
  return ok(all.value.filter(({ isOwn, inc }) => !isOwn && inc !== at.value.inc))
}
