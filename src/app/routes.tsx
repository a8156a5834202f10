// Every screen and its address. Each is a chunk of its own, so that the first screen carries no other; the service
// worker keeps all of them, so that every address opens from a cold start without a network.
import { fetchScreensWith } from '#features/fetch-ahead.ts'
import type { Workplace } from '#features/screen-props.ts'
import { findRoute } from './route.ts'
import { pilotRoutes } from './pilot-routes.ts'
import { rolloutRoutes } from './rollout-routes.ts'
import { todayRoute } from './routes-ahead.ts'
import { route, type ScreenRoute } from './screen-route.ts'

const atCommune: readonly Workplace[] = ['commune']
const following: readonly Workplace[] = ['monitor', 'province']
const administering: readonly Workplace[] = ['administration']
const deciding: readonly Workplace[] = ['administration', 'province']

const selfAssessment = [
  route(
    '/self-assessment',
    async () => (await import('#features/self-assessment/rounds-screen.tsx')).RoundsScreen,
    atCommune,
  ),
  route(
    '/self-assessment/:id',
    async () => (await import('#features/self-assessment/round-screen.tsx')).RoundScreen,
    atCommune,
  ),
  route(
    '/self-assessment/:id/list',
    async () => (await import('#features/self-assessment/round-list-screen.tsx')).RoundListScreen,
    atCommune,
  ),
  route(
    '/self-assessment/:id/q/:question',
    async () => (await import('#features/self-assessment/question-screen.tsx')).QuestionScreen,
    atCommune,
  ),
  route(
    '/self-assessment/:id/submit',
    async () => (await import('#features/self-assessment/submit-screen.tsx')).SubmitScreen,
    atCommune,
  ),
  route(
    '/self-assessment/:id/revision/:submission',
    async () => (await import('#features/self-assessment/revision-screen.tsx')).RevisionScreen,
    atCommune,
  ),
  route(
    '/self-assessment/:id/analysis',
    async () => (await import('#features/self-assessment/round-analysis-screen.tsx')).RoundAnalysisScreen,
    atCommune,
  ),
]

const improvement = [
  route('/actions', async () => (await import('#features/improvement-actions/actions-screen.tsx')).ActionsScreen),
  route(
    '/actions/:unit/:id',
    async () => (await import('#features/improvement-actions/action-screen.tsx')).ActionScreen,
  ),
]

const internalAudit = [
  route(
    '/internal-audit',
    async () => (await import('#features/internal-audit/audits-screen.tsx')).AuditsScreen,
    atCommune,
  ),
  route(
    '/internal-audit/new',
    async () => (await import('#features/internal-audit/new-audit-screen.tsx')).NewAuditScreen,
    atCommune,
  ),
  route(
    '/internal-audit/:id',
    async () => (await import('#features/internal-audit/audit-screen.tsx')).AuditScreen,
    atCommune,
  ),
  route(
    '/internal-audit/:id/item/:item',
    async () => (await import('#features/internal-audit/audit-item-screen.tsx')).AuditItemScreen,
    atCommune,
  ),
  route(
    '/internal-audit/:id/finding/:finding',
    async () => (await import('#features/internal-audit/finding-screen.tsx')).FindingScreen,
    atCommune,
  ),
]

const forms = [
  route('/forms', async () => (await import('#features/forms/forms-screen.tsx')).FormsScreen),
  route('/forms/:filling', async () => (await import('#features/forms/filling-screen.tsx')).FillingScreen),
  route(
    '/forms/:filling/q/:path',
    async () => (await import('#features/forms/filling-question-screen.tsx')).FillingQuestionScreen,
  ),
  route(
    '/forms/:filling/submit',
    async () => (await import('#features/forms/filling-submit-screen.tsx')).FillingSubmitScreen,
  ),
]

const pilot = [
  route('/progress', async () => (await import('#features/pilot/progress-screen.tsx')).ProgressScreen, atCommune),
  route('/progress/:stage', async () => (await import('#features/pilot/stage-screen.tsx')).StageScreen, atCommune),
]

