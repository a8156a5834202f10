// How an inspection, its results and its days are named on every screen of this feature.
import type { FollowedShortcoming, ReportStanding } from '#domain/inspection/compilation.ts'
import type { InspectionHead } from '#domain/inspection/inspection.ts'
import type { ShortcomingCounts } from '#domain/inspection/minutes.ts'
import type { ItemResult } from '#domain/inspection/outline.ts'
import type { ShortcomingGrade } from '#domain/inspection/shortcoming.ts'
import type { LocalDate, WrittenDate } from '#domain/kernel/local-date.ts'
import type { LocalText } from '#domain/standard/local-text.ts'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'

export const toneByResult: Readonly<Record<ItemResult, Tone>> = { met: 'good', 'not-met': 'bad', na: 'idle' }

export const toneByGrade: Readonly<Record<ShortcomingGrade, Tone>> = {
  major: 'bad',
  minor: 'warn',
  observation: 'note',
}

export const toneByStanding: Readonly<Record<FollowedShortcoming['standing'], Tone>> = {
  waiting: 'act',
  overdue: 'bad',
  'in-time': 'good',
  late: 'warn',
  partial: 'warn',
  'not-yet': 'warn',
}

export const toneByReport: Readonly<Record<ReportStanding, Tone>> = {
  'not-needed': 'idle',
  awaited: 'act',
  missing: 'bad',
  sent: 'good',
  'sent-late': 'warn',
  'sent-partial': 'warn',
}

export function useInspectionWords() {
  const { t, language } = useText('inspections')
  // What is missing is said when a screen opens, and a dock that waits for the words of a draft is taken away again: both
  // are waited for here.
  useText('problems-online')
  useText('records')
  const formats = useFormats()
  const dayText = ({ text, date }: WrittenDate): string => {
    if (date !== null) return formats.day(date)
    return text.trim() === '' ? t('noDay') : t('dayToDecide', { text })
  }
  return {
    t,
    formats,
    textOf: (text: LocalText): string => (language === 'en' ? text.en : text.vi),
    dayText,
    /** A day of a sealed record, or that none was set. */
    dueText: (day: LocalDate | null): string => (day === null ? t('shortcoming.noDue') : formats.day(day)),
    spanText: ({ from, to }: Pick<InspectionHead, 'from' | 'to'>): string =>
      from.text === to.text ? dayText(from) : t('days', { from: dayText(from), to: dayText(to) }),
    countsText: (counts: ShortcomingCounts): string => t('counts', { ...counts }),
  }
}
