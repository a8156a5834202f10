// The items of the checklist as one list, each with its result in words; all of them, the person's own or nobody's.
import { useState } from 'react'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { type AuditAnswer, isAuditAnswered } from '#domain/internal-audit/audit-result.ts'
import { itemLabel } from '#domain/internal-audit/checklist.ts'
import { auditorOfItem, itemsFor, type ShareFilter } from '#domain/internal-audit/share.ts'
import type { Question } from '#domain/questionnaire/instrument.ts'
import { Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Tag } from '#ui/tag.tsx'
import type { LoadedAudit } from './audit-gate.tsx'
import { itemPath } from './paths.ts'
import { toneByResult, useAuditWords } from './use-audit-words.ts'
import { type Team, useTeam } from './use-team.ts'

type AuditItemsProps = LoadedAudit & { readonly store: PersonStore; readonly today: string }

export const AuditItems = ({ audit, checklist, store, today }: AuditItemsProps) => {
  const { t } = useAuditWords()
  const [filter, setFilter] = useState<ShareFilter>('all')
  const team = useTeam(store, audit.unitId, today)
  const isShared = checklist.questions.some(({ id }) => auditorOfItem(audit.shares, id) !== null)
  const shown = itemsFor(checklist.questions, audit.shares, isShared ? filter : 'all', team?.me ?? [])
  return (
    <Section title={t('items')}>
      <Stack gap={3}>
        {isShared && (
          <Segmented
            legend={t('share.filter')}
            hideLegend
            name="share-filter"
            value={filter}
            onChange={(value) => setFilter(value as ShareFilter)}
            options={(['all', 'mine', 'nobody'] as const).map((value) => ({ value, label: t(`share.${value}`) }))}
          />
        )}
        {shown.length === 0 ? (
          <p>{t('share.none')}</p>
        ) : (
          <Rows label={t('items')}>
            {shown.map((question) => (
              <ItemRow key={question.id} {...{ audit, checklist, question, team }} />
            ))}
          </Rows>
        )}
      </Stack>
    </Section>
  )
}

type ItemRowProps = LoadedAudit & { readonly question: Question; readonly team: Team | undefined }

const ItemRow = ({ audit, checklist, question, team }: ItemRowProps) => {
  const { t, textOf } = useAuditWords()
  const item = audit.items[question.id]
  const photos = item?.evidence.length ?? 0
  const findings = audit.findingViews.filter((finding) => finding.item === question.id).length
  const samples = audit.samples.filter((sample) => sample.item === question.id).length
  const auditor = auditorOfItem(audit.shares, question.id)
  const details = [
    question.clause === null ? '' : t('clause', { clause: question.clause }),
    auditor === null ? '' : (team?.nameOf(auditor) ?? ''),
    photos === 0 ? '' : t('photos', { count: photos }),
    samples === 0 ? '' : t('onSite.samplesCount', { count: samples }),
    findings === 0 ? '' : t('list.findings', { count: findings }),
  ].filter((text) => text !== '')
  return (
    <Row
      title={t('itemTitle', { item: itemLabel(checklist, question.id), text: textOf(question.text) })}
      detail={details.join(' · ')}
      trailing={<ResultTag answer={item} hasFinding={findings > 0} hasConflict={item?.hasConflict ?? false} />}
      href={itemPath(audit.id, question.id)}
      cue={t('common:open')}
    />
  )
}

type ResultTagProps = {
  readonly answer: AuditAnswer | undefined
  readonly hasFinding: boolean
  readonly hasConflict: boolean
}

const ResultTag = ({ answer, hasFinding, hasConflict }: ResultTagProps) => {
  const { t, resultText } = useAuditWords()
  const result = answer?.result ?? null
  if (hasConflict) return <Tag tone="warn">{t('conflict')}</Tag>
  if (answer === undefined || result === null) return <Tag tone="idle">{resultText(null)}</Tag>
  if (!isAuditAnswered(answer)) return <Tag tone="warn">{t('needsReason')}</Tag>
  if (result === 'NC' && !hasFinding) return <Tag tone="warn">{t('needsFinding')}</Tag>
  return <Tag tone={toneByResult[result]}>{resultText(result)}</Tag>
}
