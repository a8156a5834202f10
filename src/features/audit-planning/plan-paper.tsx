// The plan as it goes to those who are audited: the decision, the team, the sessions by day, and the evidence that
// nobody audits their own work.
import type { PlanBoard } from '#data/contract/audit-planning-contract.ts'
import { independenceTable } from '#domain/audit-planning/independence.ts'
import { OfficialPaper, PaperFacts, PaperHands, PaperTable } from '#features/official-paper.tsx'
import { Section } from '#ui/section.tsx'
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
    <OfficialPaper
      commune={place}
      on={null}
      title={t('paper.planTitle', { round: plan.round, year: plan.from.slice(0, 4) })}
    >
      <PaperFacts facts={lines.map(([name, value]) => ({ term: t(`paper.${name}`), value }))} />
      <Section title={t('sessions.title')} level={3}>
        <SessionsPaper board={board} />
      </Section>
      <Section title={t('evidence.title')} level={3}>
        <EvidencePaper board={board} />
      </Section>
      <PaperHands hands={[{ title: t('paper.teamLeader') }, { title: t('paper.approvedBy') }]} />
      <small>{t('paper.seal', { hash: sha256 })}</small>
    </OfficialPaper>
  )
}

const SESSION_HEADS = ['time', 'what', 'clauses', 'auditors', 'auditee', 'place'] as const

const SessionsPaper = ({ board: { sessions, auditors } }: Pick<PlanPaperProps, 'board'>) => {
  const { t, formats, fieldText } = usePlanningWords()
  return (
    <PaperTable
      label={t('sessions.title')}
      heads={SESSION_HEADS.map((head) => t(`paper.${head}`))}
      rows={sessions.map((session) => ({
        key: session.id,
        cells: [
          t('evidence.moment', { day: formats.day(session.on), from: session.from, to: session.to }),
          session.type === 'field' ? fieldText(session.field) : t(`type.${session.type}`),
          session.clauses.join(', '),
          session.auditors.map((id) => auditors.find((one) => one.id === id)?.name ?? '').join(', '),
          session.auditee,
          session.place,
        ],
      }))}
    />
  )
}

const EVIDENCE_HEADS = ['auditor', 'own', 'audited', 'verdict'] as const

const EvidencePaper = ({ board: { sessions, auditors } }: Pick<PlanPaperProps, 'board'>) => {
  const { t, formats, fieldText } = usePlanningWords()
  const lines = independenceTable(sessions, auditors).filter(({ auditedField }) => auditedField !== '')
  return (
    <PaperTable
      label={t('evidence.title')}
      heads={EVIDENCE_HEADS.map((head) => t(`evidence.${head}`))}
      rows={lines.map(({ session, auditor, name, ownFields, auditedField, verdict }) => ({
        key: `${session} ${auditor}`,
        cells: [
          name || t('auditor.gone'),
          formats.list(ownFields.map(fieldText)) || t('auditors.noFields'),
          fieldText(auditedField),
          t(`verdict.${verdict}`),
        ],
      }))}
    />
  )
}
