// How many findings of which weight, each figure leading to its list.
import { countByGrade } from '#domain/internal-audit/audit-report.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { FigureCard, FigureGrid } from '#ui/figure-card.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { isOverdue, type PublishedFinding } from './finding-list.ts'

type FindingFiguresProps = { readonly findings: readonly PublishedFinding[]; readonly today: LocalDate }

export const FindingFigures = ({ findings, today }: FindingFiguresProps) => {
  const { t } = useText('findings')
  const formats = useFormats()
  const counts = countByGrade(findings)
  const overdue = findings.filter((finding) => isOverdue(finding, today)).length
  return (
    <FigureGrid>
      <FigureCard
        label={t('figures.overdue')}
        value={formats.number(overdue)}
        note={t('figures.overdueNote')}
        {...(overdue > 0 && { tone: 'bad' })}
        href="/findings?due=overdue"
      />
      <FigureCard
        label={t('figures.major')}
        value={formats.number(counts.major)}
        note={t('figures.majorNote')}
        {...(counts.major > 0 && { tone: 'bad' })}
        href="/findings?grade=major"
      />
      <FigureCard
        label={t('figures.minor')}
        value={formats.number(counts.minor)}
        note={t('figures.minorNote')}
        href="/findings?grade=minor"
      />
    </FigureGrid>
  )
}
