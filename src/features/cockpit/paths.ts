// Addresses of the cockpit, and those that its figures lead to.
const COCKPIT_PATH = '/cockpit'

export const cockpitSides = ['overview', 'board', 'heat', 'timeline'] as const
export type CockpitSide = (typeof cockpitSides)[number]

/** What is kept when a person goes from one drawing to the next. */
export type Kept = { readonly plan: string | null; readonly area: string | null; readonly form?: 'table' | null }

const withKept = (path: string, { plan, area, form = null }: Kept): string => {
  const query = new URLSearchParams()
  if (plan !== null) query.set('plan', plan)
  if (area !== null) query.set('area', area)
  if (form !== null) query.set('as', form)
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

export const sidePath = (side: CockpitSide, kept: Kept = { plan: null, area: null }): string =>
  withKept(side === 'overview' ? COCKPIT_PATH : `${COCKPIT_PATH}/${side}`, kept)

export const communePath = (unit: string): string => `/communes/${unit}`
/** The list that a figure was counted from. */
export const listPath = (state: string, area: string | null): string =>
  `/communes?state=${state}${area === null ? '' : `&area=${area}`}`
export const OBSTACLES_PATH = '/obstacles'
