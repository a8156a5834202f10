// The installation as its administrator sees it, asked of the endpoint each time: what waits for a decision first, then
// whether the data is safe, who may come in, and from which devices. Nothing of it is kept on this device.
import type { Administration, AdminOverview } from '#data/contract/administration-contract.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useOverview } from '#features/use-overview.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { AccountTable } from './account-table.tsx'
import { DeviceTable } from './device-table.tsx'
import { QuarantineRows } from './quarantine-rows.tsx'
import { StoreFacts } from './store-facts.tsx'

export const AdministrationScreen = ({ platform, today }: ScreenProps) => {
  const { t } = useText('administration')
  const textOf = useProblemText()
  const formats = useFormats()
  const { overview, problem, isAsking, ask } = useOverview(platform)
  return (
    <Stack gap={5}>
      <PageHeader
        title={t('title')}
        subtitle={overview ? t('askedAt', { time: formats.dateTime(overview.nowMs) }) : t('subtitle')}
        back={{ href: '/more', label: t('back') }}
        actions={
          <Button icon="refresh" busy={isAsking} onClick={ask}>
            {t('again')}
          </Button>
        }
      />
      {problem && (
        <Notice
          tone="warn"
          icon="cloud-off"
          title={t(problem.code === 'network.offline' ? 'offline' : 'notAsked')}
          announce
        >
          {problem.code === 'network.offline' ? t('offlineText') : textOf(problem)}
        </Notice>
      )}
      {!overview && !problem && <Skeleton label={t('common:loading')} shape="cards" count={3} />}
      {overview && (
        <Overview overview={overview} today={today} administration={platform.administration} onDecided={ask} />
      )}
    </Stack>
  )
}

type OverviewProps = {
  readonly overview: AdminOverview
  readonly today: ScreenProps['today']
  readonly administration: Administration | undefined
  readonly onDecided: () => void
}

const Overview = ({ overview, today, administration, onDecided }: OverviewProps) => {
  const { t } = useText('administration')
  return (
    <>
      <Section title={t('quarantine.title')} detail={t('quarantine.detail')}>
        <QuarantineRows overview={overview} administration={administration} onDecided={onDecided} />
      </Section>
      <Section title={t('facts.title')}>
        <StoreFacts facts={overview.facts} />
      </Section>
      <AccountTable overview={overview} today={today} />
      <DeviceTable overview={overview} />
    </>
  )
}
