// How a visit, its flag and its stage are named on every screen of this feature.
import type { LateReason } from '#domain/field-visit/late-reason.ts'
import { lateReasons } from '#domain/field-visit/late-reason.ts'
import type { VisitFlag } from '#domain/field-visit/visit.ts'
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import { stageByCode } from '#domain/pilot/pilot-stages.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import type { LocalText } from '#domain/standard/local-text.ts'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'

export const toneByFlag: Readonly<Record<VisitFlag, Tone>> = { red: 'bad', yellow: 'warn', green: 'good' }

export function useVisitWords() {
  const { t, language } = useText('visits')
  const formats = useFormats()
  const textOf = (text: LocalText): string => (language === 'en' ? text.en : text.vi)
  return {
    t,
    formats,
    textOf,
    stageName: (code: StageCode): string => {
      const stage = stageByCode(code)
      return stage ? t('stageName', { code, name: textOf(stage.name) }) : code
    },
    reasonsText: (ids: readonly LateReason[]): string =>
      lateReasons
        .filter(({ id }) => ids.includes(id))
        .map(({ name }) => textOf(name))
        .join(', '),
    sinceText: (lastVisitOn: LocalDate | null, today: LocalDate): string => {
      if (lastVisitOn === null) return t('never')
      const count = daysBetween(lastVisitOn, today)
      return count <= 0 ? t('visitedToday') : t('daysAgo', { count })
    },
    /** Degrees, two digits behind the point. */
    spotText: ({ north, east }: { readonly north: number; readonly east: number }): string =>
      t('spot.at', { north: formats.number(north, 2), east: formats.number(east, 2) }),
    timesText: ({ from, to }: { readonly from: string | null; readonly to: string | null }): string =>
      [from, to].filter(Boolean).join('–'),
  }
}

export type VisitWords = ReturnType<typeof useVisitWords>
