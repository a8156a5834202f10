// The places of a section as they are drawn: what fills a screen first, and the rest once that has been painted.
import { usePainted } from '#features/use-painted.ts'
import type { OutlineSection, Place } from './filling-outline.ts'

/** More than fit on a tablet held upright. */
const FIRST = 10
const NONE: readonly Place[] = []

export function useFirstThenAll(section: OutlineSection | undefined): readonly Place[] {
  const isPainted = usePainted(section?.key)
  const places = section?.places ?? NONE
  return isPainted ? places : places.slice(0, FIRST)
}
