// The programme as the office signs it: its fields against the months, and what it says in words.
import type { ProgrammeBoard } from '#data/contract/audit-planning-contract.ts'
import { months } from './months.ts'
import paper from './paper.module.css'
import { PaperHead, PaperSigns } from './paper-head.tsx'
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
    <div className={paper.paper}>
      <PaperHead place={place} title={t('programme.ofYear', { year: programme.year })} />
      {lines.map(([name, text]) => (
        <p key={name}>
          <strong>{t(`paper.${name}`)}</strong> {text}
        </p>
      ))}
      <SlotPaper board={board} />
      <PaperSigns left={t('paper.writtenBy')} right={t('paper.approvedBy')} />
      <p className={paper.seal}>{t('paper.seal', { hash: sha256 })}</p>
    </div>
  )
}

const SlotPaper = ({ board: { slots } }: Pick<ProgrammePaperProps, 'board'>) => {
  const { t, fieldText } = usePlanningWords()
  return (
    <table className={paper.table}>
      <thead>
        <tr>
          <th scope="col">{t('paper.order')}</th>
          <th scope="col">{t('slots.field')}</th>
          <th scope="col">{t('slots.risk')}</th>
          {months.map((month) => (
            <th key={month} scope="col" data-center>
              {month}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {slots.map((slot, i) => (
          <tr key={slot.id}>
            <td>{i + 1}</td>
            <td>{fieldText(slot.field)}</td>
            <td>{t(`risk.${slot.risk}`)}</td>
            {months.map((month) => (
              <td key={month} data-center>
                {slot.months.includes(month) ? 'X' : ''}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