const communes = [
  route('/communes', async () => (await import('#features/communes/communes-screen.tsx')).CommunesScreen, following),
  route(
    '/communes/:unit',
    async () => (await import('#features/communes/commune-screen.tsx')).CommuneScreen,
    following,
  ),
  route(
    '/communes/:unit/answers/:submission',
    async () => (await import('#features/communes/submission-screen.tsx')).SubmissionScreen,
    following,
  ),
  route(
    '/communes/:unit/answers/:submission/q/:question',
    async () => (await import('#features/communes/verify-question-screen.tsx')).VerifyQuestionScreen,
    following,
  ),
  route(
    '/communes/:unit/answers/:submission/analysis',
    async () => (await import('#features/communes/submission-analysis-screen.tsx')).SubmissionAnalysisScreen,
    following,
  ),
  route(
    '/communes/:unit/stage/:stage',
    async () => (await import('#features/communes/commune-stage-screen.tsx')).CommuneStageScreen,
    following,
  ),
]

const followUp = [
  route('/visits', async () => (await import('#features/visits/visits-screen.tsx')).VisitsScreen),
  route('/visits/new', async () => (await import('#features/visits/visit-screen.tsx')).VisitScreen, following),
  route('/findings', async () => (await import('#features/findings/findings-screen.tsx')).FindingsScreen),
  route(
    '/findings/:unit/:id',
    async () => (await import('#features/findings/finding-detail-screen.tsx')).FindingDetailScreen,
  ),
  route(
    '/reports',
    async () => (await import('#features/reports/progress-report-screen.tsx')).ProgressReportScreen,
    following,
  ),
]

const more = [
  route('/more', async () => (await import('#features/more/more-screen.tsx')).MoreScreen),
  route('/more/units', async () => (await import('#features/units/units-screen.tsx')).UnitsScreen),
  route('/more/plans', async () => (await import('#features/plans/plans-screen.tsx')).PlansScreen),
  route('/more/forms', async () => (await import('#features/form-library/forms-screen.tsx')).FormsScreen),
  route(
    '/more/forms/import',
    async () => (await import('#features/form-library/import-screen.tsx')).ImportScreen,
    deciding,
  ),
  route('/more/forms/:form', async () => (await import('#features/form-library/form-screen.tsx')).FormScreen),
  route('/more/account', async () => (await import('#features/account/account-screen.tsx')).AccountScreen),
  route('/more/trail', async () => (await import('#features/trail/trail-screen.tsx')).TrailScreen),
  route('/more/settings', async () => (await import('#features/settings/settings-screen.tsx')).SettingsScreen),
  route('/more/help', async () => (await import('#features/help/help-screen.tsx')).HelpScreen),
  route('/more/about', async () => (await import('#features/about/about-screen.tsx')).AboutScreen),
]

const desk = async () => (await import('#features/administration/administration-screens.ts')).administrationScreens

const administration = [
  route('/more/admin', async () => (await desk()).home, administering),
  route('/more/admin/people', async () => (await desk()).people, administering),
  route('/more/admin/people/new', async () => (await desk()).add, administering),
  route('/more/admin/people/import', async () => (await desk()).import, administering),
  route('/more/admin/people/:account', async () => (await desk()).person, administering),
  route('/more/admin/people/:account/leaving', async () => (await desk()).leaving, administering),
  route('/more/admin/people/:account/data', async () => (await desk()).personData, administering),
  route('/more/admin/devices', async () => (await desk()).devices, administering),
  route('/more/admin/units', async () => (await desk()).units, administering),
  route('/more/admin/system', async () => (await desk()).system, administering),
  route('/more/admin/refused', async () => (await desk()).refused, deciding),
]

const syncCentre = [
  route('/sync', async () => (await import('#features/sync-centre/sync-centre-screen.tsx')).SyncCentreScreen),
  route('/sync/hand-over', async () => (await import('#features/hand-over/hand-over-screen.tsx')).HandOverScreen),
  route(
    '/sync/hand-over/show',
    async () => (await import('#features/hand-over/show-codes-screen.tsx')).ShowCodesScreen,
  ),
  route(
    '/sync/hand-over/scan',
    async () => (await import('#features/hand-over/scan-codes-screen.tsx')).ScanCodesScreen,
  ),
  route('/sync/conflicts', async () => (await import('#features/sync-centre/conflicts-screen.tsx')).ConflictsScreen),
]

export const routes: readonly ScreenRoute[] = [
  todayRoute,
  ...selfAssessment,
  ...improvement,
  ...internalAudit,
  ...forms,
  ...pilot,
  ...communes,
  ...followUp,
  ...rolloutRoutes,
  ...pilotRoutes,
  ...more,
  ...administration,
  ...syncCentre,
]

fetchScreensWith((path) => {
  // What cannot be fetched ahead is asked for, and told about, when somebody goes there.
  findRoute(routes, path)
    ?.route.preload()
    .catch(() => {})
})
