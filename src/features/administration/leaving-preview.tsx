// What follows from somebody's leaving, before it is done and as it was done.
import type { LeavingOutcome } from '#data/contract/administration-contract.ts'
import { isKind } from '#domain/change/kind-registry.ts'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'

export const LeavingPreview = ({ outcome }: { readonly outcome: LeavingOutcome }) => {
  const { t } = useText('administration')
  const { ending, given, devices, waiting, vacant } = outcome
  return (
    <Stack gap={4}>
      {vacant.length > 0 && (
        <Notice tone="warn" title={t('leaving.vacant')}>
          <Stack gap={1}>
            {vacant.map(({ role, scope, place }) => (
              <span key={`${role} ${scope}`}>{t('people.duty', { role: t(`common:role.${role}`), place })}</span>
            ))}
          </Stack>
        </Notice>
      )}
      <Duties title={t('leaving.ending', { count: ending.length })} none={t('leaving.endingNone')} grants={ending} />
      <Duties title={t('leaving.given', { count: given.length })} none={t('leaving.givenNone')} grants={given} />
      <Devices devices={devices} />
      <Waiting waiting={waiting} />
    </Stack>
  )
}

type DutiesProps = {
  readonly title: string
  readonly none: string
  readonly grants: LeavingOutcome['ending']
}

const Duties = ({ title, none, grants }: DutiesProps) => {
  const { t } = useText('administration')
  const { day } = useFormats()
  return (
    <Section title={title} level={3}>
      {grants.length === 0 ? (
        <p>{none}</p>
      ) : (
        <Rows label={title}>
          {grants.map(({ account, role, scope, place, from, to }) => (
            <Row
              key={`${account} ${role} ${scope} ${from}`}
              title={t('people.duty', { role: t(`common:role.${role}`), place })}
              detail={
                to === null
                  ? t('accounts.since', { from: day(from) })
                  : t('accounts.fromTo', { from: day(from), to: day(to) })
              }
            />
          ))}
        </Rows>
      )}
    </Section>
  )
}

const Devices = ({ devices }: Pick<LeavingOutcome, 'devices'>) => {
  const { t } = useText('administration')
  const { dateTime } = useFormats()
  const title = t('leaving.devices', { count: devices.length })
  return (
    <Section title={title} level={3} detail={t('leaving.devicesText')}>
      {devices.length > 0 && (
        <Rows label={title}>
          {devices.map(({ id, label, lastSeenMs }) => (
            <Row
              key={id}
              title={t('devices.name', { label: label === '' ? t('devices.unnamed') : label, id })}
              detail={t('devices.seen', { time: dateTime(lastSeenMs) })}
            />
          ))}
        </Rows>
      )}
    </Section>
  )
}

const Waiting = ({ waiting }: Pick<LeavingOutcome, 'waiting'>) => {
  const { t } = useText('administration')
  const { t: syncText } = useText('sync-centre')
  const { dateTime } = useFormats()
  const title = t('leaving.waiting', { count: waiting.length })
  return (
    <Section title={title} level={3} detail={t('leaving.waitingText')}>
      {waiting.length > 0 && (
        <Rows label={title}>
          {waiting.map(({ device, n, kind, receivedMs }) => (
            <Row
              key={`${device} ${n}`}
              href="/more/admin/refused"
              title={isKind(kind) ? syncText(`kindName.${kind}`) : syncText('kindName.unknown', { kind })}
              detail={dateTime(receivedMs)}
            />
          ))}
        </Rows>
      )}
    </Section>
  )
}
