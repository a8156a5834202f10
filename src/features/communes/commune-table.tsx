// One line a commune: a table where there is room, a card where there is not. Every group is a table of its own with
// fixed columns, so that the browser draws only the groups in sight (`content-visibility`), and a line is drawn again
// only when its commune changed.
import { memo } from 'react'
import type { CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import type { CommuneRow } from '#data/contract/commune-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import { type CockpitWords, useCockpitWords } from '#features/cockpit-words.ts'
import { classNames } from '#ui/class-names.ts'
import grouped from '#ui/line-groups.module.css'
import { AppLink } from '#ui/link.tsx'
import { Tag } from '#ui/tag.tsx'
import { isOverdue, type RowGroup, type SeenById } from './commune-list-query.ts'
import styles from './commune-table.module.css'
import { type CommuneWords, toneByState, useCommuneWords } from './commune-words.ts'
import { communePath } from './paths.ts'
import { StageStrip } from './stage-strip.tsx'

type CommuneTableProps = {
  readonly groups: readonly RowGroup[]
  readonly seen: SeenById
  readonly today: LocalDate
}

export const CommuneTable = ({ groups, seen, today }: CommuneTableProps) => {
  const words = useCommuneWords()
  const cockpit = useCockpitWords()
  return (
    <div className={grouped.groups}>
      {groups.map((group) => (
        <Group key={group.area?.id ?? 'all'} {...{ group, seen, words, cockpit, today }} />
      ))}
    </div>
  )
}

type Drawn = { readonly words: CommuneWords; readonly cockpit: CockpitWords; readonly today: LocalDate }
type GroupProps = Drawn & { readonly group: RowGroup; readonly seen: SeenById }

const Group = ({ group: { area, rows }, seen, words, cockpit, today }: GroupProps) => {
  const { t } = words
  const name = area?.name ?? t('table.caption')
  return (
    <section className={classNames(grouped.group, styles.group)} aria-label={name}>
      <div className={grouped.caption}>
        {area !== null && <h2>{area.name}</h2>}
        <span>{t('table.count', { count: rows.length })}</span>
      </div>
      <table className={styles.table} aria-label={name}>
        <Head words={words} />
        <tbody>
          {rows.map((row) => (
            <CommuneLine
              key={row.place.id}
              {...{ row, words, cockpit, today }}
              seen={seen.get(row.place.id)}
              isOverdue={isOverdue(row, today)}
              withArea={area === null}
            />
          ))}
        </tbody>
      </table>
    </section>
  )
}

const Head = memo(({ words: { t, textOf } }: { readonly words: CommuneWords }) => (
  <thead>
    <tr>
      <th scope="col">{t('table.commune')}</th>
      <th scope="col" aria-label={t('table.stages')} className={styles.stages}>
        <span className={styles.codes}>
          {pilotStages.map(({ code, name }) => (
            <abbr key={code} title={textOf(name)}>
              {code}
            </abbr>
          ))}
        </span>
      </th>
      <th scope="col" className={styles.state}>
        {t('table.state')}
      </th>
      <th scope="col">{t('table.forecast')}</th>
      <th scope="col">{t('table.visit')}</th>
      <th scope="col">{t('table.assessment')}</th>
    </tr>
  </thead>
))
Head.displayName = 'Head'

type CommuneLineProps = Drawn & {
  readonly row: CommuneRow
  /** Undefined while the cockpit is being reckoned. */
  readonly seen: CommuneCockpit | undefined
  readonly isOverdue: boolean
  readonly withArea: boolean
}

const CommuneLine = memo((props: CommuneLineProps) => {
  const { row, seen, isOverdue: isVisitDue, words, cockpit, today, withArea } = props
  const { place, area, summary } = row
  const { t } = words
  const visitOn = summary?.lastVisitOn ?? null
  const current = summary?.currentStage ? words.stageName(summary.currentStage) : null
  return (
    <tr>
      <th scope="row">
        <AppLink href={communePath(place.id)}>{place.name}</AppLink>
        {withArea && area !== null && <span className={styles.detail}>{area.name}</span>}
      </th>
      <td className={styles.stages}>
        {summary && <StageStrip marks={summary.stages} label={words.marksText(summary.stages)} />}
        {current !== null && <span className={styles.detail}>{current}</span>}
      </td>
      <td className={styles.state}>
        {summary === null ? (
          <Tag tone="idle">{t('state.noData')}</Tag>
        ) : (
          <Tag tone={toneByState[summary.state]}>{words.stateText(summary)}</Tag>
        )}
      </td>
      <td data-label={t('table.forecast')}>{seen && cockpit.rangeShort(seen.range)}</td>
      <td data-label={t('table.visit')} data-overdue={isVisitDue || undefined}>
        {words.visitText(visitOn, today)}
      </td>
      <td data-label={t('table.assessment')}>{words.assessmentText(summary?.assessment ?? null)}</td>
    </tr>
  )
})
CommuneLine.displayName = 'CommuneLine'
