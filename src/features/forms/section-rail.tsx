// Every section with how far it is; the way from one to another. A menu where there is no room for a rail.
import { Rail, RailButton } from '#ui/section-rail.tsx'
import { SelectField } from '#ui/select-field.tsx'
import type { FillingBoard } from './filling-board.ts'
import type { OutlineSection } from './filling-outline.ts'
import { useFillingWords } from './form-words.ts'
import { usePlace, useSectionCount, useWhole } from './use-filling.ts'
import { useMedia } from '#features/use-media.ts'

type SectionRailProps = {
  readonly board: FillingBoard
  readonly outline: readonly OutlineSection[]
  readonly at: number
  readonly onChoose: (at: number) => void
}

export const SectionRail = (props: SectionRailProps) => {
  const { t } = useFillingWords()
  const hasRoom = useMedia('(min-width: 60em)')
  if (props.outline.length < 2) return null
  if (!hasRoom) return <SectionMenu {...props} />
  return (
    <Rail label={t('sections')}>
      {props.outline.map((section, at) => (
        <SectionEntry
          key={section.key}
          {...{ section, at }}
          board={props.board}
          isCurrent={at === props.at}
          onChoose={props.onChoose}
        />
      ))}
    </Rail>
  )
}

export function useSectionTitle(board: FillingBoard, section: OutlineSection, at: number): string {
  const { t } = useFillingWords()
  const state = usePlace(board, section.titleRef ?? '')
  return titleWords(t, state?.label ?? '', section, at)
}

type Words = ReturnType<typeof useFillingWords>['t']

const titleWords = (t: Words, label: string, { part }: OutlineSection, at: number): string => {
  const title = label === '' ? t('section', { number: at + 1 }) : label
  return part === 0 ? title : t('sectionPart', { title, part })
}

type SectionEntryProps = {
  readonly board: FillingBoard
  readonly section: OutlineSection
  readonly at: number
  readonly isCurrent: boolean
  readonly onChoose: (at: number) => void
}

const SectionEntry = ({ board, section, at, isCurrent, onChoose }: SectionEntryProps) => {
  const { t } = useFillingWords()
  const title = useSectionTitle(board, section, at)
  const { answered, total, wrong } = useSectionCount(board, at)
  return (
    <RailButton
      title={title}
      count={wrong > 0 ? t('countWrong', { answered, total, wrong }) : t('count', { answered, total })}
      isCurrent={isCurrent}
      onClick={() => onChoose(at)}
    />
  )
}

const SectionMenu = ({ board, outline, at, onChoose }: SectionRailProps) => {
  const { t } = useFillingWords()
  // Any figure may change the words of any entry.
  useWhole(board)
  return (
    <SelectField
      label={t('sections')}
      value={String(at)}
      onChange={(event) => onChoose(Number(event.target.value))}
      options={outline.map((section, index) => {
        const { answered, total } = board.tally().section(index)
        const label = section.titleRef === null ? '' : (board.state(section.titleRef)?.label ?? '')
        const title = titleWords(t, label, section, index)
        return { value: String(index), label: t('menuEntry', { title, answered, total }) }
      })}
    />
  )
}
