// The main ways of each workplace, five at most, in the order of the design language.
import type { Workplace } from '#features/screen-props.ts'
import type { IconName } from '#ui/icon-paths.ts'

export interface MainEntry {
  readonly href: string
  /** Key in the namespace `navigation`. */
  readonly label: string
  readonly icon: IconName
}

/** Leads to every screen that no other entry leads to. */
export const more: MainEntry = { href: '/more', label: 'more', icon: 'menu' }
const today: MainEntry = { href: '/', label: 'today', icon: 'calendar-check' }
const communes: MainEntry = { href: '/communes', label: 'communes', icon: 'list' }

export const entriesByWorkplace: Readonly<Record<Workplace, readonly MainEntry[]>> = {
  commune: [
    today,
    { href: '/self-assessment', label: 'self-assessment', icon: 'document' },
    { href: '/internal-audit', label: 'internal-audit', icon: 'audit-lens' },
    { href: '/progress', label: 'progress', icon: 'chart' },
    more,
  ],
  monitor: [
    today,
    communes,
    { href: '/visits', label: 'visits', icon: 'pin' },
    { href: '/findings', label: 'findings', icon: 'wrench' },
    more,
  ],
  province: [
    { href: '/', label: 'overview', icon: 'home' },
    communes,
    { href: '/inspections', label: 'inspection', icon: 'audit-lens' },
    { href: '/reports', label: 'reports', icon: 'chart' },
    more,
  ],
  administration: [today, { href: '/more/admin', label: 'administration', icon: 'settings' }, more],
}

/** The entry that holds an address. One whose own address lies below another's stands before that one in the bar. */
export const entryOver = (entries: readonly MainEntry[], path: string): MainEntry | undefined =>
  entries.find(({ href }) => `${path}/`.startsWith(`${href}/`))
