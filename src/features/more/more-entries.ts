// What stands under "Thêm" for each workplace, in groups.
import { rightsOf } from '#domain/access/access-table.ts'
import type { Person } from '#features/screen-props.ts'
import type { IconName } from '#ui/icon-paths.ts'

export interface MoreEntry {
  /** Key below `entry` in the namespace `more`. */
  readonly name:
    | 'actions'
    | 'auditPlanning'
    | 'corrective'
    | 'findings'
    | 'inspections'
    | 'managementReview'
    | 'declarations'
    | 'decay'
    | 'obstacles'
    | 'visits'
    | 'country'
    | 'cockpit'
    | 'plans'
    | 'forms'
    | 'fillings'
    | 'handedIn'
    | 'units'
    | 'mergers'
    | 'firstDay'
    | 'procedures'
    | 'rehearsal'
    | 'sync'
    | 'sign'
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
  readonly group: 'work' | 'cycle' | 'registers' | 'app'
  readonly entries: readonly MoreEntry[]
}

const findings: MoreEntry = { name: 'findings', href: '/findings', icon: 'wrench' }
const actions: MoreEntry = { name: 'actions', href: '/actions', icon: 'calendar-check' }
const auditPlanning: MoreEntry = { name: 'auditPlanning', href: '/audit-planning', icon: 'calendar-check' }
const corrective: MoreEntry = { name: 'corrective', href: '/corrective-actions', icon: 'wrench' }
const inspections: MoreEntry = { name: 'inspections', href: '/inspections', icon: 'flag' }
const managementReview: MoreEntry = { name: 'managementReview', href: '/management-review', icon: 'users' }
const declarations: MoreEntry = { name: 'declarations', href: '/declarations', icon: 'star' }
const decay: MoreEntry = { name: 'decay', href: '/decay', icon: 'alert' }
const obstacles: MoreEntry = { name: 'obstacles', href: '/obstacles', icon: 'flag' }
const visits: MoreEntry = { name: 'visits', href: '/visits', icon: 'pin' }
const country: MoreEntry = { name: 'country', href: '/country', icon: 'chart' }
const cockpit: MoreEntry = { name: 'cockpit', href: '/cockpit', icon: 'chart' }
const plans: MoreEntry = { name: 'plans', href: '/more/plans', icon: 'document' }
const forms: MoreEntry = { name: 'forms', href: '/more/forms', icon: 'edit' }
const fillings: MoreEntry = { name: 'fillings', href: '/forms', icon: 'pen' }
/** The same list for whoever fills in nothing and reads. */
const handedIn: MoreEntry = { ...fillings, name: 'handedIn', icon: 'list' }
const units: MoreEntry = { name: 'units', href: '/more/units', icon: 'building' }
const firstDay: MoreEntry = { name: 'firstDay', href: '/first-day', icon: 'star' }
const procedures: MoreEntry = { name: 'procedures', href: '/procedures', icon: 'list' }
const rehearsal: MoreEntry = { name: 'rehearsal', href: '/rehearsal', icon: 'edit' }
const mergers: MoreEntry = { name: 'mergers', href: '/mergers', icon: 'share' }
const sync: MoreEntry = { name: 'sync', href: '/sync', icon: 'refresh' }
const sign: MoreEntry = { name: 'sign', href: '/sign', icon: 'pen' }
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

/** The year of a quality management system, in the order in which an office goes through it. */
const cycle: readonly MoreEntry[] = [auditPlanning, corrective, managementReview, declarations, inspections]

/** What stands in the bar of a workplace is not listed again. */
const registersOf: Readonly<Record<Person['workplace'], readonly MoreEntry[]>> = {
  commune: [firstDay, procedures, findings, actions, fillings, visits, obstacles, plans, forms, units, mergers],
  monitor: [cockpit, procedures, actions, handedIn, obstacles, plans, forms, units, mergers],
  province: [
    cockpit,
    procedures,
    findings,
    actions,
    handedIn,
    visits,
    country,
    obstacles,
    plans,
    forms,
    units,
    mergers,
  ],
  administration: [handedIn, plans, forms, units],
}

const cycleOf: Readonly<Record<Person['workplace'], readonly MoreEntry[]>> = {
  commune: cycle,
  monitor: [...cycle, decay],
  province: [...cycle.filter((entry) => entry !== inspections), decay],
  administration: [],
}

export function moreEntries({ workplace, roles }: Pick<Person, 'workplace' | 'roles'>): readonly MoreGroup[] {
  const work = [sync, ...(workplace === 'administration' ? [] : [sign]), ...deskOf(roles)]
  const groups: readonly MoreGroup[] = [
    { group: 'work', entries: work },
    { group: 'cycle', entries: cycleOf[workplace] },
    { group: 'registers', entries: registersOf[workplace] },
    { group: 'app', entries: [account, trail, settings, rehearsal, help, about] },
  ]
  return groups.filter(({ entries }) => entries.length > 0)
}
