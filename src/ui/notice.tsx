// Something the person should know now. What it means is in the words and the icon; `announce` is for a notice that
// appears while they work: an alert when bad, a polite status otherwise.
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import styles from './notice.module.css'

export type NoticeTone = 'bad' | 'warn' | 'good' | 'note'

type NoticeProps = {
  readonly tone: NoticeTone
  readonly icon?: IconName
  readonly title?: string
  readonly actions?: ReactNode
  readonly announce?: boolean
  readonly children?: ReactNode
}

const noticeIcons: Readonly<Record<NoticeTone, IconName>> = { bad: 'alert', warn: 'alert', good: 'check', note: 'info' }

export const Notice = ({ tone, icon = noticeIcons[tone], title, actions, announce = false, children }: NoticeProps) => {
  const liveRole = tone === 'bad' ? 'alert' : 'status'
  return (
    <div className={styles.notice} data-tone={tone} role={announce ? liveRole : 'note'}>
      <Icon name={icon} />
      <div className={styles.words}>
        {title !== undefined && <b>{title}</b>}
        {children !== undefined && <div>{children}</div>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
