// What visits ask of somebody today: of those who follow communes the route of the day and what was planned and not
// recorded; of the commune who comes and what it has to sign. Communes that wait for a visit stand among the first tasks. Says nothing where
// nothing is asked.
import { useMemo } from 'react'
import type { PlannedVisitView, VisitView } from '#data/contract/visit-contract.ts'
import { comingVisits, missedVisits } from '#domain/field-visit/planned-visit.ts'
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import type { IconName } from '#ui/icon-paths.ts'
import { Mark } from '#ui/mark.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'
import type { ScreenProps } from './screen-props.ts'
import { useUnsignedVisits } from './unsigned-visits.ts'
import { useLive } from './use-live.ts'

/** A commune hears of a visit so many days ahead. */
const AHEAD_DAYS = 7

type Need = {
  readonly key: string
  readonly tone: Tone
  readonly icon: IconName
  readonly title: string
  readonly detail: string
  readonly href: string
}

export const NeedsOfVisits = ({ screen }: { readonly screen: ScreenProps }) => {
  const { store, person } = screen
  const units = useMemo(() => person.communes.map(({ id }) => id), [person])
  const planned = useLive(() => store.visits.planned(units), [store, units]) ?? []
  const unsigned = useUnsignedVisits(screen)
  return planned.length + unsigned.length === 0 ? null : <Needs {...{ screen, planned, unsigned }} />
}

type NeedsProps = {
  readonly screen: ScreenProps
  readonly planned: readonly PlannedVisitView[]
  readonly unsigned: readonly VisitView[]
}

const Needs = ({ screen, planned, unsigned }: NeedsProps) => {
  const { t } = useText('visits')
  const ofPlans = useNeeds(screen, planned, screen.today)
  const toSign = unsigned.map(
    ({ id, unit, on }): Need => ({
      key: id,
      tone: 'warn',
      icon: 'pen',
      title: t('needs.sign', { day: on.text }),
      detail: '',
      href: `/visits/${unit}/${id}`,
    }),
  )
  const needs = [...ofPlans, ...toSign]
  if (needs.length === 0) return null
  return (
    <Section title={t('needs.title')}>
      <Rows label={t('needs.title')}>
        {needs.map(({ key, tone, icon, ...row }) => (
          <Row key={key} mark={<Mark tone={tone} icon={icon} />} {...row} cue={t('common:open')} />
        ))}
      </Rows>
    </Section>
  )
}

function useNeeds({ person }: ScreenProps, planned: readonly PlannedVisitView[], today: LocalDate): readonly Need[] {
  const { t } = useText('visits')
  const formats = useFormats()
  const nameOf = (unit: string): string => person.communes.find(({ id }) => id === unit)?.name ?? unit
  const coming = comingVisits(planned, today)
  if (person.workplace === 'commune')
    return coming
      .filter(({ on }) => on <= addDays(today, AHEAD_DAYS))
      .slice(0, 1)
      .map(({ id, on, from, purpose }) => ({
        key: id,
        tone: 'act',
        icon: 'calendar-check',
        title: t('needs.comes', { day: [formats.dayWithWeekday(on), from].filter(Boolean).join(', ') }),
        detail: purpose,
        href: '/visits',
      }))
  const onToday = coming.filter(({ on }) => on === today)
  const missed = missedVisits(planned, today)
  const route: readonly Need[] =
    onToday.length === 0
      ? []
      : [
          {
            key: 'route',
            tone: 'act',
            icon: 'pin',
            title: t('needs.route', { count: onToday.length }),
            detail: formats.list(onToday.slice(0, 4).map(({ unit }) => nameOf(unit))),
            href: `/visits/day?on=${today}`,
          },
        ]
  const late: readonly Need[] =
    missed.length === 0
      ? []
      : [
          {
            key: 'missed',
            tone: 'warn',
            icon: 'alert',
            title: t('needs.missed', { count: missed.length }),
            detail: formats.list(missed.slice(0, 4).map(({ unit }) => nameOf(unit))),
            href: '/visits',
          },
        ]
  return [...route, ...late]
}
