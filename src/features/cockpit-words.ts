// How the cockpit says where a commune stands and when it may be done: the same words on its own screens, on the page of
// a commune, in the lists and on paper. A forecast is always said as a range, with what it was reckoned from.
import { useMemo } from 'react'
import type { CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import type { Alarm } from '#domain/forecast/alarm.ts'
import type { DateRange, ForecastRange } from '#domain/forecast/forecast-range.ts'
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import { stageByCode } from '#domain/pilot/pilot-stages.ts'
import type { OverallState } from '#domain/pilot/progress.ts'
import { isStageDone, type StageState, type StageStatus } from '#domain/pilot/stage-event.ts'
import type { Stage, StageCode, StageTemplate } from '#domain/pilot/stage-template.ts'
import type { LocalText } from '#domain/standard/local-text.ts'
import type { StageState as CellState } from '#ui/stage-cells.tsx'
import type { Formats } from '#ui/text/format.ts'
import { type Text, useFormats, useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'

/** How a stage is drawn: the same five shapes everywhere. */
export const cellOfStatus: Readonly<Record<StageStatus, CellState>> = {
  'not-reached': 'empty',
  'in-progress': 'now',
  late: 'late',
  declared: 'done',
  confirmed: 'confirmed',
}

export const toneOfState: Readonly<Record<OverallState, Tone>> = {
  late: 'bad',
  'at-risk': 'warn',
  'on-time': 'good',
  done: 'good',
}

type Stated = { readonly state: OverallState; readonly daysLate: number }

/** Day and month where both ends lie in one year: "12/02–05/03/2027". */
function shortRange({ earliest, latest }: DateRange, formats: Formats): string {
  const [from, to] = [formats.day(earliest), formats.day(latest)]
  if (from === to) return to
  return `${earliest.slice(0, 4) === latest.slice(0, 4) ? from.slice(0, 5) : from}–${to}`
}

function stageWords({ t, language }: Text, template: StageTemplate | undefined) {
  const byCode: ReadonlyMap<StageCode, Stage> = new Map(template?.map((stage) => [stage.code, stage]))
  const textOf = (text: LocalText): string => (language === 'en' ? text.en : text.vi)
  const stageOf = (code: StageCode): Stage | undefined => byCode.get(code) ?? stageByCode(code)
  const nameOf = (code: StageCode): string => {
    const stage = stageOf(code)
    return stage ? textOf(stage.name) : code
  }
  const stageText = ({ status, daysLate, returned }: StageState): string => {
    if (status === 'late') return t('stage.lateBy', { count: daysLate })
    if (returned !== null) return t('stage.returned')
    return daysLate > 0 ? t(`stage.${status}Late`, { count: daysLate }) : t(`stage.${status}`)
  }
  return {
    textOf,
    stageOf,
    nameOf,
    stageText,
    /** "G5 Soát xét, phê duyệt, ban hành" */
    codeAndName: (code: StageCode): string => t('stageName', { code, name: nameOf(code) }),
    shortOf: (code: StageCode): string => {
      const stage = stageOf(code)
      return stage ? t('stageName', { code, name: textOf(stage.shortName) }) : code
    },
    /** "G0–G4 đã xác nhận, G5 trễ 12 ngày, …": neighbours alike are said once. */
    runsText: (stages: readonly StageState[]): string => runsOf(stages, stageText).join(', '),
  }
}

function runsOf(stages: readonly StageState[], textOf: (state: StageState) => string): readonly string[] {
  const runs: { readonly from: string; to: string; readonly text: string }[] = []
  for (const state of stages) {
    const text = textOf(state)
    const last = runs.at(-1)
    if (last?.text === text) last.to = state.stage
    else runs.push({ from: state.stage, to: state.stage, text })
  }
  return runs.map(({ from, to, text }) => `${from === to ? from : `${from}–${to}`} ${text}`)
}

function forecastWords({ t }: Text, formats: Formats) {
  const rangeText = (range: DateRange): string => {
    const days = {
      earliest: formats.day(range.earliest),
      likely: formats.day(range.likely),
      latest: formats.day(range.latest),
    }
    return range.earliest === range.latest ? t('range.one', days) : t('range.full', days)
  }
  return {
    rangeText,
    rangeShort: (range: DateRange): string => shortRange(range, formats),
    /** "đã công bố 03/02/2027", or the range in full. */
    forecastText: (range: ForecastRange): string =>
      range.basis === 'reached' ? t('range.reached', { day: formats.day(range.likely) }) : rangeText(range),
    basisText: ({ basis, stages }: ForecastRange): string => {
      const seen = stages.filter(({ from }) => from === 'comparable')
      const least = Math.min(...seen.map(({ sample }) => sample))
      return t(`basis.${basis}`, { stages: seen.length, total: stages.length, sample: least })
    },
    slippageText: (days: number): string => {
      if (days === 0) return t('slippage.none')
      return days > 0 ? t('slippage.after', { count: days }) : t('slippage.before', { count: -days })
    },
  }
}

function communeWords({ t }: Text, formats: Formats) {
  const stateText = ({ state, daysLate }: Stated): string =>
    state === 'late' ? t('state.lateBy', { count: daysLate }) : t(`state.${state}`)
  return {
    stateText,
    visitText: (lastOn: LocalDate | null, today: LocalDate): string => {
      if (lastOn === null) return t('visit.never')
      const count = daysBetween(lastOn, today)
      return count <= 0 ? t('visit.today') : t('visit.daysAgo', { count })
    },
    alarmText: (alarm: Alarm): string => {
      switch (alarm.is) {
        case 'late':
          return t('alarm.late', { stage: alarm.stage, count: alarm.days })
        case 'slipping':
          return t('alarm.slipping', { count: alarm.days })
        case 'not-visited':
          return t(alarm.lastOn === null ? 'alarm.never-visited' : 'alarm.not-visited', { count: alarm.days })
        case 'open-major':
        case 'late-corrective':
        case 'obstacle-overdue':
          return t(`alarm.${alarm.is}`, { count: alarm.count })
      }
    },
    /** Until when the stage should be done that the commune stands at; undefined where nothing is open. */
    dueText: ({ progress, stages }: Pick<CommuneCockpit, 'progress' | 'stages'>): string | undefined => {
      const current = stages.find((state) => state.stage === progress.currentStage && !isStageDone(state))
      return current && t('due', { day: formats.day(current.plannedEnd) })
    },
  }
}

function makeWords(text: Text, formats: Formats, template: StageTemplate | undefined) {
  return {
    t: text.t,
    formats,
    ...stageWords(text, template),
    ...forecastWords(text, formats),
    ...communeWords(text, formats),
  }
}

export type CockpitWords = ReturnType<typeof makeWords>

/** `template` of the plan in view; the project's own stages where left out. */
export function useCockpitWords(template?: StageTemplate): CockpitWords {
  const text = useText('cockpit')
  const formats = useFormats()
  return useMemo(() => makeWords(text, formats, template), [text, formats, template])
}
