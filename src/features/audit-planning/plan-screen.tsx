// The plan of one audit: the decision with its team, the days, every session with who audits whom, when it was sent, and
// its approval. What is printed is the sheet with the evidence of independence.
import { useState } from 'react'
import type { PlanBoard } from '#data/contract/audit-planning-contract.ts'
import { isMissed, planGaps } from '#domain/audit-planning/audit-plan.ts'
import { ApprovalSection } from '#features/approval-section.tsx'
import { LocationTag } from '#features/location-tag.tsx'
import { notedPrint, useNotedLook } from '#features/note-activity.ts'
import { PrintOnly, ScreenOnly } from '#features/official-paper.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { IndependenceEvidence } from './independence-evidence.tsx'
import { auditPath, beginAuditPath, mayAudit, mayPlan, PLANNING_PATH } from './paths.ts'
import { PlanFields } from './plan-fields.tsx'
import { PlanPaper } from './plan-paper.tsx'
import { RemovePlan } from './remove-plan.tsx'
import { SendingSection } from './sending-section.tsx'
import { SessionsSection } from './sessions-section.tsx'
import { usePlanningWords } from './use-planning-words.ts'

type PlanScreenProps = ScreenProps & { readonly unit: string; readonly id: string }

export const PlanScreen = ({ unit, id, ...screen }: PlanScreenProps) => {
  const { store, person } = screen
  const { t, daysText } = usePlanningWords()
  const board = useLive(() => store.auditPlanning.plan(unit, id), [store, unit, id])
  const place = person.communes.find((one) => one.id === unit)?.name ?? unit
  useNotedLook(screen, 'audit-plan', unit, board?.plan.id)
  const print = (
    <Button icon="print" onClick={() => void notedPrint(screen, { what: 'audit-plan', unit, record: id })}>
      {t('common:print')}
    </Button>
  )
  const title = board
    ? t('plan.ofRound', { round: board.plan.round, year: board.plan.from.slice(0, 4) })
    : t('plan.one')
  return (
    <>
      <ScreenOnly>
        <Stack gap={5}>
          <PageHeader
            title={title}
            subtitle={board ? `${place} · ${daysText(board.plan)}` : place}
            back={{ href: PLANNING_PATH, label: t('title') }}
            {...(board && { actions: print })}
          />
          {board === undefined && <Skeleton label={t('loading')} count={8} />}
          {board === null && <EmptyState icon="document" title={t('plan.unknown')} text={t('unknownText')} />}
          {board && <PlanParts key={id} board={board} screen={screen} />}
        </Stack>
      </ScreenOnly>
      {board && (
        <PrintOnly>
          <PlanPaper board={board} place={place} />
        </PrintOnly>
      )}
    </>
  )
}

const PlanParts = ({ board, screen }: { readonly board: PlanBoard; readonly screen: ScreenProps }) => {
  const { t } = usePlanningWords()
  const { plan, sessions, auditors, sha256 } = board
  const [gone, setGone] = useState(false)
  const canEdit = mayPlan(screen.person, plan.unit) && !gone
  const gaps = planGaps(plan, sessions, auditors)
  return (
    <>
      <Cluster>
        <LocationTag location={plan.location} />
      </Cluster>
      {!canEdit && <Notice tone="note">{t('readOnly')}</Notice>}
      {plan.audit !== null && <Notice tone="note">{t('plan.begun')}</Notice>}
      {isMissed(plan, screen.today) && <Notice tone="warn">{t('plan.missedText')}</Notice>}
      <Section title={t('plan.decision')}>
        <PlanFields board={board} screen={screen} canEdit={canEdit} />
      </Section>
      <SessionsSection board={board} screen={screen} canEdit={canEdit} />
      <Section title={t('evidence.title')} detail={t('evidence.detail')}>
        <IndependenceEvidence board={board} />
      </Section>
      <ApprovalSection
        screen={screen}
        record={{ unit: plan.unit, of: plan.id, ofKind: 'audit-plan', sha256 }}
        gaps={gaps.map((gap) => t(`plan.gap.${gap}`))}
      />
      <SendingSection board={board} gaps={gaps} screen={screen} canEdit={canEdit} />
      <Begin board={board} screen={screen} />
      {canEdit && <RemovePlan board={board} screen={screen} onRemoved={() => setGone(true)} />}
    </>
  )
}

const Begin = ({
  board: { plan },
  screen: { person },
}: {
  readonly board: PlanBoard
  readonly screen: ScreenProps
}) => {
  const { t } = usePlanningWords()
  if (person.workplace !== 'commune') return null
  return (
    <Section title={t('plan.audit')} detail={t('plan.auditDetail')}>
      <Cluster>
        {plan.audit === null && !mayAudit(person, plan.unit) && <p>{t('plan.auditorBegins')}</p>}
        {plan.audit === null && mayAudit(person, plan.unit) && (
          <ButtonLink kind="main" icon="audit-lens" href={beginAuditPath(plan.id)}>
            {t('plan.begin')}
          </ButtonLink>
        )}
        {plan.audit !== null && (
          <ButtonLink icon="audit-lens" href={auditPath(plan.audit)}>
            {t('plan.toAudit')}
          </ButtonLink>
        )}
      </Cluster>
    </Section>
  )
}
