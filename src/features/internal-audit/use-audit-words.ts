// How an audit, its items and its counts are named on every screen of this feature.
import { findingGrades } from '#domain/internal-audit/finding.ts'
import type { GradeCounts } from '#domain/internal-audit/audit-report.ts'
import type { AuditResult } from '#domain/internal-audit/audit-result.ts'
import { fieldsOfWork } from '#domain/audit-planning/fields-of-work.ts'
import type { WrittenDate } from '#domain/kernel/local-date.ts'
import type { LocalText } from '#domain/standard/local-text.ts'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'

export const toneByResult: Readonly<Record<AuditResult, Tone>> = {
  C: 'good',
  NC: 'bad',
  OBS: 'note',
  OFI: 'note',
  NA: 'idle',
}

export function useAuditWords() {
  const { t, language } = useText('internal-audit')
  // What is refused on site is told at once, also right after a start.
  useText('problems-online')
  const formats = useFormats()
  const textOf = (text: LocalText): string => (language === 'en' ? text.en : text.vi)
  const departmentText = (department: string): string => {
    const field = fieldsOfWork.find(({ vi }) => vi === department)
    return field ? textOf(field) : department
  }
  const dayText = ({ text, date }: WrittenDate): string =>
    date === null ? t('dayToDecide', { text }) : formats.day(date)
  return {
    t,
    textOf,
    formats,
    departmentText,
    dayText,
    headText: (audit: { readonly on: WrittenDate; readonly department: string }): string =>
      t('head', { day: dayText(audit.on), department: departmentText(audit.department) }),
    resultText: (result: AuditResult | null): string => t(`result.${result ?? 'none'}`),
    /** `1 không phù hợp nặng, 2 điểm lưu ý`; in words too when there is none. */
    countsText: (counts: GradeCounts): string => {
      const parts = findingGrades.filter((grade) => counts[grade] > 0)
      return parts.length === 0
        ? t('counts.none')
        : formats.list(parts.map((grade) => t(`counts.${grade}`, { count: counts[grade] })))
    },
  }
}

export type AuditWords = ReturnType<typeof useAuditWords>
