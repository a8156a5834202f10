// How the parts of an audit report are named.
import type { AuditResult } from '#domain/internal-audit/audit-result.ts'
import type { WrittenDate } from '#domain/kernel/local-date.ts'
import { useFormats, useText } from '#ui/text/text-context.tsx'

export function useReportWords() {
  const { t, language } = useText('audit-report')
  const formats = useFormats()
  return {
    t,
    formats,
    language,
    dayText: ({ text, date }: WrittenDate): string => (date === null ? text : formats.day(date)),
    resultText: (result: AuditResult | null): string => t(`result.${result ?? 'none'}`),
    orDots: (text: string | undefined): string => (text === undefined || text.trim() === '' ? t('paper.dots') : text),
  }
}
