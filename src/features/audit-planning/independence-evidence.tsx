// The evidence of independence as a table: who looks at what, what they do themselves, and whether that may be.
import type { PlanBoard } from '#data/contract/audit-planning-contract.ts'
import { type IndependenceLine, independenceTable } from '#domain/audit-planning/independence.ts'
import { DataTable } from '#ui/data-table.tsx'
import { Tag } from '#ui/tag.tsx'
import { usePlanningWords } from './use-planning-words.ts'

const Verdict = ({ verdict }: Pick<IndependenceLine, 'verdict'>) => {
  const { t } = usePlanningWords()
  return <Tag tone={verdict === 'independent' ? 'good' : 'bad'}>{t(`verdict.${verdict}`)}</Tag>
}

const verdictTag = ({ verdict }: IndependenceLine) => <Verdict verdict={verdict} />

export const IndependenceEvidence = ({ board }: { readonly board: PlanBoard }) => {
  const { t, formats, fieldText } = usePlanningWords()
  const lines = independenceTable(board.sessions, board.auditors).filter(({ auditedField }) => auditedField !== '')
  return (
    <DataTable<IndependenceLine>
      caption={t('evidence.detail')}
      captionHidden
      rows={lines}
      rowKey={({ session, auditor }) => `${session} ${auditor}`}
      empty={<p>{t('evidence.empty')}</p>}
      columns={[
        {
          key: 'when',
          head: t('evidence.when'),
          isRowHead: true,
          cell: ({ on, from, to }) => t('evidence.moment', { day: formats.day(on), from, to }),
        },
        { key: 'auditor', head: t('evidence.auditor'), cell: ({ name }) => name || t('auditor.gone') },
        {
          key: 'own',
          head: t('evidence.own'),
          cell: ({ ownFields }) => formats.list(ownFields.map(fieldText)) || t('auditors.noFields'),
        },
        { key: 'audited', head: t('evidence.audited'), cell: ({ auditedField }) => fieldText(auditedField) },
        {
          key: 'verdict',
          head: t('evidence.verdict'),
          cell: verdictTag,
        },
      ]}
    />
  )
}
