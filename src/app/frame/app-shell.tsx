// The frame around every screen of a signed-in person: place, chip, the ways of their workplace, what was just done.
import type { ReactNode } from 'react'
import type { Clock } from '#domain/kernel/clock.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Person } from '#features/screen-props.ts'
import { tableAtHand } from '#app/routes-ahead.ts'
import { entriesByWorkplace, entryOver, more } from '#app/session/nav-entries.ts'
import { AppFrame } from '#ui/app-frame.tsx'
import { useFrameSlots } from '#ui/frame-slots.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { ToastRegion } from '#ui/toast-region.tsx'
import { StatusChip } from './status-chip.tsx'

type AppShellProps = {
  readonly store: PersonStore
  readonly person: Person
  readonly clock: Clock
  readonly path: string
  readonly banner: ReactNode
  /** In place of what says where the work is, where there is nothing to say of it. */
  readonly chip?: ReactNode
  readonly children: ReactNode
}

export const AppShell = ({ store, person, clock, path, banner, chip, children }: AppShellProps) => {
  const { t } = useText('navigation')
  const { dock, words } = useFrameSlots()
  const entries = entriesByWorkplace[person.workplace]
  const table = tableAtHand()
  // Before the table is here only links of this program lead on, so that there is a screen, and mostly one of `more`.
  const current = table ? table.entryOf(path, person) : (entryOver(entries, path) ?? more)
  const nav = entries.map((entry) => ({ ...entry, label: t(entry.label), isCurrent: entry === current }))
  return (
    <AppFrame
      title={words?.title ?? person.place.name}
      titleHref="/"
      subtitle={
        <Subtitle store={store} person={person} {...(words && { words: words.subtitle ?? person.place.name })} />
      }
      chip={chip ?? <StatusChip store={store} clock={clock} />}
      nav={nav}
      navLabel={t('label')}
      skipLabel={t('skip')}
      banner={banner}
      dock={dock}
      toasts={<ToastRegion label={t('notices')} dismissLabel={t('dismiss')} />}
    >
      {children}
    </AppFrame>
  )
}

type SubtitleProps = { readonly store: PersonStore; readonly person: Person; readonly words?: string }

/** The label of demonstration data has a line of its own, so that no narrow screen can cut it off. */
const Subtitle = ({ store, person, words }: SubtitleProps) => {
  const { t } = useText('navigation')
  const above = store.identity.places.find((place) => place.id === person.place.parent)?.name
  const count = person.communes.length
  const place = person.place.kind === 'commune' ? above : t('place.communes', { count })
  const { isIllustrative } = store.identity.account
  const said = words ?? place
  return (
    <>
      {said !== undefined && <div title={said}>{said}</div>}
      {isIllustrative && <div data-illustrative>{t('common:illustrative')}</div>}
    </>
  )
}
