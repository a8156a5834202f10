// What the sealed report will say was not recorded. Told while it can still be written, and refused nowhere.
import { isNonconformity } from '#domain/internal-audit/finding.ts'
import { standingResponse } from '#domain/internal-audit/finding-response.ts'
import { unrecordedSteps } from '#domain/internal-audit/unrecorded-steps.ts'
import { Notice } from '#ui/notice.tsx'
import type { LoadedAudit } from './audit-gate.tsx'
import { useAuditWords } from './use-audit-words.ts'

/** Rule AUD-32. */
export const UnrecordedNotice = ({ audit }: Pick<LoadedAudit, 'audit'>) => {
  const { t, formats } = useAuditWords()
  const unanswered = audit.findingViews.filter(
    ({ grade, responses }) => isNonconformity(grade) && standingResponse(responses) === undefined,
  ).length
  const steps = unrecordedSteps(audit).map((step) => t(`conclude.step.${step}`))
  const missing = unanswered === 0 ? steps : [...steps, t('conclude.step.answers', { count: unanswered })]
  if (missing.length === 0) return null
  return <Notice tone="warn">{t('conclude.unrecorded', { steps: formats.list(missing) })}</Notice>
}
