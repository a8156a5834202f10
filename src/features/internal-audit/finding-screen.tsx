// One finding: a new one, a known one that can still be changed, or one to read.
import { useSearch } from 'wouter'
import { FindingContent } from '#features/finding-content.tsx'
import { FindingResponses } from '#features/finding-responses.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { readOnlyReason } from './audit-access.ts'
import { AuditGate, type LoadedAudit, Missing } from './audit-gate.tsx'
import { ExistingFinding } from './existing-finding.tsx'
import { NewFinding } from './new-finding.tsx'
import { auditPath, itemPath } from './paths.ts'
import { useAuditWords } from './use-audit-words.ts'

type FindingScreenProps = ScreenProps & { readonly id: string; readonly finding: string }

export const FindingScreen = ({ id, finding, ...screen }: FindingScreenProps) => (
  <AuditGate store={screen.store} id={id}>
    {(loaded) => <OneFinding key={finding} {...screen} {...loaded} findingId={finding} />}
  </AuditGate>
)

/** The way back: to the item it was found at, else to the audit. */
function useBack(auditId: string, item: string | null) {
  const { t } = useAuditWords()
  if (item === null) return { href: auditPath(auditId), label: t('backToAudit') }
  return { href: itemPath(auditId, item), label: t('backToItem', { item }) }
}

const OneFinding = ({ findingId, ...loaded }: ScreenProps & LoadedAudit & { readonly findingId: string }) => {
  const { t } = useAuditWords()
  const asked = new URLSearchParams(useSearch()).get('item')
  const { audit, checklist, person, store, platform, today } = loaded
  const finding = audit.findingViews.find(({ id }) => id === findingId)
  const question = checklist.questions.find(({ id }) => id === (finding ? finding.item : asked))
  const back = useBack(audit.id, question?.id ?? null)
  const readOnly = readOnlyReason(person, audit)
  if (finding !== undefined && readOnly === null) return <ExistingFinding {...loaded} finding={finding} back={back} />
  if (findingId === 'new' && readOnly === null) return <NewFinding {...loaded} question={question} back={back} />
  if (finding === undefined && findingId !== 'new') {
    return <Missing title={t('missing.finding')} text={t('missing.findingText')} back={back} />
  }
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader title={finding?.number ?? t('finding.newTitle')} back={back} />
        <Notice tone="note">{t(`readOnly.${readOnly ?? 'role'}`)}</Notice>
        {finding && <FindingContent {...{ finding, today, store, platform }} />}
        {finding && readOnly !== 'concluded' && <FindingResponses screen={loaded} finding={finding} />}
        {finding && readOnly === 'concluded' && (
          <Cluster>
            <ButtonLink icon="wrench" href={`/findings/${audit.unitId}/${finding.id}`}>
              {t('finding.published')}
            </ButtonLink>
          </Cluster>
        )}
      </Stack>
    </Measure>
  )
}
