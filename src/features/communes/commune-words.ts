// How the state of a commune is said on every screen about communes: in words first, with the tone that repeats them.
import { useMemo } from 'react'
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import { stageByCode } from '#domain/pilot/pilot-stages.ts'
import type { StageStatus } from '#domain/pilot/stage-event.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import type { AssessmentSummary, CommuneSummary, StageMark } from '#domain/reporting/commune-summary.ts'
import type { LocalText } from '#domain/standard/local-text.ts'
import type { StageState } from '#ui/stage-cells.tsx'
import type { Formats } from '#ui/text/format.ts'
import { type Text, useFormats, useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'

/** How a stage is drawn: the same five shapes everywhere. */
export const cellByStatus: Readonly<Record<StageStatus, StageState>> = {
  'not-reached': 'empty',
  'in-progress': 'now',
  late: 'late',
  declared: 'done',
  confirmed: 'confirmed',
}

export const toneByState: Readonly<Record<CommuneSummary['state'], Tone>> = {
  late: 'bad',
  'at-risk': 'warn',
  'on-time': 'good',
  done: 'good',
}

type StateFacts = Pick<CommuneSummary, 'state' | 'daysLate'>

function makeWords({ t, language }: Text, formats: Formats) {
  const textOf = (text: LocalText): string => (language === 'en' ? text.en : text.vi)
  const stageName = (code: StageCode): string => {
    const stage = stageByCode(code)
    return stage ? t('stageName', { code, name: textOf(stage.name) }) : code
  }
  const markText = ({ status, daysLate }: StageMark): string =>
    status === 'late' ? t('stageStatus.lateBy', { count: daysLate }) : t(`stageStatus.${status}`)
  const submitted = ({ submittedOn, mean, answered, total }: AssessmentSummary): string => {
    if (submittedOn === null) return t('assessment.draft', { answered, total })
    const day = formats.day(submittedOn)
    return mean === null
      ? t('assessment.submitted', { day })
      : t('assessment.submittedMean', { day, mean: formats.number(mean, 1) })
  }
  return {
    t,
    formats,
    textOf,
    stageName,
    markText,
    stateText: ({ state, daysLate }: StateFacts): string =>
      state === 'late' ? t('state.lateBy', { count: daysLate }) : t(`state.${state}`),
    assessmentText: (assessment: AssessmentSummary | null): string =>
      assessment === null ? t('assessment.none') : submitted(assessment),
    visitText: (lastVisitOn: LocalDate | null, today: LocalDate): string => {
      if (lastVisitOn === null) return t('visit.never')
      const count = daysBetween(lastVisitOn, today)
      return count <= 0 ? t('visit.today') : t('visit.daysAgo', { count })
    },
    /** "G0–G4 đã xác nhận, G5 trễ 12 ngày, …": neighbours alike are said once. */
    marksText: (marks: readonly StageMark[]): string => runsOf(marks, markText).join(', '),
  }
}

function runsOf(marks: readonly StageMark[], textOf: (mark: StageMark) => string): readonly string[] {
  const runs: { readonly from: string; to: string; readonly text: string }[] = []
  for (const mark of marks) {
    const text = textOf(mark)
    const last = runs.at(-1)
    if (last?.text === text) last.to = mark.stage
    else runs.push({ from: mark.stage, to: mark.stage, text })
  }
  return runs.map(({ from, to, text }) => `${from === to ? from : `${from}–${to}`} ${text}`)
}

export type CommuneWords = ReturnType<typeof makeWords>

/** One object per language, so that rows drawn with it can be remembered. */
export function useCommuneWords(): CommuneWords {
  const text = useText('communes')
  const formats = useFormats()
  return useMemo(() => makeWords(text, formats), [text, formats])
}
