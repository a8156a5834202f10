// What this is, where its data comes from under which licence, and what it cannot do yet: said plainly.
import type { ScreenProps } from '#features/screen-props.ts'
import { useAppControls } from '#ui/app-controls.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'

const sources = ['units2017', 'units2025', 'units2026', 'holidays', 'questions', 'law'] as const
const limits = ['pin', 'signature', 'device'] as const

export const AboutScreen = ({ store }: ScreenProps) => {
  const { t } = useText('about')
  const version = useAppControls()?.version
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader title={t('title')} subtitle={t('what')} back={{ href: '/more', label: t('back') }} />
        <DefinitionList
          items={[
            ...(version ? [{ term: t('version'), value: version }] : []),
            { term: t('account'), value: store.identity.account.displayName },
            { term: t('replica'), value: store.identity.replica },
          ]}
        />
        <Section title={t('sources')}>
          <ul>
            {sources.map((source) => (
              <li key={source}>{t(`source.${source}`)}</li>
            ))}
          </ul>
        </Section>
        <Section title={t('limits')}>
          <ul>
            {limits.map((limit) => (
              <li key={limit}>{t(`limit.${limit}`)}</li>
            ))}
          </ul>
        </Section>
      </Stack>
    </Measure>
  )
}
