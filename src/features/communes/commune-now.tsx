// The first view of a commune, read in five seconds: where is it, what is next, whose turn is it, until when, and what
// blocks; and, with its button, a stage the commune declared and nobody confirmed yet, because that is the follower's own
// turn.
import type { CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import type { CommuneRow } from '#data/contract/commune-contract.ts'
import type { PilotView } from '#data/contract/pilot-contract.ts'
import { type CockpitWords, useCockpitWords } from '#features/cockpit-words.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { StageCells } from '#ui/stage-cells.tsx'
import { Tag } from '#ui/tag.tsx'
import { CommuneAnswers } from './commune-answers.tsx'
import { cellByStatus, type CommuneWords, toneByState, useCommuneWords } from './commune-words.ts'
import { pubFeed } from './feeds.ts'
import { newVisitPath, stagePath } from './paths.ts'

type CommuneNowProps = {
  readonly row: CommuneRow
  readonly pilot: PilotView | null
  /** Null where it takes part in no plan. */
  readonly seen: CommuneCockpit | null
  readonly screen: ScreenProps
}

export const CommuneNow = ({ row, pilot, seen, screen: { person, today } }: CommuneNowProps) => {
  const words = useCommuneWords()
  const cockpit = useCockpitWords()
  const { t } = words
  if (pilot === null) return <Notice tone="note">{t('now.noPlan')}</Notice>
  const { progress, stages } = pilot
  const mayConfirm = person.may('stage-event', pubFeed(pilot.unitId), 'confirmed')
  const mayVisit = person.may('visit', pubFeed(pilot.unitId))
  return (
    <Card title={t('now.title')} actions={<Tag tone={toneByState[progress.state]}>{words.stateText(progress)}</Tag>}>
      <Stack gap={4}>
        <StageCells
          label={t('table.stages')}
          showShort
          stages={stages.map((stage) => ({
            key: stage.stage,
            short: stage.stage,
            state: cellByStatus[stage.status],
            label: `${words.stageName(stage.stage)}: ${words.markText(stage)}`,
          }))}
        />
        <CommuneAnswers {...{ pilot, seen, words, cockpit, today }} name={row.place.name} />
        <DefinitionList items={moreItems({ row, pilot, seen, words, cockpit, today, mayConfirm, mayVisit })} />
      </Stack>
    </Card>
  )
}

type NowParts = {
  readonly row: CommuneRow
  readonly pilot: PilotView
  readonly seen: CommuneCockpit | null
  readonly words: CommuneWords
  readonly cockpit: CockpitWords
  readonly today: LocalDate
  readonly mayConfirm: boolean
  readonly mayVisit: boolean
}

function moreItems({ row, pilot, seen, words, cockpit, today, mayConfirm, mayVisit }: NowParts) {
  const { progress, stages, plan } = pilot
  const { t } = words
  const waiting = stages.filter(({ status }) => status === 'declared').map(({ stage }) => stage)
  const shares = t('now.shares', { declared: progress.percentDeclared, confirmed: progress.percentConfirmed })
  return [
    ...(waiting.length > 0
      ? [
          {
            term: t(mayConfirm ? 'waiting.yours' : 'waiting.theirs'),
            value: <Waiting unit={pilot.unitId} waiting={waiting} words={words} mayConfirm={mayConfirm} />,
          },
        ]
      : []),
    ...(seen === null
      ? []
      : [{ term: t('now.forecast'), value: <Forecast {...{ seen, words, cockpit }} end={plan.end.text} /> }]),
    { term: t('now.progress'), value: shares },
    {
      term: t('now.lastVisit'),
      value: <LastVisit {...{ row, words, cockpit, today, mayVisit }} next={seen?.nextVisitOn ?? null} />,
    },
  ]
}

type ForecastProps = Pick<NowParts, 'words' | 'cockpit'> & { readonly seen: CommuneCockpit; readonly end: string }

/** A range with what it rests on, never a bare day (CKP-8). */
const Forecast = ({ seen: { range, slippage }, end, words: { t }, cockpit }: ForecastProps) => (
  <>
    {cockpit.forecastText(range)}
    <br />
    {t('now.forecastOf', { slippage: cockpit.slippageText(slippage), end })}
    <br />
    <small>{cockpit.basisText(range)}</small>
  </>
)

type LastVisitProps = Pick<NowParts, 'row' | 'words' | 'cockpit' | 'today' | 'mayVisit'> & {
  readonly next: LocalDate | null
}

const LastVisit = ({ row, words, cockpit, next, today, mayVisit }: LastVisitProps) => (
  <Cluster>
    <span>{words.visitText(row.summary?.lastVisitOn ?? null, today)}</span>
    {next !== null && <span>{cockpit.t('now.nextVisit', { day: words.formats.day(next) })}</span>}
    {mayVisit && (
      <ButtonLink icon="pin" href={newVisitPath(row.place.id)}>
        {words.t('recordVisit')}
      </ButtonLink>
    )}
  </Cluster>
)

type WaitingProps = {
  readonly unit: string
  readonly waiting: readonly StageCode[]
  readonly words: CommuneWords
  readonly mayConfirm: boolean
}

const Waiting = ({ unit, waiting, words: { t, stageName }, mayConfirm }: WaitingProps) => (
  <Cluster>
    {waiting.map((stage) => (
      <ButtonLink key={stage} href={stagePath(unit, stage)} kind={mayConfirm ? 'main' : 'outline'}>
        {t(mayConfirm ? 'waiting.check' : 'waiting.look', { stage: stageName(stage) })}
      </ButtonLink>
    ))}
  </Cluster>
)
