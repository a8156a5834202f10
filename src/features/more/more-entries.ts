// What stands under "Thêm" for each workplace, in groups.
import type { Person } from '#features/screen-props.ts'
import type { IconName } from '#ui/icon-paths.ts'

export interface MoreEntry {
  /** Key below `entry` in the namespace `more`. */
  readonly name: 'findings' | 'plans' | 'units' | 'sync' | 'settings' | 'help' | 'about' | 'admin'
  readonly href: string
  readonly icon: IconName
}

export interface MoreGroup {
  readonly group: 'registers' | 'work' | 'app'
  readonly entries: readonly MoreEntry[]
}

const findings: MoreEntry = { name: 'findings', href: '/findings', icon: 'wrench' }
const plans: MoreEntry = { name: 'plans', href: '/more/plans', icon: 'document' }
const units: MoreEntry = { name: 'units', href: '/more/units', icon: 'building' }
const sync: MoreEntry = { name: 'sync', href: '/sync', icon: 'refresh' }
const settings: MoreEntry = { name: 'settings', href: '/more/settings', icon: 'settings' }
const help: MoreEntry = { name: 'help', href: '/more/help', icon: 'help' }
const about: MoreEntry = { name: 'about', href: '/more/about', icon: 'info' }
const admin: MoreEntry = { name: 'admin', href: '/more/admin', icon: 'users' }

export const navigationIcon = ({ icon }: MoreEntry): IconName => icon

export function moreEntries({ workplace }: Pick<Person, 'workplace'>): readonly MoreGroup[] {
  const registers = workplace === 'commune' ? [findings, plans, units] : [plans, units]
  const work = workplace === 'administration' ? [sync, admin] : [sync]
  return [
    { group: 'work', entries: work },
    { group: 'registers', entries: registers },
    { group: 'app', entries: [settings, help, about] },
  ]
}
