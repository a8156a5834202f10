// The addresses of the audit year: programme and plans, corrective actions, the review of the leaders, declarations and
// inspections. Apart from the others so that neither table grows beyond what one reads at a glance.
import { type ScreenRoute } from './route.ts'

/** Programme, auditors, plans and the calendar of auditor days. */
const auditPlanning: readonly ScreenRoute[] = []

const correctiveActions: readonly ScreenRoute[] = []

/** What an audit adds on site: meetings, samples, shares, signatures. */
const onSite: readonly ScreenRoute[] = []

const reviewsAndDeclarations: readonly ScreenRoute[] = []

const inspections: readonly ScreenRoute[] = []

export const rolloutRoutes: readonly ScreenRoute[] = [
  ...auditPlanning,
  ...correctiveActions,
  ...onSite,
  ...reviewsAndDeclarations,
  ...inspections,
]
