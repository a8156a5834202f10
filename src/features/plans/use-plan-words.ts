// Words of plans that several parts share: texts by language, durations in their own unit, and names of days off.
import { editionById } from '#domain/standard/edition.ts'
import type { LocalText } from '#domain/standard/local-text.ts'
import type { Duration, StageCode } from '#domain/pilot/stage-template.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import type { CountedDay } from '#domain/plan/plan-days.ts'
import { useFormats, useText } from '#ui/text/text-context.tsx'

export function usePlanWords() {
  const { t, language } = useText('plans')
  const formats = useFormats()
  const textOf = (text: LocalText): string => (language === 'en' ? text.en : text.vi)
  return {
    t,
    formats,
    textOf,
    stageText: (code: StageCode): string => {
      const name = pilotStages.find((stage) => stage.code === code)?.name
      return t('stageNamed', { code, name: name ? textOf(name) : code })
    },
    durationText: ({ amount, unit }: Duration): string => t(`duration.${unit}`, { count: amount }),
    editionText: (id: string): string => {
      const edition = editionById(id)
      return edition ? textOf(edition.label) : id
    },
    /** "Giỗ Tổ Hùng Vương (nghỉ bù)". */
    dayOffText: ({ holiday, name, kind, isCompensation }: CountedDay): string => {
      if (kind === 'worked') return t('days.worked')
      const what = holiday === null ? name : t(`holiday.${holiday}`)
      return isCompensation ? t('days.compensation', { what }) : what
    },
  }
}
