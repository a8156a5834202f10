// Where my work is, always in the same corner: on this device, sent, or needing me. Two short lines; the room for
// the longest of them is kept, so the head of the page never moves.
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { AppLink } from './link.tsx'
import styles from './sync-chip.module.css'

type SyncChipProps = {
  readonly tone: 'good' | 'act' | 'warn' | 'bad'
  readonly icon: IconName
  readonly title: string
  readonly detail: string
  readonly href?: string
  readonly onPress?: () => void
}

export const SyncChip = ({ tone, icon, title, detail, href, onPress }: SyncChipProps) => {
  const content = (
    <>
      <Icon name={icon} />
      <span className={styles.words}>
        <b>{title}</b> <span>{detail}</span>
      </span>
    </>
  )
  return href === undefined ? (
    <button type="button" className={styles.chip} data-tone={tone} onClick={onPress}>
      {content}
    </button>
  ) : (
    <AppLink className={styles.chip} data-tone={tone} href={href}>
      {content}
    </AppLink>
  )
}
