// Everything that has no place of its own in the bar: registers, the sync centre, settings and help.
import { navigationIcon, type MoreEntry, moreEntries } from './more-entries.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { AppActions } from './app-actions.tsx'
import { Stack } from '#ui/layout.tsx'
import { Mark } from '#ui/mark.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { useText } from '#ui/text/text-context.tsx'

export const MoreScreen = ({ store, person }: ScreenProps) => {
  const { t } = useText('more')
  const status = useLive(() => store.syncCentre.status(), [store])
  const needsPerson = (status?.quarantined ?? 0) + (status?.conflicts ?? 0)
  const groups = moreEntries(person)
  return (
    <Stack gap={5}>
      <PageHeader title={t('title')} subtitle={store.identity.account.displayName} />
      {groups.map(({ group, entries }) => (
        <Section key={group} title={t(`group.${group}`)}>
          <Rows label={t(`group.${group}`)}>
            {entries.map((entry) => (
              <MoreRow key={entry.href} entry={entry} attention={entry.href === '/sync' ? needsPerson : 0} />
            ))}
          </Rows>
        </Section>
      ))}
      <AppActions />
    </Stack>
  )
}

const MoreRow = ({ entry, attention }: { readonly entry: MoreEntry; readonly attention: number }) => {
  const { t } = useText('more')
  return (
    <Row
      href={entry.href}
      mark={<Mark tone="act" icon={navigationIcon(entry)} />}
      title={t(`entry.${entry.name}.title`)}
      detail={t(`entry.${entry.name}.text`)}
      {...(attention > 0 && { trailing: <Tag tone="warn">{t('attention', { count: attention })}</Tag> })}
    />
  )
}
