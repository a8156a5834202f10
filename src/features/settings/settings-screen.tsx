// Choices of this device: language, look, and whether the browser promised to keep the data.
import { useEffect, useState } from 'react'
import type { ScreenProps } from '#features/screen-props.ts'
import { type AppControls, useAppControls } from '#ui/app-controls.tsx'
import { type Theme, themes } from '#ui/theme.ts'
import { Button } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import type { IconName } from '#ui/icon-paths.ts'
import { Measure, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { useFormats, useLanguage, useText } from '#ui/text/text-context.tsx'

const themeIcons: Readonly<Record<Theme, IconName>> = { auto: 'settings', light: 'sun', dark: 'moon', sun: 'contrast' }

export const SettingsScreen = (_props: ScreenProps) => {
  const { t } = useText('settings')
  const controls = useAppControls()
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader title={t('title')} back={{ href: '/more', label: t('back') }} />
        <LanguageChoice />
        {controls && <ThemeChoice controls={controls} />}
        {controls && <StorageSection controls={controls} />}
      </Stack>
    </Measure>
  )
}

const LanguageChoice = () => {
  const { t } = useText('settings')
  const { language, languages, setLanguage } = useLanguage()
  return (
    <Segmented
      legend={t('language')}
      name="language"
      value={language}
      onChange={(next) => void setLanguage(next)}
      options={languages.map((value) => ({ value, label: t(`common:language.${value}`) }))}
    />
  )
}

const isTheme = (name: string): name is Theme => (themes as readonly string[]).includes(name)

const ThemeChoice = ({ controls }: { readonly controls: AppControls }) => {
  const { t } = useText('settings')
  return (
    <Segmented
      legend={t('theme')}
      name="theme"
      value={controls.theme}
      onChange={(next) => isTheme(next) && controls.setTheme(next)}
      options={themes.map((value) => ({ value, label: t(`common:theme.${value}`), icon: themeIcons[value] }))}
    />
  )
}

const StorageSection = ({ controls }: { readonly controls: AppControls }) => {
  const { t } = useText('settings')
  const { bytes } = useFormats()
  const [estimate, setEstimate] = useState<{ usage: number; quota: number } | null>(null)
  // The browser's word may arrive after the screen; an answer to the button is newer than that.
  const [answer, setAnswer] = useState<boolean>()
  const isKept = answer ?? controls.isStoragePersisted
  useEffect(() => {
    void controls.storageEstimate().then(setEstimate)
  }, [controls])
  const promise = isKept === undefined ? t('storage.unknown') : t(isKept ? 'storage.kept' : 'storage.notKept')
  return (
    <Section title={t('storage.title')}>
      <Stack gap={3}>
        <DefinitionList
          items={[
            ...(estimate
              ? [
                  {
                    term: t('storage.used'),
                    value: t('storage.of', { used: bytes(estimate.usage), quota: bytes(estimate.quota) }),
                  },
                ]
              : []),
            { term: t('storage.promise'), value: promise },
          ]}
        />
        {isKept === false && (
          <Button icon="lock" onClick={() => void controls.requestPersistence().then(setAnswer)}>
            {t('storage.ask')}
          </Button>
        )}
      </Stack>
    </Section>
  )
}
