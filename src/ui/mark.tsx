// The round sign at the head of a row: decoration that lets the eye sort a list; the words beside it say the same.
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './mark.module.css'
import { iconsByTone, type Tone } from './tone.ts'

export const Mark = ({ tone, icon = iconsByTone[tone] }: { readonly tone: Tone; readonly icon?: IconName }) => (
  <span className={styles.mark} data-tone={tone} aria-hidden="true">
    <Icon name={icon} />
  </span>
)
