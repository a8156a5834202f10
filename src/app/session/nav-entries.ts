// The main ways of each workplace, five at most, in the order of the design language. An entry is current for every
// address below it, and for the addresses that belong to it by meaning.
import type { Workplace } from '#features/screen-props.ts'
import type { IconName } from '#ui/icon-paths.ts'

export interface MainEntry {
  readonly href: string
  /** Key in the namespace `navigation`. */
  readonly label: string
  readonly icon: IconName
}

const more: MainEntry = { href: '/more', label: 'more', icon: 'menu' }
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

const isBelow = (path: string, href: string): boolean => path === href || (href !== '/' && path.startsWith(`${href}/`))

/** The entry an address belongs to: the longest that holds it; what is reached only from `more` belongs to `more`. */
export function currentEntry(entries: readonly MainEntry[], path: string): MainEntry | undefined {
  const holding = (at: string) =>
    entries.filter((entry) => isBelow(at, entry.href)).sort((a, b) => b.href.length - a.href.length)[0]
  const isUnderMore = isBelow(path, '/sync') || isBelow(path, '/findings')
  return holding(path) ?? (isUnderMore ? holding(more.href) : undefined)
}
