// Words that every workplace's first screen shares: stages by name, rounds, and how long until a day.
import { daysBetween, type LocalDate } from '#domain/kernel/local-date.ts'
import { stageByCode } from '#domain/pilot/pilot-stages.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import type { Formats } from '#ui/text/format.ts'
import { type Text, useFormats, useText } from '#ui/text/text-context.tsx'

const CLIPPED = 60

const makeWords = ({ t, language }: Text, formats: Formats) => ({
  t,
  formats,
  /** "G5 Soát xét, phê duyệt, ban hành" */
  stageNamed: (code: StageCode): string => {
    const name = stageByCode(code)?.name
    return t('stageNamed', { code, name: (language === 'en' ? name?.en : name?.vi) ?? '' })
  },
  roundTitle: (round: string): string => {
    const [year = '', number = ''] = round.split('-')
    return t('round', { number, year })
  },
  /** "còn 8 ngày, hạn 28/11/2026", or only the day where it is past. */
  dueText: (due: LocalDate, today: LocalDate): string => {
    const left = daysBetween(today, due)
    const day = formats.day(due)
    if (left === 0) return t('due.today', { day })
    return left > 0 ? t('due.left', { count: left, day }) : t('due.past', { day })
  },
})

export type TodayWords = ReturnType<typeof makeWords>

export function useTodayWords(): TodayWords {
  return makeWords(useText('today'), useFormats())
}

/** The parts that are there, in one line. */
export const lineOf = (parts: readonly (string | null | undefined)[]): string => parts.filter(Boolean).join(' · ')

/** A finding is told in its first words; the whole of it stands one touch away. */
export function clip(text: string): string {
  const line = text.trim().replaceAll(/\s+/g, ' ')
  if (line.length <= CLIPPED) return line
  const cut = line.slice(0, CLIPPED)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), CLIPPED / 2))}…`
}
