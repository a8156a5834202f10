// The programme as the office signs it: its fields against the months, and what it says in words.
import type { ProgrammeBoard } from '#data/contract/audit-planning-contract.ts'
import { OfficialPaper, PaperFacts, PaperHands, PaperTable } from '#features/official-paper.tsx'
import { months } from './months.ts'
import { usePlanningWords } from './use-planning-words.ts'

type ProgrammePaperProps = { readonly board: ProgrammeBoard; readonly place: string }

export const ProgrammePaper = ({ board, place }: ProgrammePaperProps) => {
  const { t, editionText } = usePlanningWords()
  const { programme, auditors, sha256 } = board
  const leader = auditors.find(({ id }) => id === programme.leader)
  const lines = [
    ['objectives', programme.objectives],
    ['edition', editionText(programme.edition)],
    ['scope', programme.scope],
    ['frequency', programme.frequency],
    ['risks', programme.risks],
    ['leader', [leader?.name, leader?.post].filter(Boolean).join(', ')],
  ] as const
  return (
    <OfficialPaper commune={place} on={null} title={t('programme.ofYear', { year: programme.year })} isLandscape>
      <PaperFacts facts={lines.map(([name, value]) => ({ term: t(`paper.${name}`), value }))} />
      <SlotPaper board={board} />
      <PaperHands hands={[{ title: t('paper.writtenBy') }, { title: t('paper.approvedBy') }]} />
      <small>{t('paper.seal', { hash: sha256 })}</small>
    </OfficialPaper>
  )
}

const SlotPaper = ({ board: { slots } }: Pick<ProgrammePaperProps, 'board'>) => {
  const { t, fieldText } = usePlanningWords()
  return (
    <PaperTable
      label={t('programme.table')}
      heads={[t('paper.order'), t('slots.field'), t('slots.risk'), ...months.map(String)]}
      centeredFrom={3}
      rows={slots.map((slot, i) => ({
        key: slot.id,
        cells: [
          i + 1,
          fieldText(slot.field),
          t(`risk.${slot.risk}`),
          ...months.map((month) => (slot.months.includes(month) ? 'X' : '')),
        ],
      }))}
    />
  )
}
