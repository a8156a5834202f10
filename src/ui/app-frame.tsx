// The frame of every screen: where I am and whether my work is safe on top, the content, and the way around: a bar
// at the thumb on a phone, a rail on the left from 720 px. On a phone a dock takes the bar's place unless asked not
// to. Bar and dock are sticky parts of the flow, so they never cover the last line, however large the text is.
import { type MouseEvent, type ReactNode, useRef } from 'react'
import styles from './app-frame.module.css'
import { AppLink } from './link.tsx'
import { MainNav, type NavEntry } from './main-nav.tsx'

type AppFrameProps = {
  readonly title: string
  readonly subtitle?: ReactNode
  readonly titleHref?: string
  readonly chip?: ReactNode
  readonly nav: readonly NavEntry[]
  readonly navLabel: string
  readonly skipLabel: string
  readonly banner?: ReactNode
  readonly dock?: ReactNode
  readonly dockOverNav?: boolean
  readonly toasts?: ReactNode
  readonly children: ReactNode
}

export const AppFrame = (props: AppFrameProps) => {
  const { title, subtitle, titleHref, chip, nav, navLabel, skipLabel, banner, dock, dockOverNav, toasts } = props
  const main = useRef<HTMLElement>(null)
  const skip = (event: MouseEvent) => {
    event.preventDefault()
    main.current?.focus()
  }
  const name = <span className={styles.name}>{title}</span>
  const hasDock = dock !== undefined && dock !== null
  return (
    <div className={styles.room}>
      <div className={styles.frame}>
        <a className={styles.skip} href="#main" onClick={skip}>
          {skipLabel}
        </a>
        <header className={styles.top}>
          <div className={styles.place} title={title}>
            {titleHref === undefined ? name : <AppLink href={titleHref}>{name}</AppLink>}
          </div>
          {subtitle !== undefined && <div className={styles.under}>{subtitle}</div>}
          {chip !== undefined && <div className={styles.chip}>{chip}</div>}
        </header>
        <main className={styles.main} id="main" tabIndex={-1} ref={main} data-docked={hasDock || undefined}>
          {banner}
          {props.children}
        </main>
        <div className={styles.bottom}>
          <div className={styles.low} data-docked={hasDock || undefined}>
            <div className={styles.toasts}>{toasts}</div>
            {hasDock && <footer>{dock}</footer>}
          </div>
          <MainNav entries={nav} label={navLabel} isRailOnly={hasDock && dockOverNav !== true} />
        </div>
      </div>
    </div>
  )
}
