// The end of an audit: what is still missing by name, what others will see afterwards, and the one question that is
// asked, because a sealed report cannot be taken back.
import { useState } from 'react'
import type { FindingView } from '#data/contract/internal-audit-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { auditCompleteness, checkAuditComplete } from '#domain/internal-audit/audit-completeness.ts'
import { standingResponse } from '#domain/internal-audit/finding-response.ts'
import { itemLabel } from '#domain/internal-audit/checklist.ts'
import { checkConclusion } from '#domain/internal-audit/report-words.ts'
import { type Finding, findingProblems, foundOn } from '#domain/internal-audit/finding.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { useLive } from '#features/use-live.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Dialog } from '#ui/dialog.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import type { LoadedAudit } from './audit-gate.tsx'
import { findingPath, itemPath } from './paths.ts'
import { UnrecordedNotice } from './unrecorded-notice.tsx'
import { UnchosenNotice, useUnchosen } from './unchosen-notice.tsx'
import { useAuditWords } from './use-audit-words.ts'

type Concluding = LoadedAudit & { readonly today: LocalDate }

type ConcludeAuditProps = Concluding & { readonly store: Pick<PersonStore, 'audits' | 'onSite' | 'syncCentre'> }

const problemsOf = ({ audit, today }: Concluding, finding: Finding): readonly Problem[] =>
  findingProblems(finding, foundOn(audit.on, today))

export const ConcludeAudit = ({ store, ...loaded }: ConcludeAuditProps) => {
  const { audit } = loaded
  const { t } = useAuditWords()
  const [isAsked, setAsked] = useState(false)
  const [isOpen, setOpen] = useState(false)
  const old = useOldAnswered(store, audit)
  const obstacle = obstacleOf(loaded) ?? (old.length > 0 ? oldWords(old.length) : null)
  const unchosen = useUnchosen(store, audit)
  const isDisputed = unchosen !== undefined && unchosen > 0
  const ask = () => {
    setAsked(true)
    setOpen(obstacle === null && !isDisputed)
  }
  return (
    <Card title={t('conclude.title')}>
      <Stack gap={4}>
        <WhoSees />
        {isAsked && obstacle !== null && (
          <>
            <ProblemNotice problem={obstacle} title={t('conclude.notDone')} />
            <MissingParts {...loaded} old={old} />
          </>
        )}
        {isAsked && isDisputed && <UnchosenNotice count={unchosen} />}
        <Button kind={obstacle === null ? 'main' : 'outline'} wide onClick={ask}>
          {t('conclude.button')}
        </Button>
      </Stack>
      {/* Whoever presses at once waits until it is known that nothing speaks against it. */}
      {isOpen && obstacle === null && unchosen === 0 && (
        <ConcludeDialog {...{ store, audit }} onClose={() => setOpen(false)} />
      )}
    </Card>
  )
}

const oldWords = (count: number): Problem => ({ code: 'response.old-words', params: { count } })

type Answered = Pick<FindingView, 'id' | 'number'>

/** Findings whose standing answer was given to words of before. Rule AUD-30. */
function useOldAnswered(
  { onSite }: Pick<PersonStore, 'onSite'>,
  { findingViews }: LoadedAudit['audit'],
): readonly Answered[] {
  const key = findingViews.map(({ id, changedAt, responses }) => `${id} ${changedAt} ${responses.length}`).join()
  const read = async (): Promise<readonly Answered[]> => {
    const ids = findingViews.map(({ id }) => id)
    const old = await onSite.oldAnswers(findingViews[0]?.feed ?? '', ids)
    return findingViews.filter(({ responses }) => old.has(standingResponse(responses)?.id ?? ''))
  }
  return useLive(read, [onSite, key]) ?? []
}

/** What the store would refuse, known before anybody is asked. Rules AUD-2, AUD-6, AUD-23 and AUD-24. */
function obstacleOf(loaded: Concluding): Problem | null {
  const { audit, checklist } = loaded
  const complete = checkAuditComplete(checklist, audit.items, audit.findingViews)
  if (!complete.ok) return complete.error
  const unfinished = audit.findingViews.flatMap((finding) => problemsOf(loaded, finding))[0]
  const concluded = checkConclusion(audit.words.conclusion, audit.findingViews)
  return unfinished ?? (concluded.ok ? null : concluded.error)
}

const WhoSees = () => {
  const { t } = useAuditWords()
  return (
    <DefinitionList
      items={[
        { term: t('conclude.before'), value: t('conclude.beforeText') },
        { term: t('conclude.after'), value: t('conclude.afterText') },
        { term: t('conclude.sealed'), value: t('conclude.sealedText') },
      ]}
    />
  )
}

const MissingParts = ({ old, ...loaded }: Concluding & { readonly old: readonly Answered[] }) => {
  const { audit, checklist } = loaded
  const { t } = useAuditWords()
  const { missingItems, itemsWithoutFinding } = auditCompleteness(checklist, audit.items, audit.findingViews)
  const lacking = audit.findingViews.filter((finding) => problemsOf(loaded, finding).length > 0)
  const unfinished = [...lacking, ...old.filter(({ id }) => !lacking.some((one) => one.id === id))]
  return (
    <Rows label={t('conclude.missing')}>
      {missingItems.map((item) => (
        <Row
          key={item}
          title={t(audit.items[item]?.hasConflict ? 'conclude.itemConflict' : 'conclude.item', {
            item: itemLabel(checklist, item),
          })}
          href={itemPath(audit.id, item)}
          cue={t('common:open')}
        />
      ))}
      {itemsWithoutFinding.map((item) => (
        <Row
          key={item}
          title={t('conclude.itemFinding', { item: itemLabel(checklist, item) })}
          href={itemPath(audit.id, item)}
          cue={t('common:open')}
        />
      ))}
      {unfinished.map(({ id, number }) => (
        <Row
          key={id}
          title={t('conclude.finding', { number })}
          href={findingPath(audit.id, id)}
          cue={t('common:open')}
        />
      ))}
    </Rows>
  )
}

type ConcludeDialogProps = Pick<ConcludeAuditProps, 'store' | 'audit'> & { readonly onClose: () => void }

const ConcludeDialog = ({ store, audit, onClose }: ConcludeDialogProps) => {
  const { t } = useAuditWords()
  const showToast = useToast()
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const conclude = async () => {
    setBusy(true)
    const done = await store.audits.conclude(audit.id)
    setBusy(false)
    if (!done.ok) return setProblem(done.error)
    showToast({ text: t('concluded.toast') })
    onClose()
  }
  const actions = (
    <>
      <Button onClick={onClose}>{t('common:cancel')}</Button>
      <Button kind="main" busy={isBusy} onClick={() => void conclude()}>
        {t('conclude.confirm')}
      </Button>
    </>
  )
  return (
    <Dialog open onClose={onClose} title={t('conclude.question')} closeLabel={t('common:close')} actions={actions}>
      <Stack gap={3}>
        <p>{t('conclude.afterText')}</p>
        <p>{t('conclude.sealedText')}</p>
        {audit.words.conclusion === null && <Notice tone="warn">{t('conclude.noConclusion')}</Notice>}
        <UnrecordedNotice audit={audit} />
        <ProblemNotice problem={problem} title={t('conclude.notDone')} />
      </Stack>
    </Dialog>
  )
}
