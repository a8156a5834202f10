// What stands under "Thêm" for each workplace, in groups.
import { rightsOf } from '#domain/access/access-table.ts'
import type { Person } from '#features/screen-props.ts'
import type { IconName } from '#ui/icon-paths.ts'

export interface MoreEntry {
  /** Key below `entry` in the namespace `more`. */
  readonly name:
    | 'actions'
    | 'findings'
    | 'plans'
    | 'forms'
    | 'fillings'
    | 'units'
    | 'sync'
    | 'account'
    | 'settings'
    | 'trail'
    | 'help'
    | 'about'
    | 'admin'
    | 'refused'
  readonly href: string
  readonly icon: IconName
}

export interface MoreGroup {
  readonly group: 'registers' | 'work' | 'app'
  readonly entries: readonly MoreEntry[]
}

const findings: MoreEntry = { name: 'findings', href: '/findings', icon: 'wrench' }
const actions: MoreEntry = { name: 'actions', href: '/actions', icon: 'calendar-check' }
const plans: MoreEntry = { name: 'plans', href: '/more/plans', icon: 'document' }
const forms: MoreEntry = { name: 'forms', href: '/more/forms', icon: 'edit' }
const fillings: MoreEntry = { name: 'fillings', href: '/forms', icon: 'pen' }
const units: MoreEntry = { name: 'units', href: '/more/units', icon: 'building' }
const sync: MoreEntry = { name: 'sync', href: '/sync', icon: 'refresh' }
const account: MoreEntry = { name: 'account', href: '/more/account', icon: 'user' }
const trail: MoreEntry = { name: 'trail', href: '/more/trail', icon: 'eye' }
const settings: MoreEntry = { name: 'settings', href: '/more/settings', icon: 'settings' }
const help: MoreEntry = { name: 'help', href: '/more/help', icon: 'help' }
const about: MoreEntry = { name: 'about', href: '/more/about', icon: 'info' }
const admin: MoreEntry = { name: 'admin', href: '/more/admin', icon: 'users' }
const refused: MoreEntry = { name: 'refused', href: '/more/admin/refused', icon: 'flag' }

export const navigationIcon = ({ icon }: MoreEntry): IconName => icon

/** Whoever administers decides there too; a department that only decides has the one screen. */
function deskOf(roles: Person['roles']): readonly MoreEntry[] {
  if (roles.includes('administrator')) return [admin]
  return roles.some((role) => rightsOf(role).decides !== undefined) ? [refused] : []
}

export function moreEntries({ workplace, roles }: Pick<Person, 'workplace' | 'roles'>): readonly MoreGroup[] {
  const followed = workplace === 'administration' ? [] : [actions]
  const registers =
    workplace === 'commune'
      ? [findings, actions, fillings, plans, forms, units]
      : [...followed, fillings, plans, forms, units]
  const work = [sync, ...deskOf(roles)]
  return [
    { group: 'work', entries: work },
    { group: 'registers', entries: registers },
    { group: 'app', entries: [account, trail, settings, help, about] },
  ]
}
