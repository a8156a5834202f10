// The dossiers that were looked at, the newest first.
import { useState } from 'react'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { itemLabel } from '#domain/internal-audit/checklist.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { Cluster } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import type { LoadedAudit } from './audit-gate.tsx'
import { useAuditWords } from './use-audit-words.ts'

type SampleRowsProps = LoadedAudit & { readonly canEdit: boolean; readonly store: PersonStore }

const toneOf = { 'on-time': 'good', late: 'bad', unknown: 'idle' } as const

export const SampleRows = ({ audit, checklist, canEdit, store }: SampleRowsProps) => {
  const { t } = useAuditWords()
  const [problem, setProblem] = useState<Problem | null>(null)
  const remove = async (sample: string): Promise<void> => {
    const removed = await store.onSite.removeSample(audit.id, sample)
    setProblem(removed.ok ? null : removed.error)
  }
  if (audit.samples.length === 0) return null
  return (
    <Section title={t('sample.list')}>
      <ProblemNotice problem={problem} />
      <Rows label={t('sample.list')}>
        {audit.samples.map(({ id, dossier, field, state, item, note, location }) => (
          <Row
            key={id}
            title={dossier}
            detail={[field, item === null ? '' : t('sample.ofItem', { item: itemLabel(checklist, item) }), note]
              .filter((text) => text !== '')
              .join(' · ')}
            trailing={
              <Cluster gap={2}>
                <Tag tone={toneOf[state]}>{t(`sample.states.${state}`)}</Tag>
                <LocationTag location={location} />
              </Cluster>
            }
            {...(canEdit && {
              actions: (
                <IconButton icon="trash" label={t('sample.remove', { dossier })} onClick={() => void remove(id)} />
              ),
            })}
          />
        ))}
      </Rows>
    </Section>
  )
}
