// The plan as it goes to those who are audited: the decision, the team, the sessions by day, and the evidence that
// nobody audits their own work.
import type { PlanBoard } from '#data/contract/audit-planning-contract.ts'
import { independenceTable } from '#domain/audit-planning/independence.ts'
import paper from './paper.module.css'
import { PaperHead, PaperSigns } from './paper-head.tsx'
import { usePlanningWords } from './use-planning-words.ts'

type PlanPaperProps = { readonly board: PlanBoard; readonly place: string }

export const PlanPaper = ({ board, place }: PlanPaperProps) => {
  const { t, daysText, editionText } = usePlanningWords()
  const { plan, auditors, sha256 } = board
  const named = (id: string): string => {
    const auditor = auditors.find((one) => one.id === id)
    return [auditor?.name ?? '', auditor?.post ?? ''].filter(Boolean).join(', ')
  }
  const lines = [
    ['basis', t('paper.decision', { number: plan.decisionNumber, day: plan.decidedOn.text })],
    ['purpose', plan.purpose],
    ['scope', plan.scope],
    ['edition', editionText(plan.edition)],
    ['days', daysText(plan)],
    ['leader', named(plan.leader)],
    ['members', plan.members.map(named).join('; ')],
  ] as const
  return (
    <div className={paper.paper}>
      <PaperHead place={place} title={t('paper.planTitle', { round: plan.round, year: plan.from.slice(0, 4) })} />
      {lines.map(([name, text]) => (
        <p key={name}>
          <strong>{t(`paper.${name}`)}</strong> {text}
        </p>
      ))}
      <h3>{t('sessions.title')}</h3>
      <SessionsPaper board={board} />
      <h3>{t('evidence.title')}</h3>
      <EvidencePaper board={board} />
      <PaperSigns left={t('paper.teamLeader')} right={t('paper.approvedBy')} />
      <p className={paper.seal}>{t('paper.seal', { hash: sha256 })}</p>
    </div>
  )
}

const SessionsPaper = ({ board: { sessions, auditors } }: Pick<PlanPaperProps, 'board'>) => {
  const { t, formats, fieldText } = usePlanningWords()
  const heads = ['time', 'what', 'clauses', 'auditors', 'auditee', 'place'] as const
  return (
    <table className={paper.table}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {t(`paper.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {sessions.map((session) => (
          <tr key={session.id}>
            <td>{t('evidence.moment', { day: formats.day(session.on), from: session.from, to: session.to })}</td>
            <td>{session.type === 'field' ? fieldText(session.field) : t(`type.${session.type}`)}</td>
            <td>{session.clauses.join(', ')}</td>
            <td>{session.auditors.map((id) => auditors.find((one) => one.id === id)?.name ?? '').join(', ')}</td>
            <td>{session.auditee}</td>
            <td>{session.place}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const EvidencePaper = ({ board: { sessions, auditors } }: Pick<PlanPaperProps, 'board'>) => {
  const { t, formats, fieldText } = usePlanningWords()
  const lines = independenceTable(sessions, auditors).filter(({ auditedField }) => auditedField !== '')
  return (
    <table className={paper.table}>
      <thead>
        <tr>
          {(['auditor', 'own', 'audited', 'verdict'] as const).map((head) => (
            <th key={head} scope="col">
              {t(`evidence.${head}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={`${line.session} ${line.auditor}`}>
            <td>{line.name || t('auditor.gone')}</td>
            <td>{formats.list(line.ownFields.map(fieldText)) || t('auditors.noFields')}</td>
            <td>{fieldText(line.auditedField)}</td>
            <td>{t(`verdict.${line.verdict}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
