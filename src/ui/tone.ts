// A tone is what a colour means. The words and the icon carry the meaning first; the colour repeats it,
// so that a screen survives grey print, the sun and colour-blindness.
import type { IconName } from './icon-paths.ts'

export type Tone = 'bad' | 'warn' | 'good' | 'note' | 'idle' | 'act'

/** The shape that stands for a tone where the caller names no better one. */
export const iconsByTone: Readonly<Record<Tone, IconName>> = {
  bad: 'alert',
  warn: 'clock',
  good: 'check',
  note: 'star',
  idle: 'info',
  act: 'chevron-right',
}
