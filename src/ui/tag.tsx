// A status in words with its shape; the colour only repeats it.
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './tag.module.css'
import { iconsByTone, type Tone } from './tone.ts'

type TagProps = { readonly tone: Tone; readonly icon?: IconName | undefined; readonly children: ReactNode }

export const Tag = ({ tone, icon = iconsByTone[tone], children }: TagProps) => (
  <span className={styles.tag} data-tone={tone}>
    <Icon name={icon} />
    <span>{children}</span>
  </span>
)
