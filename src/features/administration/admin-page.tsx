// What every screen of the administration shares: it needs the endpoint, says so where there is none, and shows what was
// seen last with its moment. Nothing of it is kept on this device.
import type { ReactNode } from 'react'
import type { Administration, AdminOverview } from '#data/contract/administration-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Platform } from '#features/screen-props.ts'
import { useOverview } from '#features/use-overview.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'

/** What a screen has once the endpoint has answered. */
export interface Seen {
  readonly overview: AdminOverview
  readonly administration: Administration
  /** After a change: the endpoint is asked again. */
  readonly ask: () => void
}

type AdminPageProps = {
  readonly platform: Platform
  readonly title: string
  readonly back: { readonly href: string; readonly label: string }
  readonly actions?: ReactNode
  readonly children: (seen: Seen) => ReactNode
}

export const AdminPage = ({ platform, title, back, actions, children }: AdminPageProps) => {
  const { t } = useText('administration')
  const formats = useFormats()
  const { overview, problem, isAsking, ask, administration } = useOverview(platform)
  const moment = overview && formats.dateTime(overview.nowMs)
  return (
    <Stack gap={5}>
      <PageHeader
        title={title}
        subtitle={moment === null ? t('subtitle') : t('askedAt', { time: moment })}
        back={back}
        actions={
          <>
            {actions}
            <Button icon="refresh" busy={isAsking} onClick={ask}>
              {t('again')}
            </Button>
          </>
        }
      />
      {problem && <NotAsked problem={problem} moment={moment} />}
      {!overview && !problem && <Skeleton label={t('common:loading')} shape="cards" count={3} />}
      {overview && administration && children({ overview, administration, ask })}
    </Stack>
  )
}

export const NotAsked = ({ problem, moment }: { readonly problem: Problem; readonly moment: string | null }) => {
  const { t } = useText('administration')
  const textOf = useProblemText()
  const isOffline = problem.code === 'network.offline'
  return (
    <Notice tone="warn" icon="cloud-off" title={t(isOffline ? 'offline' : 'notAsked')} announce>
      {isOffline ? t('offlineText') : textOf(problem)} {moment !== null && t('seenAt', { time: moment })}
    </Notice>
  )
}
