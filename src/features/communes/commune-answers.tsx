// The five answers: where is the commune, until when, who, what blocks, and what has to be there before the next stage.
// What blocks leads to its records; the obstacles themselves stand below.
import type { CommuneCockpit, DelayMark } from '#data/contract/cockpit-contract.ts'
import type { PilotView, StageView } from '#data/contract/pilot-contract.ts'
import { lateReasons } from '#domain/field-visit/late-reason.ts'
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import { stageByCode } from '#domain/pilot/pilot-stages.ts'
import type { CockpitWords } from '#features/cockpit-words.ts'
import { AppLink } from '#ui/link.tsx'
import styles from './commune-answers.module.css'
import type { CommuneWords } from './commune-words.ts'
import { communePath, correctiveOfPath } from './paths.ts'

type CommuneAnswersProps = {
  readonly name: string
  readonly pilot: PilotView
  readonly seen: CommuneCockpit | null
  readonly words: CommuneWords
  readonly cockpit: CockpitWords
  readonly today: LocalDate
}

/** Rule CKP-10. */
export const CommuneAnswers = ({ name, pilot, seen, words, cockpit, today }: CommuneAnswersProps) => {
  const { t } = words
  const current = pilot.stages.find(({ stage }) => stage === pilot.progress.currentStage)
  const definition = current && stageByCode(current.stage)
  const isBlocked = seen !== null && blocksAnything(seen)
  return (
    <div className={styles.room}>
      <dl className={styles.answers}>
        <div>
          <dt>{t('now.where')}</dt>
          <dd>{current ? words.stageName(current.stage) : t('now.finished')}</dd>
        </div>
        {current && (
          <>
            <div data-tone={current.daysLate > 0 ? 'bad' : undefined}>
              <dt>{t('now.until')}</dt>
              <dd>{dueText(current, words, today)}</dd>
            </div>
            <div>
              <dt>{t('now.who')}</dt>
              <dd>{current.stage === 'G10' ? t('now.province') : t('now.commune', { name })}</dd>
            </div>
          </>
        )}
        {seen !== null && (
          <div data-tone={isBlocked ? 'bad' : 'good'}>
            <dt>{cockpit.t('now.blocks')}</dt>
            <dd>{isBlocked ? <Blocks seen={seen} words={cockpit} /> : cockpit.t('now.nothing')}</dd>
          </div>
        )}
        {definition && (
          <div data-wide="">
            <dt>{t('now.next')}</dt>
            <dd>{words.textOf(definition.gate)}</dd>
          </div>
        )}
      </dl>
    </div>
  )
}

function dueText({ plannedEnd, daysLate }: StageView, { t, formats }: CommuneWords, today: LocalDate): string {
  const day = formats.day(plannedEnd)
  if (daysLate > 0) return t('now.dueLate', { day, count: daysLate })
  return t('now.dueIn', { day, count: daysBetween(today, plannedEnd) })
}

const blocksAnything = ({ delays, openObstacles, openMajor, lateCorrective }: CommuneCockpit): boolean =>
  delays.length + openObstacles.length + openMajor + lateCorrective > 0

type BlocksProps = { readonly seen: CommuneCockpit; readonly words: CockpitWords }

const Blocks = ({ seen, words }: BlocksProps) => {
  const { t } = words
  const { place, delays, openObstacles, openMajor, lateCorrective } = seen
  const overdue = openObstacles.filter(({ isOverdue }) => isOverdue).length
  const answered = openObstacles.filter(({ state }) => state === 'answered').length
  const waiting = openObstacles.length - overdue - answered
  return (
    <span className={styles.blocks}>
      {delays.map((delay) => (
        <span key={delay.stage}>{delayText(delay, words)}</span>
      ))}
      {waiting > 0 && <span>{t('now.obstacles', { count: waiting })}</span>}
      {answered > 0 && <span>{t('now.obstaclesAnswered', { count: answered })}</span>}
      {overdue > 0 && <span>{t('now.obstaclesOverdue', { count: overdue })}</span>}
      {openMajor > 0 && (
        <AppLink href={communePath(place.id, 'findings')}>{t('now.openMajor', { count: openMajor })}</AppLink>
      )}
      {lateCorrective > 0 && (
        <AppLink href={correctiveOfPath(place.id)}>{t('now.lateCorrective', { count: lateCorrective })}</AppLink>
      )}
    </span>
  )
}

function delayText({ stage, reasons, expectedOn }: DelayMark, { t, textOf, formats }: CockpitWords): string {
  const names = lateReasons.filter(({ id }) => reasons.includes(id)).map(({ name }) => textOf(name).toLowerCase())
  const text = t('now.delay', { stage, reasons: names.join(', ') })
  return expectedOn === null ? text : `${text}; ${t('now.expected', { day: formats.day(expectedOn) })}`
}
