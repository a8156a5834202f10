// The addresses of the audit year: programme and plans, corrective actions, the review of the leaders, declarations and
// inspections. Apart from the others so that neither table grows beyond what one reads at a glance.
import { route, type ScreenRoute } from './screen-route.ts'

/** Programme, auditors, plans and the calendar of auditor days. */
const auditPlanning: readonly ScreenRoute[] = [
  route('/audit-planning', async () => (await import('#features/audit-planning/planning-screen.tsx')).PlanningScreen),
  route(
    '/audit-planning/auditors',
    async () => (await import('#features/audit-planning/auditors-screen.tsx')).AuditorsScreen,
  ),
  route(
    '/audit-planning/auditors/:unit/:id',
    async () => (await import('#features/audit-planning/auditor-screen.tsx')).AuditorScreen,
  ),
  route(
    '/audit-planning/calendar',
    async () => (await import('#features/audit-planning/calendar-screen.tsx')).CalendarScreen,
  ),
  route(
    '/audit-planning/programme/:unit/:year',
    async () => (await import('#features/audit-planning/programme-screen.tsx')).ProgrammeScreen,
  ),
  route(
    '/audit-planning/plan/:unit/:id',
    async () => (await import('#features/audit-planning/plan-screen.tsx')).PlanScreen,
  ),
  route(
    '/audit-planning/plan/:unit/:id/session/:session',
    async () => (await import('#features/audit-planning/session-screen.tsx')).SessionScreen,
  ),
]

const correctiveActions: readonly ScreenRoute[] = [
  route(
    '/corrective-actions',
    async () => (await import('#features/corrective-action/corrective-actions-screen.tsx')).CorrectiveActionsScreen,
  ),
  route(
    '/corrective-actions/new',
    async () => (await import('#features/corrective-action/new-corrective-screen.tsx')).NewCorrectiveScreen,
  ),
  route(
    '/corrective-actions/:unit/:id',
    async () => (await import('#features/corrective-action/corrective-screen.tsx')).CorrectiveScreen,
  ),
  route(
    '/corrective-actions/:unit/:id/sheet',
    async () => (await import('#features/corrective-action/sheet-screen.tsx')).SheetScreen,
  ),
  route(
    '/corrective-actions/:unit/:id/move/:move',
    async () => (await import('#features/corrective-action/move-screen.tsx')).MoveScreen,
  ),
]

/** What an audit adds on site: meetings, samples, shares, signatures. */
const onSite: readonly ScreenRoute[] = [
  route('/sign', async () => (await import('#features/signing/sign-elsewhere-screen.tsx')).SignElsewhereScreen),
  route(
    '/internal-audit/:id/team',
    async () => (await import('#features/internal-audit/audit-team-screen.tsx')).AuditTeamScreen,
    ['commune'],
  ),
  route(
    '/internal-audit/:id/samples',
    async () => (await import('#features/internal-audit/audit-samples-screen.tsx')).AuditSamplesScreen,
    ['commune'],
  ),
  route(
    '/internal-audit/:id/meetings',
    async () => (await import('#features/internal-audit/audit-meetings-screen.tsx')).AuditMeetingsScreen,
    ['commune'],
  ),
  route(
    '/internal-audit/:id/words',
    async () => (await import('#features/internal-audit/audit-words-screen.tsx')).AuditWordsScreen,
    ['commune'],
  ),
  {
    ...route(
      '/audit-reports/:unit/:id',
      async () => (await import('#features/audit-report/audit-report-screen.tsx')).AuditReportScreen,
    ),
    openedFrom: ['/internal-audit', '/findings'],
  },
]

const reviewsAndDeclarations: readonly ScreenRoute[] = [
  route(
    '/management-review',
    async () => (await import('#features/management-review/reviews-screen.tsx')).ReviewsOfLeadersScreen,
  ),
  route(
    '/management-review/:unit/:id',
    async () => (await import('#features/management-review/review-screen.tsx')).ReviewOfLeadersScreen,
  ),
  route(
    '/declarations',
    async () => (await import('#features/declarations/declarations-screen.tsx')).DeclarationsScreen,
  ),
  route(
    '/declarations/new',
    async () => (await import('#features/declarations/new-declaration-screen.tsx')).NewDeclarationScreen,
    ['commune'],
  ),
  route(
    '/declarations/:unit/:id',
    async () => (await import('#features/declarations/declaration-screen.tsx')).DeclarationScreen,
  ),
  route('/decay', async () => (await import('#features/declarations/decay-screen.tsx')).DecayScreen),
]

const inspections: readonly ScreenRoute[] = [
  route('/inspections', async () => (await import('#features/inspections/inspections-screen.tsx')).InspectionsScreen),
  route(
    '/inspections/new',
    async () => (await import('#features/inspections/new-inspection-screen.tsx')).NewInspectionScreen,
    ['province'],
  ),
  route(
    '/inspections/compiled',
    async () => (await import('#features/inspections/inspection-compilation-screen.tsx')).InspectionCompilationScreen,
    ['province'],
  ),
  route(
    '/inspections/:unit/:id',
    async () => (await import('#features/inspections/inspection-screen.tsx')).InspectionScreen,
  ),
  route(
    '/inspections/:unit/:id/head',
    async () => (await import('#features/inspections/inspection-head-screen.tsx')).InspectionHeadScreen,
  ),
  route(
    '/inspections/:unit/:id/item/:item',
    async () => (await import('#features/inspections/inspection-item-screen.tsx')).InspectionItemScreen,
  ),
  route(
    '/inspections/:unit/:id/shortcoming/:shortcoming',
    async () => (await import('#features/inspections/shortcoming-screen.tsx')).ShortcomingScreen,
  ),
  route(
    '/inspections/:unit/:id/sections',
    async () => (await import('#features/inspections/inspection-sections-screen.tsx')).InspectionSectionsScreen,
  ),
  route(
    '/inspections/:unit/:id/preview',
    async () => (await import('#features/inspections/inspection-preview-screen.tsx')).InspectionPreviewScreen,
  ),
  route(
    '/inspections/:unit/:id/minutes/:minutes',
    async () => (await import('#features/inspections/inspection-minutes-screen.tsx')).InspectionMinutesScreen,
  ),
  route(
    '/inspections/:unit/:id/remedy',
    async () => (await import('#features/inspections/remedy-screen.tsx')).RemedyScreen,
  ),
  route(
    '/inspections/:unit/:id/remedy/:report',
    async () => (await import('#features/inspections/remedy-report-screen.tsx')).RemedyReportScreen,
  ),
]

/** A form that was handed in, and one of its answers for whoever verifies it. */
const handedInForms: readonly ScreenRoute[] = [
  route(
    '/forms/:filling/handed-in/:submission',
    async () => (await import('#features/forms/handed-in-screen.tsx')).HandedInScreen,
  ),
  route(
    '/forms/:filling/handed-in/:submission/q/:path',
    async () => (await import('#features/forms/verify-answer-screen.tsx')).VerifyAnswerScreen,
  ),
]

export const rolloutRoutes: readonly ScreenRoute[] = [
  ...auditPlanning,
  ...correctiveActions,
  ...onSite,
  ...reviewsAndDeclarations,
  ...inspections,
  ...handedInForms,
]
