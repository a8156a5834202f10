// What the audit year asks of somebody today: plans that have to go out, audits that begin within a week, plans whose
// days passed without an audit, clashes, and fields of the programme whose month has begun without a plan. Says nothing where there is nothing to say.
import type { PlanningBoard, PlanView } from '#data/contract/audit-planning-contract.ts'
import { isMissed, sendingOf } from '#domain/audit-planning/audit-plan.ts'
import { openMonths } from '#domain/audit-planning/programme.ts'
import { feedId } from '#domain/change/feed.ts'
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { ScreenProps } from './screen-props.ts'
import { useLive } from './use-live.ts'

const NEAR_DAYS = 7
/** After a quarter of a year a plan that was missed is history, and its page says so. */
const MISSED_DAYS = 90

export const NeedsOfPlanning = ({ screen }: { readonly screen: ScreenProps }) => {
  const { store, person } = screen
  const units = person.communes.map(({ id }) => id)
  const mayPlan = units.some((unit) => person.may('audit-plan', feedId(unit, 'pub')))
  const board = useLive(
    async () => (mayPlan ? store.auditPlanning.board(units) : null),
    [store, mayPlan, units.join(' ')],
  )
  if (!board) return null
  return <Needs board={board} screen={screen} />
}

type NeedsProps = { readonly board: PlanningBoard; readonly screen: ScreenProps }

const isToSend = (plan: PlanView, today: LocalDate): boolean =>
  plan.from >= today && ['due', 'late'].includes(sendingOf(plan, today).state)

const isNear = ({ from, audit }: PlanView, today: LocalDate): boolean =>
  audit === null && from >= today && daysBetween(today, from) <= NEAR_DAYS

const Needs = ({ board, screen: { person, today } }: NeedsProps) => {
  const { t } = useText('audit-planning')
  const formats = useFormats()
  const placeOf = (unit: string): string =>
    person.workplace === 'commune' ? '' : (person.communes.find(({ id }) => id === unit)?.name ?? unit)
  const toSend = board.plans.filter((plan) => isToSend(plan, today))
  const near = board.plans.filter((plan) => isNear(plan, today) && !toSend.includes(plan))
  const missed = board.plans.filter((plan) => isMissed(plan, today) && daysBetween(plan.to, today) <= MISSED_DAYS)
  const open = openOf(board, today)
  if (toSend.length + near.length + missed.length + open.length + board.clashes.size === 0) return null
  const planHref = ({ unit, id }: PlanView): string => `/audit-planning/plan/${unit}/${id}`
  return (
    <Section title={t('needs.title')}>
      <Rows label={t('needs.title')}>
        {toSend.map((plan) => (
          <Row
            key={plan.id}
            title={t('needs.send', { day: formats.day(plan.from) })}
            detail={placeOf(plan.unit)}
            trailing={
              <Tag tone={sendingOf(plan, today).state === 'late' ? 'bad' : 'act'}>
                {t(`needs.${sendingOf(plan, today).state}`)}
              </Tag>
            }
            href={planHref(plan)}
            cue={t('common:open')}
          />
        ))}
        {near.map((plan) => (
          <Row
            key={plan.id}
            title={t('needs.begins', { day: formats.day(plan.from) })}
            detail={placeOf(plan.unit)}
            href={planHref(plan)}
            cue={t('common:open')}
          />
        ))}
        {missed.map((plan) => (
          <Row
            key={plan.id}
            title={t('needs.missed', { day: formats.day(plan.to) })}
            detail={placeOf(plan.unit)}
            trailing={<Tag tone="warn">{t('plan.missed')}</Tag>}
            href={planHref(plan)}
            cue={t('common:open')}
          />
        ))}
        {board.clashes.size > 0 && (
          <Row
            title={t('needs.clashes', { count: board.clashes.size })}
            trailing={<Tag tone="bad">{t('sessions.against')}</Tag>}
            href="/audit-planning/calendar"
            cue={t('common:open')}
          />
        )}
        {open.map(({ unit, year, fields }) => (
          <Row
            key={`${unit} ${year}`}
            title={t('needs.months', { count: fields.length })}
            detail={[placeOf(unit), formats.list(fields)].filter(Boolean).join(' · ')}
            href={`/audit-planning/programme/${unit}/${year}`}
            cue={t('common:open')}
          />
        ))}
      </Rows>
    </Section>
  )
}

/** Fields of each programme whose month has begun without a plan. */
function openOf(board: PlanningBoard, today: LocalDate) {
  return board.programmes.flatMap(({ id, unit, year }) => {
    const slots = board.slots.filter(({ programme }) => programme === id)
    const plans = board.plans
      .filter((plan) => plan.unit === unit)
      .map(({ id: plan, from, to }) => ({
        from,
        to,
        fields: board.sessions.filter((one) => one.plan === plan).map(({ field }) => field),
      }))
    const fields = Array.from(new Set(openMonths(year, slots, plans, today).map(({ field }) => field)))
    return fields.length === 0 ? [] : [{ unit, year, fields }]
  })
}
