// What the pilot asks of somebody today. In a commune: answers to look at, and reasons still to be given; its forecast stands
// on its own card. For those who follow: who slips, which obstacles wait too long, what is to be confirmed. Says nothing where there
// is nothing to say.
import { Suspense } from 'react'
import type { CockpitView, CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { Mark } from '#ui/mark.tsx'
import { ButtonLink } from '#ui/button.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import type { Tone } from '#ui/tone.ts'
import { type CockpitWords, useCockpitWords } from './cockpit-words.ts'
import type { ScreenProps } from './screen-props.ts'
import { useLive } from './use-live.ts'

type NeedsProps = { readonly screen: ScreenProps }

interface Need {
  readonly key: string
  readonly tone: Tone
  readonly title: string
  readonly detail?: string
  readonly href: string
}

/** How many names a line holds. */
const NAMED = 3

/** Its words come later than the page it stands on. */
export const NeedsOfPilot = ({ screen }: NeedsProps) => (
  <Suspense fallback={null}>
    <Needs screen={screen} />
  </Suspense>
)

const Needs = ({ screen }: NeedsProps) => {
  const { store, person, today } = screen
  const words = useCockpitWords()
  const view = useLive(() => store.cockpit.view(today), [store, today])
  const needs = view ? needsOf(view, screen, words) : []
  if (needs.length === 0) return null
  const { t } = words
  return (
    <Section
      title={t('needs.title')}
      {...(person.workplace !== 'commune' && {
        actions: (
          <ButtonLink kind="plain" icon="chart" href="/cockpit">
            {t('needs.open')}
          </ButtonLink>
        ),
      })}
    >
      <Rows label={t('needs.title')}>
        {needs.map(({ key, tone, title, detail, href }) => (
          <Row
            key={key}
            mark={<Mark tone={tone} />}
            title={title}
            {...(detail !== undefined && { detail })}
            href={href}
            cue={t('common:open')}
          />
        ))}
      </Rows>
    </Section>
  )
}

/** Rule CKP-12. */
function needsOf(view: CockpitView, screen: ScreenProps, words: CockpitWords): readonly Need[] {
  if (screen.person.workplace === 'administration') return []
  if (screen.person.workplace !== 'commune') return needsOfFollower(view, screen, words)
  const own = view.communes.find(({ place }) => place.id === screen.person.place.id)
  return own ? needsOfCommune(own, screen, words) : []
}

function needsOfCommune(own: CommuneCockpit, { person }: ScreenProps, { t }: CockpitWords): readonly Need[] {
  const feed = feedId(own.place.id, 'pub')
  const answered = own.openObstacles.filter(({ state }) => state === 'answered').length
  const current = own.stages.find(({ stage }) => stage === own.progress.currentStage)
  const isUnexplained =
    current?.status === 'late' &&
    own.delays.every(({ stage }) => stage !== current.stage) &&
    person.may('stage-delay', feed)
  return [
    ...(answered > 0
      ? [
          {
            key: 'answered',
            tone: 'note',
            title: t('needs.answered', { count: answered }),
            href: '/obstacles',
          } as const,
        ]
      : []),
    ...(isUnexplained
      ? [
          {
            key: 'explain',
            tone: 'warn',
            title: t('needs.explain', { stage: current.stage, count: current.daysLate }),
            detail: t('needs.explainWhy'),
            href: `/progress/${current.stage}`,
          } as const,
        ]
      : []),
  ]
}

function needsOfFollower(view: CockpitView, { person }: ScreenProps, words: CockpitWords): readonly Need[] {
  const { t } = words
  const { communes } = view
  const slipping = communes.filter(({ alarms }) => alarms.some(({ is }) => is === 'slipping'))
  const overdue = communes.filter(({ openObstacles }) => openObstacles.some(({ isOverdue }) => isOverdue))
  const waiting = communes.filter(({ openObstacles }) => openObstacles.some(({ state }) => state === 'open'))
  const toConfirm = communes.filter(
    ({ place, stages }) =>
      person.may('stage-event', feedId(place.id, 'pub'), 'confirmed') &&
      stages.some(({ status }) => status === 'declared'),
  )
  const line = (key: string, tone: Tone, of: readonly CommuneCockpit[], href: string): readonly Need[] =>
    of.length === 0
      ? []
      : [{ key, tone, title: t(`needs.${key}`, { count: of.length }), detail: namesOf(of, words), href }]
  const isProvince = person.workplace === 'province'
  return [
    ...line('overdue', 'bad', overdue, '/obstacles'),
    ...(isProvince && overdue.length === 0 ? line('waiting', 'act', waiting, '/obstacles') : []),
    ...(isProvince ? line('confirm', 'note', toConfirm, '/cockpit/heat') : []),
    ...line(
      'slipping',
      'warn',
      [...slipping].sort((a, b) => b.slippage - a.slippage),
      '/cockpit/timeline',
    ),
  ]
}

function namesOf(communes: readonly CommuneCockpit[], { t }: CockpitWords): string {
  const names = communes.slice(0, NAMED).map(({ place }) => place.name)
  const rest = communes.length - names.length
  return rest > 0 ? t('needs.andMore', { names: names.join(', '), count: rest }) : names.join(', ')
}
