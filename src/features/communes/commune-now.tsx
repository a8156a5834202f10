// The first view of a commune: where is it, what is next, whose turn is it, until when; and, with its button, a stage
// the commune declared and nobody confirmed yet, because that is the follower's own turn.
import type { CommuneRow } from '#data/contract/commune-contract.ts'
import type { PilotView, StageView } from '#data/contract/pilot-contract.ts'
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import { stageByCode } from '#domain/pilot/pilot-stages.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Cluster } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { StageCells } from '#ui/stage-cells.tsx'
import { Tag } from '#ui/tag.tsx'
import { cellByStatus, type CommuneWords, toneByState, useCommuneWords } from './commune-words.ts'
import { pubFeed } from './feeds.ts'
import { newVisitPath, stagePath } from './paths.ts'

type CommuneNowProps = { readonly row: CommuneRow; readonly pilot: PilotView | null; readonly screen: ScreenProps }

export const CommuneNow = ({ row, pilot, screen: { person, today } }: CommuneNowProps) => {
  const words = useCommuneWords()
  const { t } = words
  if (pilot === null) return <Notice tone="note">{t('now.noPlan')}</Notice>
  const { progress, stages } = pilot
  const mayConfirm = person.may('stage-event', pubFeed(pilot.unitId), 'confirmed')
  const mayVisit = person.may('visit', pubFeed(pilot.unitId))
  return (
    <Card title={t('now.title')} actions={<Tag tone={toneByState[progress.state]}>{words.stateText(progress)}</Tag>}>
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
      <DefinitionList items={nowItems({ row, pilot, words, today, mayConfirm, mayVisit })} />
    </Card>
  )
}

type NowParts = {
  readonly row: CommuneRow
  readonly pilot: PilotView
  readonly words: CommuneWords
  readonly today: LocalDate
  readonly mayConfirm: boolean
  readonly mayVisit: boolean
}

function nowItems({ row, pilot, words, today, mayConfirm, mayVisit }: NowParts) {
  const { progress, stages, plan } = pilot
  const { t, formats } = words
  const waiting = stages.filter(({ status }) => status === 'declared').map(({ stage }) => stage)
  const current = stages.find(({ stage }) => stage === progress.currentStage)
  const definition = current && stageByCode(current.stage)
  const shares = t('now.shares', { declared: progress.percentDeclared, confirmed: progress.percentConfirmed })
  return [
    { term: t('now.where'), value: current ? words.stageName(current.stage) : t('now.finished') },
    ...(current && definition
      ? [
          { term: t('now.until'), value: dueText(current, words, today) },
          {
            term: t('now.who'),
            value: current.stage === 'G10' ? t('now.province') : t('now.commune', { name: row.place.name }),
          },
          { term: t('now.next'), value: words.textOf(definition.gate) },
        ]
      : []),
    ...(waiting.length > 0
      ? [
          {
            term: t(mayConfirm ? 'waiting.yours' : 'waiting.theirs'),
            value: <Waiting unit={pilot.unitId} waiting={waiting} words={words} mayConfirm={mayConfirm} />,
          },
        ]
      : []),
    {
      term: t('now.forecast'),
      value: t('now.forecastOf', { day: formats.day(progress.forecast), end: plan.end.text }),
    },
    { term: t('now.progress'), value: shares },
    {
      term: t('now.lastVisit'),
      value: <LastVisit row={row} words={words} today={today} mayVisit={mayVisit} />,
    },
  ]
}

function dueText({ plannedEnd, daysLate }: StageView, { t, formats }: CommuneWords, today: LocalDate): string {
  const day = formats.day(plannedEnd)
  if (daysLate > 0) return t('now.dueLate', { day, count: daysLate })
  return t('now.dueIn', { day, count: daysBetween(today, plannedEnd) })
}

type LastVisitProps = Pick<NowParts, 'row' | 'words' | 'today' | 'mayVisit'>

const LastVisit = ({ row, words, today, mayVisit }: LastVisitProps) => (
  <Cluster>
    <span>{words.visitText(row.summary?.lastVisitOn ?? null, today)}</span>
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
