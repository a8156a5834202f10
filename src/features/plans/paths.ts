// Where plans are, and who may keep them.
import { feedId } from '#domain/change/feed.ts'
import type { ScreenProps } from '#features/screen-props.ts'

export const PLANS_PATH = '/more/plans'
export const NEW_PLAN_PATH = '/plans/new'
export const planPath = (id: string): string => `/plans/${encodeURIComponent(id)}`
export const editPlanPath = (id: string): string => `${planPath(id)}/edit`

/** The department of the province makes plans; everybody else reads them. */
export function mayKeepPlans({ person, store }: Pick<ScreenProps, 'person' | 'store'>): boolean {
  const province = store.identity.places.find(({ kind }) => kind === 'province')
  return province !== undefined && person.may('plan', feedId(province.id, 'plan'))
}
