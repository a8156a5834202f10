// The items of the checklist as one list, each with its result in words.
import type { AuditView } from '#data/contract/internal-audit-contract.ts'
import { type AuditAnswer, isAuditAnswered } from '#domain/internal-audit/audit-result.ts'
import type { Question } from '#domain/questionnaire/instrument.ts'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import type { LoadedAudit } from './audit-gate.tsx'
import { itemPath } from './paths.ts'
import { toneByResult, useAuditWords } from './use-audit-words.ts'

export const AuditItems = ({ audit, checklist }: LoadedAudit) => {
  const { t } = useAuditWords()
  return (
    <Section title={t('items')}>
      <Rows label={t('items')}>
        {checklist.questions.map((question) => (
          <ItemRow key={question.id} audit={audit} question={question} />
        ))}
      </Rows>
    </Section>
  )
}

const ItemRow = ({ audit, question }: { readonly audit: AuditView; readonly question: Question }) => {
  const { t, textOf } = useAuditWords()
  const item = audit.items[question.id]
  const photos = item?.evidence.length ?? 0
  const findings = audit.findingViews.filter((finding) => finding.item === question.id).length
  const details = [
    question.clause === null ? '' : t('clause', { clause: question.clause }),
    photos === 0 ? '' : t('photos', { count: photos }),
    findings === 0 ? '' : t('list.findings', { count: findings }),
  ].filter((text) => text !== '')
  return (
    <Row
      title={t('itemTitle', { item: question.id, text: textOf(question.text) })}
      detail={details.join(' · ')}
      trailing={<ResultTag answer={item} hasFinding={findings > 0} />}
      href={itemPath(audit.id, question.id)}
      cue={t('common:open')}
    />
  )
}

type ResultTagProps = { readonly answer: AuditAnswer | undefined; readonly hasFinding: boolean }

const ResultTag = ({ answer, hasFinding }: ResultTagProps) => {
  const { t, resultText } = useAuditWords()
  const result = answer?.result ?? null
  if (answer === undefined || result === null) return <Tag tone="idle">{resultText(null)}</Tag>
  if (!isAuditAnswered(answer)) return <Tag tone="warn">{t('needsReason')}</Tag>
  if (result === 'NC' && !hasFinding) return <Tag tone="warn">{t('needsFinding')}</Tag>
  return <Tag tone={toneByResult[result]}>{resultText(result)}</Tag>
}
