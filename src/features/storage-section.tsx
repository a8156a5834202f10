// How much of this device the app uses, and whether the browser promised to keep it. In the settings and where one asks
// what became of the work.
import { useEffect, useState } from 'react'
import type { AppControls } from '#ui/app-controls.tsx'
import { Button } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'

export const StorageSection = ({ controls }: { readonly controls: AppControls }) => {
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
