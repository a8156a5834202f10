// Example workbooks of the forms that are lists of items: a province takes one, writes its own over it and imports it.
import { useState } from 'react'
import { sampleAuditItems, sampleOutline } from '#domain/questionnaire/checklist/sample-forms.ts'
import type { Form } from '#domain/questionnaire/form/form.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { exportForm } from './export-form.ts'

const samples = [
  { key: 'inspection', form: sampleOutline },
  { key: 'audit', form: sampleAuditItems },
] as const

export const FormTemplates = ({ platform }: Pick<ScreenProps, 'platform'>) => {
  const { t } = useText('form-library')
  const [busy, setBusy] = useState<string | null>(null)
  const { workbooks } = platform
  if (workbooks === undefined) return null
  const save = async (key: string, form: Form): Promise<void> => {
    setBusy(key)
    await exportForm(form, await workbooks()).finally(() => setBusy(null))
  }
  return (
    <Section title={t('template.title')}>
      <Stack gap={3}>
        <p>{t('template.text')}</p>
        <Cluster>
          {samples.map(({ key, form }) => (
            <Button key={key} icon="download" busy={busy === key} onClick={() => void save(key, form)}>
              {t(`template.${key}`)}
            </Button>
          ))}
        </Cluster>
      </Stack>
    </Section>
  )
}
