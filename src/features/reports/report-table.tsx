// The table of the report: communes numbered through, a sum after every area, a sum of all at the end. One real table,
// so that its head repeats on every printed page and the columns of all areas stand under each other.
import type { CommuneRow } from '#data/contract/commune-contract.ts'
import type { ForecastRange } from '#domain/forecast/forecast-range.ts'
import { stageByCode } from '#domain/pilot/pilot-stages.ts'
import type { AssessmentSummary } from '#domain/reporting/commune-summary.ts'
import { useCockpitWords } from '#features/cockpit-words.ts'
import { type Text, useFormats, useText } from '#ui/text/text-context.tsx'
import type { Formats } from '#ui/text/format.ts'
import type { ReportGroup, ReportTotals } from './report-figures.ts'
import styles from './report-table.module.css'

type ReportTableProps = {
  readonly groups: readonly ReportGroup[]
  readonly totals: ReportTotals
  /** By unit: a forecast is told as a range. */
  readonly ranges: ReadonlyMap<string, ForecastRange>
}
type Words = Text & {
  readonly formats: Formats
  readonly forecastOf: (unit: string) => string
}

const columns = [
  'number',
  'commune',
  'stage',
  'declared',
  'confirmed',
  'state',
  'assessment',
  'findings',
  'forecast',
] as const

export const ReportTable = ({ groups, totals, ranges }: ReportTableProps) => {
  const text = useText('reports')
  const { rangeShort } = useCockpitWords()
  const forecastOf = (unit: string): string => {
    const range = ranges.get(unit)
    return range ? rangeShort(range) : ''
  }
  const words: Words = { ...text, formats: useFormats(), forecastOf }
  const { t } = text
  return (
    // A scrolling region must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.scroll} aria-label={t('table.frame')} tabIndex={0}>
      <table className={styles.table} aria-label={t('table.title')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" data-column={column}>
                {t(`table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => (
          <GroupBody key={group.id} group={group} words={words} />
        ))}
        <tbody>
          <TotalsRow label={t('table.total', { count: totals.communes })} totals={totals} words={words} isGrand />
        </tbody>
      </table>
    </section>
  )
}

type GroupBodyProps = { readonly group: ReportGroup; readonly words: Words }

const GroupBody = ({ group: { name, rows, start, totals }, words }: GroupBodyProps) => {
  const { t } = words
  const area = name ?? t('table.noArea')
  return (
    <tbody>
      <tr className={styles.area}>
        <th scope="rowgroup" colSpan={columns.length}>
          {area}
        </th>
      </tr>
      {rows.map((row, index) => (
        <CommuneLine key={row.place.id} row={row} number={start + index + 1} words={words} />
      ))}
      <TotalsRow label={t('table.areaTotal', { count: totals.communes })} totals={totals} words={words} />
    </tbody>
  )
}

type CommuneLineProps = { readonly row: CommuneRow; readonly number: number; readonly words: Words }

const CommuneLine = ({ row: { place, summary }, number, words }: CommuneLineProps) => {
  const { t, forecastOf } = words
  if (summary === null) {
    return (
      <tr>
        <td data-column="number">{number}</td>
        <th scope="row">{place.name}</th>
        <td colSpan={columns.length - 2}>{t('table.noData')}</td>
      </tr>
    )
  }
  const { state, daysLate, openFindings, currentStage } = summary
  return (
    <tr>
      <td data-column="number">{number}</td>
      <th scope="row">{place.name}</th>
      <td>{currentStage === null ? t('table.finished') : stageText(currentStage, words)}</td>
      <td data-column="declared">{t('table.percent', { value: summary.percentDeclared })}</td>
      <td data-column="confirmed">{t('table.percent', { value: summary.percentConfirmed })}</td>
      <td data-column="state">{state === 'late' ? t('state.lateBy', { count: daysLate }) : t(`state.${state}`)}</td>
      <td>{assessmentText(summary.assessment, words)}</td>
      <td data-column="findings">{t('table.majorMinor', { major: openFindings.major, minor: openFindings.minor })}</td>
      <td>{forecastOf(place.id)}</td>
    </tr>
  )
}

function stageText(code: string, { language }: Words): string {
  const name = stageByCode(code)?.shortName
  return name === undefined ? code : `${code} ${language === 'en' ? name.en : name.vi}`
}

function assessmentText(assessment: AssessmentSummary | null, { t, formats }: Words): string {
  if (assessment === null) return t('assessment.none')
  const { answered, total, submittedOn, mean } = assessment
  if (submittedOn === null) return t('assessment.draft', { answered, total })
  return mean === null ? t('assessment.submitted') : t('assessment.submittedMean', { mean: formats.number(mean, 1) })
}

type TotalsRowProps = {
  readonly label: string
  readonly totals: ReportTotals
  readonly words: Words
  readonly isGrand?: boolean
}

const TotalsRow = ({ label, totals, words: { t }, isGrand = false }: TotalsRowProps) => {
  const percent = (value: number | null): string => (value === null ? '' : t('table.meanPercent', { value }))
  return (
    <tr className={styles.total} data-grand={isGrand || undefined}>
      <th scope="row" colSpan={2}>
        {label}
      </th>
      <td>{t('table.declaredCount', { count: totals.declared })}</td>
      <td data-column="declared">{percent(totals.percentDeclared)}</td>
      <td data-column="confirmed">{percent(totals.percentConfirmed)}</td>
      <td data-column="state">{t('table.lateCount', { count: totals.late })}</td>
      <td>{t('table.submittedCount', { count: totals.submitted })}</td>
      <td data-column="findings">{t('table.majorMinor', { major: totals.openMajor, minor: totals.openMinor })}</td>
      <td>{t('table.nothing')}</td>
    </tr>
  )
}
