// One word for how hard a pass phrase is to guess. It guards a file that anybody may keep and try at for years, so it has
// to be longer than a password for which the endpoint counts the tries.
import { isLongEnough } from '#sync/hand-over/locked-copy.ts'
import type { Tone } from '#ui/tone.ts'

export type PhraseStrength = 'short' | 'weak' | 'fair' | 'strong'

export const phraseTones: Readonly<Record<PhraseStrength, Tone>> = {
  short: 'idle',
  weak: 'warn',
  fair: 'note',
  strong: 'good',
}

const [FEW_CHARACTERS, FEW_WORDS, MANY_CHARACTERS] = [6, 3, 20]

export function phraseStrength(phrase: string): PhraseStrength {
  if (!isLongEnough(phrase)) return 'short'
  const settled = phrase.trim().toLowerCase()
  const different = new Set(Array.from(settled)).size
  if (different < FEW_CHARACTERS || /^[\d\s.\-/]+$/.test(settled)) return 'weak'
  const words = new Set(settled.split(/\s+/)).size
  return words > FEW_WORDS && settled.length >= MANY_CHARACTERS ? 'strong' : 'fair'
}
