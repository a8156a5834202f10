// Approving in the name of the office: a step that is never taken back, only followed by another. It names the hash of
// what was read, so an approval that no longer fits what stands there says so by itself.
import { useState } from 'react'
import type { ApprovalView } from '#data/contract/audit-planning-contract.ts'
import { type ApprovalDecision, approvalState } from '#domain/audit-planning/approval.ts'
import { feedId } from '#domain/change/feed.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { LocationTag } from './location-tag.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import type { ScreenProps } from './screen-props.ts'
import { useLive } from './use-live.ts'

const tones = { none: 'idle', approved: 'good', outdated: 'warn', returned: 'warn' } as const

type ApprovalSectionProps = {
  readonly screen: ScreenProps
  readonly record: {
    readonly unit: string
    readonly of: string
    readonly ofKind: string
    /** Over the canonical JSON of what stands now. */
    readonly sha256: string
  }
  /** What is still missing, in words: nothing is approved while there is some. */
  readonly gaps?: readonly string[]
}

export const ApprovalSection = ({ screen, record, gaps = [] }: ApprovalSectionProps) => {
  const { t } = useText('approval')
  useText('problems-online')
  const formats = useFormats()
  const { store, person } = screen
  const approvals = useLive(
    () => store.auditPlanning.approvals(record.unit, record.of),
    [store, record.unit, record.of],
  )
  if (approvals === undefined) return null
  const state = approvalState(approvals, record.sha256)
  const mayApprove = person.may('approval', feedId(record.unit, 'pub'))
  return (
    <Section title={t('title')} detail={t('detail')}>
      <Stack>
        <Cluster>
          <Tag tone={tones[state]}>{t(`state.${state}`)}</Tag>
        </Cluster>
        {state === 'outdated' && <Notice tone="warn">{t('outdatedText')}</Notice>}
        <History approvals={approvals} sha256={record.sha256} />
        {gaps.length > 0 && state !== 'approved' && (
          <Notice tone="warn" title={t('notComplete')}>
            {formats.list(gaps)}
          </Notice>
        )}
        {mayApprove && (
          <Decide record={record} screen={screen} mayApprove={gaps.length === 0 && state !== 'approved'} />
        )}
        {!mayApprove && state !== 'approved' && <p>{t('whoMay')}</p>}
      </Stack>
    </Section>
  )
}

const History = ({ approvals, sha256 }: { readonly approvals: readonly ApprovalView[]; readonly sha256: string }) => {
  const { t } = useText('approval')
  const formats = useFormats()
  if (approvals.length === 0) return null
  return (
    <Rows label={t('history')}>
      {approvals.map((one) => {
        const fits = one.decision === 'returned' || one.sha256 === sha256
        const by = t('by', { name: one.byName ?? t('someone'), time: formats.dateTime(one.at) })
        return (
          <Row
            key={one.id}
            title={t(`decision.${one.decision}`)}
            detail={[by, one.note, t('seal', { hash: one.sha256.slice(0, 8) })].filter(Boolean).join(' · ')}
            trailing={
              <Cluster>
                {!fits && <Tag tone="warn">{t('noLonger')}</Tag>}
                <LocationTag location={one.location} />
              </Cluster>
            }
          />
        )
      })}
    </Rows>
  )
}

type DecideProps = Pick<ApprovalSectionProps, 'record' | 'screen'> & { readonly mayApprove: boolean }

const Decide = ({ record, screen: { store }, mayApprove }: DecideProps) => {
  const { t } = useText('approval')
  const [asking, setAsking] = useState<ApprovalDecision | null>(null)
  const words = asking ?? 'approved'
  return (
    <Cluster>
      {mayApprove && (
        <Button kind="main" icon="check" onClick={() => setAsking('approved')}>
          {t('ask.approved.do')}
        </Button>
      )}
      <Button icon="chevron-left" onClick={() => setAsking('returned')}>
        {t('ask.returned.do')}
      </Button>
      <ReasonDialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={t(`ask.${words}.title`)}
        text={t(`ask.${words}.text`)}
        label={t(`ask.${words}.label`)}
        confirm={t(`ask.${words}.do`)}
        cancel={t('cancel')}
        save={(note) => store.auditPlanning.decide({ ...record, decision: words, note })}
      />
    </Cluster>
  )
}
