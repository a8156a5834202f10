// The installation as its administrator sees it: what waits for a person first, then whether the data is safe, then the
// ways to people, devices, units and the rest.
import type { AdminOverview } from '#data/contract/administration-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import type { IconName } from '#ui/icon-paths.ts'
import { Stack } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { AdminPage } from './admin-page.tsx'
import { silentDays } from './admin-list.ts'
import { BackupNotice } from './backup-notice.tsx'
import { stateOf } from './person-state.ts'

export const AdministrationScreen = ({ platform, today }: ScreenProps) => {
  const { t } = useText('administration')
  return (
    <AdminPage platform={platform} title={t('title')} back={{ href: '/more', label: t('back') }}>
      {({ overview }) => (
        <Stack gap={5}>
          <BackupNotice facts={overview.facts} nowMs={overview.nowMs} />
          <Section title={t('ways.title')}>
            <Rows label={t('ways.title')}>
              {waysOf(overview, today).map(({ name, icon, count, attention }) => (
                <Row
                  key={name}
                  href={`/more/admin/${name}`}
                  mark={<Mark tone={attention > 0 ? 'warn' : 'act'} icon={icon} />}
                  title={t(`ways.${name}.title`)}
                  detail={t(`ways.${name}.text`, { count })}
                  {...(attention > 0 && {
                    trailing: <Tag tone="warn">{t(`ways.${name}.attention`, { count: attention })}</Tag>,
                  })}
                />
              ))}
            </Rows>
          </Section>
        </Stack>
      )}
    </AdminPage>
  )
}

interface Way {
  readonly name: 'refused' | 'people' | 'devices' | 'units' | 'system'
  readonly icon: IconName
  readonly count: number
  /** How many of them want a person. */
  readonly attention: number
}

function waysOf({ accounts, devices, facts, nowMs }: AdminOverview, today: LocalDate): readonly Way[] {
  const real = accounts.filter(({ isIllustrative }) => !isIllustrative)
  const shutOut = real.filter((account) => stateOf(account, today) === 'no-way-in').length
  const silent = devices.filter((device) => !device.isRevoked && silentDays(device, nowMs) !== null).length
  return [
    { name: 'refused', icon: 'flag', count: facts.quarantined, attention: facts.quarantined },
    { name: 'people', icon: 'users', count: accounts.length, attention: shutOut },
    { name: 'devices', icon: 'device-check', count: devices.length, attention: silent },
    { name: 'units', icon: 'building', count: 0, attention: 0 },
    { name: 'system', icon: 'document', count: 0, attention: 0 },
  ]
}
