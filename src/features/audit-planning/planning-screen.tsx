// Where the audit year is planned: the programme, the plans of its audits, who audits, and the calendar of auditor days.
// A commune sees its own; whoever follows communes sees what stands in each of them.
import type { PlanningBoard, PlanView } from '#data/contract/audit-planning-contract.ts'
import { isMissed, sendingOf } from '#domain/audit-planning/audit-plan.ts'
import { useBackToMore } from '#features/back-to-more.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { Tag } from '#ui/tag.tsx'
import { AUDITORS_PATH, CALENDAR_PATH, mayPlan, planPath, programmePath } from './paths.ts'
import { StartPlan } from './start-plan.tsx'
import { toneOfSending, usePlanningWords } from './use-planning-words.ts'

export const PlanningScreen = (screen: ScreenProps) => {
  const { store, person } = screen
  const { t } = usePlanningWords()
  const back = useBackToMore(person)
  const units = person.communes.map(({ id }) => id)
  const board = useLive(() => store.auditPlanning.board(units), [store, units.join(' ')])
  return (
    <Stack gap={5}>
      <PageHeader
        title={t('title')}
        subtitle={person.place.name}
        back={back}
        actions={
          <Cluster>
            <ButtonLink icon="calendar-check" href={CALENDAR_PATH}>
              {t('calendar.title')}
            </ButtonLink>
            <ButtonLink icon="users" href={AUDITORS_PATH}>
              {t('auditors.title')}
            </ButtonLink>
          </Cluster>
        }
      />
      {board === undefined && <Skeleton label={t('loading')} shape="rows" count={5} />}
      {board !== undefined && <Boards board={board} screen={screen} />}
    </Stack>
  )
}

type BoardsProps = { readonly board: PlanningBoard; readonly screen: ScreenProps }

const Boards = ({ board, screen }: BoardsProps) => {
  const { t } = usePlanningWords()
  const { person } = screen
  const mayWrite = person.communes.some(({ id }) => mayPlan(person, id))
  return (
    <>
      <Section title={t('programme.years')} detail={t('programme.detail')}>
        <Programmes board={board} screen={screen} />
      </Section>
      <Section title={t('plans.title')} detail={t('plans.detail')}>
        <Stack>
          {board.plans.length === 0 && (
            <EmptyState icon="document" level={3} title={t('plans.emptyTitle')} text={t('plans.emptyText')} />
          )}
          <PlanRows plans={board.plans} screen={screen} />
          {mayWrite && <StartPlan board={board} screen={screen} />}
        </Stack>
      </Section>
    </>
  )
}

/** The own commune has a line for this year and the next even before anybody wrote in them. */
const Programmes = ({ board, screen: { person, today } }: BoardsProps) => {
  const { t } = usePlanningWords()
  const year = Number(today.slice(0, 4))
  const own = person.workplace === 'commune' ? person.communes.slice(0, 1).map(({ id }) => id) : []
  const opened = own.flatMap((unit) => [year, year + 1].map((one) => ({ unit, year: one })))
  const kept = board.programmes.filter(
    (one) => !opened.some((open) => open.unit === one.unit && open.year === one.year),
  )
  const lines = [...opened, ...kept.toSorted((a, b) => b.year - a.year)]
  if (lines.length === 0)
    return (
      <EmptyState icon="calendar-check" level={3} title={t('programme.emptyTitle')} text={t('programme.emptyText')} />
    )
  return (
    <Rows label={t('programme.years')}>
      {lines.map((line) => {
        const count = board.slots.filter(({ programme }) => programme === `apr.${line.unit}.${line.year}`).length
        const place = person.communes.find(({ id }) => id === line.unit)?.name ?? line.unit
        return (
          <Row
            key={`${line.unit} ${line.year}`}
            title={t('programme.ofYear', { year: line.year })}
            detail={[person.workplace === 'commune' ? '' : place, t('programme.fields', { count })]
              .filter(Boolean)
              .join(' · ')}
            href={programmePath(line.unit, line.year)}
            cue={t('common:open')}
          />
        )
      })}
    </Rows>
  )
}

const PlanRows = ({
  plans,
  screen: { person, today },
}: {
  readonly plans: readonly PlanView[]
  readonly screen: ScreenProps
}) => {
  const { t, daysText, sendingText } = usePlanningWords()
  if (plans.length === 0) return null
  return (
    <Rows label={t('plans.title')}>
      {plans.map((plan) => {
        const sending = sendingOf(plan, today)
        const place = person.communes.find(({ id }) => id === plan.unit)?.name ?? plan.unit
        return (
          <Row
            key={plan.id}
            title={t('plan.ofRound', { round: plan.round, year: plan.from.slice(0, 4) })}
            detail={[person.workplace === 'commune' ? '' : place, daysText(plan)].filter(Boolean).join(' · ')}
            trailing={
              isMissed(plan, today) ? (
                <Tag tone="warn">{t('plan.missed')}</Tag>
              ) : (
                <Tag tone={toneOfSending[sending.state]}>{sendingText(sending)}</Tag>
              )
            }
            href={planPath(plan.unit, plan.id)}
            cue={t('common:open')}
          />
        )
      })}
    </Rows>
  )
}
