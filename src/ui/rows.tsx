// A list in which every row is one large target. The verb at its end ("Mở") is part of that target: drawn as a button
// where there is room and as an arrow on a phone, never a second thing to hit. Real further buttons go to `actions`.
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import { AppLink } from './link.tsx'
import styles from './rows.module.css'

type RowsProps = { readonly label?: string; readonly children: ReactNode }

export const Rows = ({ label, children }: RowsProps) => (
  <ul className={styles.rows} aria-label={label}>
    {children}
  </ul>
)

type RowProps = {
  readonly mark?: ReactNode
  readonly title: ReactNode
  readonly detail?: ReactNode
  readonly trailing?: ReactNode
  readonly cue?: string | undefined
  readonly cueIsMain?: boolean
  readonly href?: string | undefined
  readonly onPress?: (() => void) | undefined
  readonly actions?: ReactNode
  readonly isCurrent?: boolean
}

export const Row = (props: RowProps) => (
  <li className={styles.row} data-current={props.isCurrent || undefined}>
    <RowTarget {...props}>
      {props.mark}{' '}
      <span className={styles.body}>
        <span className={styles.words}>
          <span className={styles.title}>{props.title}</span>{' '}
          {props.detail !== undefined && <span className={styles.detail}>{props.detail}</span>}
        </span>{' '}
        {props.trailing !== undefined && <span className={styles.trailing}>{props.trailing}</span>}
      </span>{' '}
      <RowCue {...props} />
    </RowTarget>
    {props.actions !== undefined && <div className={styles.actions}>{props.actions}</div>}
  </li>
)

const RowTarget = ({ href, onPress, isCurrent, children }: RowProps & { readonly children: ReactNode }) => {
  const current = isCurrent === true ? ('true' as const) : undefined
  if (href !== undefined)
    return (
      <AppLink className={styles.target} href={href} aria-current={current}>
        {children}
      </AppLink>
    )
  if (onPress === undefined) return <div className={styles.target}>{children}</div>
  return (
    <button type="button" className={styles.target} onClick={onPress} aria-current={current}>
      {children}
    </button>
  )
}

const RowCue = ({ href, onPress, cue, cueIsMain = false }: RowProps) => {
  if (href === undefined && onPress === undefined) return null
  return (
    <span className={styles.cue} data-main={cueIsMain || undefined} data-worded={cue !== undefined || undefined}>
      {cue !== undefined && <span className={styles.verb}>{cue}</span>}
      <Icon name="chevron-right" />
    </span>
  )
}
