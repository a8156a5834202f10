// The communes by the stage they stand at: who is where, and who stands there longer than planned.
import { useMemo } from 'react'
import type { CommuneCockpit } from '#data/contract/cockpit-contract.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import { type CockpitWords, toneOfState, useCockpitWords } from '#features/cockpit-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { type Lane, LaneBoard, type LaneCard } from '#ui/chart-lanes.tsx'
import { type Column, DataTable } from '#ui/data-table.tsx'
import { CockpitPage, type SideProps } from './cockpit-page.tsx'
import type { ChosenView } from './cockpit-query.ts'
import { communePath } from './paths.ts'

export const BoardScreen = (screen: ScreenProps) => <CockpitPage screen={screen} side="board" Side={Board} />

/** The slowest first. Rule CKP-3. */
const bySlowness = (a: CommuneCockpit, b: CommuneCockpit): number =>
  b.progress.daysLate - a.progress.daysLate || b.slippage - a.slippage || (a.place.name < b.place.name ? -1 : 1)

const cardOf = (commune: CommuneCockpit, words: CockpitWords): LaneCard => {
  const { place, progress } = commune
  const note = words.dueText(commune)
  return {
    key: place.id,
    name: place.name,
    href: communePath(place.id),
    tone: toneOfState[progress.state],
    state: words.stateText(progress),
    ...(note !== undefined && { note }),
  }
}

function lanesOf(view: ChosenView, words: CockpitWords): readonly Lane[] {
  const { t } = words
  const standing = (stage: StageCode | null): readonly LaneCard[] =>
    view.communes
      .filter(({ progress }) => progress.currentStage === stage)
      .toSorted(bySlowness)
      .map((commune) => cardOf(commune, words))
  const lane = (key: string, code: string, name: string, cards: readonly LaneCard[]): Lane => ({
    key,
    code,
    name,
    cards,
    count: t('communes', { count: cards.length }),
  })
  return [
    ...view.template.map(({ code }) => lane(code, code, words.nameOf(code), standing(code))),
    lane('done', t('board.doneCode'), t('board.done'), standing(null)),
  ]
}

const Board = ({ view, isTable }: SideProps) => {
  const words = useCockpitWords(view.template)
  const { t } = words
  const lanes = useMemo(() => lanesOf(view, words), [view, words])
  if (!isTable) return <LaneBoard label={t('side.board.title')} lanes={lanes} />
  const columns: readonly Column<Lane>[] = [
    {
      key: 'stage',
      head: t('column.stage'),
      isRowHead: true,
      cell: ({ code, name }) => t('stageName', { code, name }),
    },
    { key: 'count', head: t('column.count'), align: 'end', cell: ({ cards }) => cards.length },
    {
      key: 'communes',
      head: t('column.communes'),
      cell: ({ cards }) =>
        cards.length === 0
          ? t('nobodyThere')
          : cards.map(({ name, state }) => t('board.card', { name, state })).join('; '),
    },
  ]
  return <DataTable caption={t('side.board.title')} columns={columns} rows={lanes} rowKey={({ key }) => key} />
}
