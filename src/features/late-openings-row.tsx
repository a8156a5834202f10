// Findings whose corrective action should have been opened by now, as one line among what corrective actions ask of somebody.
import type { UnrequestedFinding } from '#data/contract/corrective-contract.ts'
import { daysToOpen } from '#domain/corrective-action/due.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { CORRECTIVE_PATH, findingPath } from '#features/corrective-paths.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import { Mark } from '#ui/mark.tsx'
import { Row } from '#ui/rows.tsx'

type LateOpeningsRowProps = {
  /** Those that wait longest first. */
  readonly findings: readonly UnrequestedFinding[]
  /** Empty for a commune's own. */
  readonly nameOf: (unit: string) => string
  readonly today: LocalDate
}

/** A single finding is opened by it; several stand above the late requests. Rule CA-29. */
export const LateOpeningsRow = ({ findings, nameOf, today }: LateOpeningsRowProps) => {
  const { t, openingText } = useCorrectiveWords()
  const [longest, ...others] = findings
  if (longest === undefined) return null
  const isOne = others.length === 0
  const communes = new Set(findings.map(({ unit }) => unit)).size
  const place = communes === 1 ? nameOf(longest.unit) : t('unrequested.communes', { count: communes })
  const detail = isOne
    ? [place, longest.number, openingText(longest.since, today)]
    : [place, t('unrequested.longest', { count: -daysToOpen(longest.since, today) })]
  return (
    <Row
      mark={<Mark tone="bad" icon="wrench" />}
      title={isOne ? longest.facts : t('unrequested.several', { count: findings.length })}
      detail={detail.filter(Boolean).join(' · ')}
      href={isOne ? findingPath(longest.unit, longest.id) : `${CORRECTIVE_PATH}?show=late`}
      cue={t('common:open')}
    />
  )
}
