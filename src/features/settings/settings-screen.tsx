// Choices of this device: language, look, the PIN, and whether the browser promised to keep the data.
import { Suspense } from 'react'
import type { ScreenProps } from '#features/screen-props.ts'
import { PhotosSection } from '#features/photos-section.tsx'
import { OwnDataSection } from '#features/own-data-section.tsx'
import { PinSection } from './pin-section.tsx'
import { StorageSection } from '#features/storage-section.tsx'
import { type AppControls, useAppControls } from '#ui/app-controls.tsx'
import { type Theme, themes } from '#ui/theme.ts'
import type { IconName } from '#ui/icon-paths.ts'
import { Measure, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { useLanguage, useText } from '#ui/text/text-context.tsx'

const themeIcons: Readonly<Record<Theme, IconName>> = { auto: 'settings', light: 'sun', dark: 'moon', sun: 'contrast' }

export const SettingsScreen = ({ store, platform }: ScreenProps) => {
  const { t } = useText('settings')
  const controls = useAppControls()
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader title={t('title')} back={{ href: '/more', label: t('back') }} />
        <LanguageChoice />
        {controls && <ThemeChoice controls={controls} />}
        <PhotosSection {...{ store, platform }} />
        {controls && (
          <Suspense fallback={null}>
            <PinSection controls={controls} />
          </Suspense>
        )}
        {controls && <StorageSection controls={controls} />}
        <Suspense fallback={null}>
          <OwnDataSection platform={platform} />
        </Suspense>
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
