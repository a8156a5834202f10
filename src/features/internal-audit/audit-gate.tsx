// Every screen inside an audit first needs the audit and its checklist. What it shows while they are on their way, or
// when they are not there, is the same everywhere.
import { type ReactNode, Suspense } from 'react'
import type { AuditView } from '#data/contract/internal-audit-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { auditChecklist } from '#domain/internal-audit/checklist.ts'
import type { Instrument } from '#domain/questionnaire/instrument.ts'
import { useOwnItemWords } from '#features/own-item-words.ts'
import { useInstrument } from '#features/use-instrument.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useAuditWords } from './use-audit-words.ts'
import { AUDITS_PATH } from './paths.ts'

export type LoadedAudit = { readonly audit: AuditView; readonly checklist: Instrument }

type AuditGateProps = {
  readonly store: Pick<PersonStore, 'audits' | 'forms'>
  readonly id: string
  readonly children: (loaded: LoadedAudit) => ReactNode
}

export const AuditGate = ({ store, id, children }: AuditGateProps) => {
  const { t } = useAuditWords()
  const audit = useLive(() => store.audits.get(id), [store, id])
  const skeleton = <Skeleton label={t('loading')} shape="rows" count={5} />
  if (audit === undefined) return skeleton
  if (audit === null) return <Missing title={t('missing.audit')} text={t('missing.auditText')} />
  return (
    <Suspense fallback={skeleton}>
      <WithChecklist {...{ store, audit, skeleton }}>{children}</WithChecklist>
    </Suspense>
  )
}

type WithChecklistProps = Omit<AuditGateProps, 'id'> & Pick<LoadedAudit, 'audit'> & { readonly skeleton: ReactNode }

const WithChecklist = ({ store, audit, skeleton, children }: WithChecklistProps) => {
  const { t } = useAuditWords()
  const wordsOf = useOwnItemWords(store, audit.ownItems)
  const checklist = useInstrument(audit.instrument)
  if (checklist === undefined) return <Missing title={t('missing.checklist')} text={t('missing.checklistText')} />
  if (wordsOf === undefined) return skeleton
  return children({ audit, checklist: auditChecklist(checklist, audit.clauses, audit.ownItems, wordsOf) })
}

type MissingProps = {
  readonly title: string
  readonly text: string
  readonly back?: { readonly href: string; readonly label: string }
}

export const Missing = ({ title, text, back }: MissingProps) => {
  const { t } = useAuditWords()
  const way = back ?? { href: AUDITS_PATH, label: t('missing.back') }
  return (
    <Stack>
      <PageHeader title={t('title')} />
      <EmptyState
        icon="audit-lens"
        title={title}
        text={text}
        action={<ButtonLink href={way.href}>{way.label}</ButtonLink>}
      />
    </Stack>
  )
}
