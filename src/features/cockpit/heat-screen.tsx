// Communes against stages: where the work of a whole province is stuck is seen at one look, down a column.
import { useMemo } from 'react'
import { cellOfStatus, type CockpitWords, toneOfState, useCockpitWords } from '#features/cockpit-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import type { CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import type { StageState } from '#domain/pilot/stage-event.ts'
import type { ChartGroup } from '#ui/chart-frame.tsx'
import { type HeatCell, HeatChart, type HeatLine } from '#ui/chart-heat.tsx'
import { Stack } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import { CockpitPage, type SideProps } from './cockpit-page.tsx'
import type { ChosenView } from './cockpit-query.ts'
import { groupTitle } from './group-words.ts'
import { HeatTable } from './heat-table.tsx'
import { communePath } from './paths.ts'
import { StageKey } from './stage-key.tsx'

export const HeatScreen = (screen: ScreenProps) => <CockpitPage screen={screen} side="heat" Side={HeatSide} />

const HeatSide = ({ view, isTable }: SideProps) => (isTable ? <HeatTable view={view} /> : <Heat view={view} />)

/** Rule CKP-4: up to a week, up to three weeks, more. */
const heatOf = (daysLate: number): 1 | 2 | 3 => (daysLate <= 7 ? 1 : daysLate <= 21 ? 2 : 3)

function cellOf(state: StageState, words: CockpitWords): HeatCell {
  const cell = {
    key: state.stage,
    state: cellOfStatus[state.status],
    title: `${words.codeAndName(state.stage)}: ${words.stageText(state)}`,
  }
  if (state.status === 'late')
    return { ...cell, figure: words.formats.number(state.daysLate), heat: heatOf(state.daysLate) }
  return state.daysLate > 0 ? { ...cell, figure: words.t('heat.closedLate', { days: state.daysLate }) } : cell
}

const lineOf = (commune: CommuneCockpit, words: CockpitWords): HeatLine => ({
  key: commune.place.id,
  name: commune.place.name,
  href: communePath(commune.place.id),
  label: words.runsText(commune.stages),
  trailing: (
    <>
      <Tag tone={toneOfState[commune.progress.state]}>{words.stateText(commune.progress)}</Tag>
      <span>{words.t('percentDone', { percent: commune.progress.percentDeclared })}</span>
    </>
  ),
  cells: commune.stages.map((state) => cellOf(state, words)),
})

const Heat = ({ view }: { readonly view: ChosenView }) => {
  const words = useCockpitWords(view.template)
  const { t } = words
  const groups = useMemo<readonly ChartGroup<HeatLine>[]>(
    () =>
      view.groups.map((group) => ({
        key: group.area?.id ?? '',
        ...groupTitle(group, t),
        lines: group.communes.map((commune) => lineOf(commune, words)),
      })),
    [view, words, t],
  )
  return (
    <Stack gap={5}>
      <HeatChart
        label={t('side.heat.title')}
        columns={view.template.map(({ code }) => ({ key: code, short: code, title: words.nameOf(code) }))}
        groups={groups}
        heads={{ name: t('column.commune'), trailing: t('column.state') }}
      />
      <StageKey view={view} note={t('heat.note')} />
    </Stack>
  )
}
