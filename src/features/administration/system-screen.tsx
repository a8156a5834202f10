// What the installation works with: its store, backups, journal, disk and photos as the endpoint tells them, the plans on
// this device and the instruments this version carries. Only to look at: each is changed at the endpoint or with a new version.
import type { AdminStoreFacts } from '#data/contract/administration-contract.ts'
import { instrumentList } from '#domain/questionnaire/instrument-registry.ts'
import { useLive } from '#features/use-live.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { ButtonLink } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { AdminPage } from './admin-page.tsx'
import { BackupNotice } from './backup-notice.tsx'
import { MachineSection } from './machine-section.tsx'

export const SystemScreen = ({ platform, store }: ScreenProps) => {
  const { t } = useText('administration')
  return (
    <Stack gap={5}>
      <AdminPage platform={platform} title={t('system.title')} back={{ href: '/more/admin', label: t('title') }}>
        {(seen) => (
          <Stack gap={5}>
            <Section title={t('facts.title')}>
              <Stack gap={4}>
                <BackupNotice facts={seen.overview.facts} nowMs={seen.overview.nowMs} />
                <Facts facts={seen.overview.facts} />
              </Stack>
            </Section>
            <MachineSection seen={seen} />
          </Stack>
        )}
      </AdminPage>
      <Plans store={store} />
      <Instruments />
    </Stack>
  )
}

const Facts = ({ facts }: { readonly facts: AdminStoreFacts }) => {
  const { t } = useText('administration')
  const { number } = useFormats()
  return (
    <DefinitionList
      items={[
        { term: t('facts.engine'), value: facts.engine },
        { term: t('facts.ops'), value: number(facts.ops) },
        { term: t('facts.entities'), value: number(facts.entities) },
        { term: t('facts.feeds'), value: number(facts.feeds) },
        { term: t('facts.blobs'), value: number(facts.blobs) },
        { term: t('facts.conflicts'), value: number(facts.openConflicts) },
      ]}
    />
  )
}

const Plans = ({ store }: Pick<ScreenProps, 'store'>) => {
  const { t } = useText('administration')
  const plans = useLive(() => store.pilot.plans(), [store])
  return (
    <Section title={t('system.plans')} detail={t('system.plansText')}>
      <Stack gap={3}>
        {plans?.length === 0 && <p>{t('system.noPlans')}</p>}
        {plans && plans.length > 0 && (
          <Rows label={t('system.plans')}>
            {plans.map((plan) => (
              <Row
                key={plan.id}
                title={plan.number}
                detail={t('system.planCommunes', { count: plan.cohort.length })}
                trailing={<Tag tone={plan.state === 'live' ? 'good' : 'idle'}>{t(`system.state.${plan.state}`)}</Tag>}
              />
            ))}
          </Rows>
        )}
        <ButtonLink href="/more/plans">{t('system.openPlans')}</ButtonLink>
      </Stack>
    </Section>
  )
}

const Instruments = () => {
  const { t, language } = useText('administration')
  return (
    <Section title={t('system.instruments')} detail={t('system.instrumentsText')}>
      <Rows label={t('system.instruments')}>
        {instrumentList.map(({ key, title, questionCount }) => (
          <Row
            key={key}
            title={language === 'en' ? title.en : title.vi}
            detail={t('system.instrument', { key, count: questionCount })}
          />
        ))}
      </Rows>
    </Section>
  )
}
