// The frame of one step: its heading, the way back to the steps, and the form with its one button.
import type { ReactNode } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import type { FormDraft } from '#features/use-form-draft.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { FIRST_DAY_PATH, mayTell } from './paths.ts'

type StepPageProps = { readonly step: string; readonly screen: ScreenProps; readonly children: ReactNode }

export const StepPage = ({ step, screen: { person }, children }: StepPageProps) => {
  const { t } = useText('first-day')
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader
          title={t(`step.${step}.title`)}
          subtitle={person.place.name}
          back={{ href: FIRST_DAY_PATH, label: t('title') }}
        />
        <p>{t(`step.${step}.why`)}</p>
        {!mayTell(person) && <Notice tone="note">{t('readOnly')}</Notice>}
        {children}
      </Stack>
    </Measure>
  )
}

type StepFormProps = {
  readonly draft: Pick<FormDraft<unknown>, 'savedAt' | 'isUnsaved' | 'problem'>
  readonly problem: Problem | null
  readonly canWrite: boolean
  readonly onSave: () => void
  readonly children: ReactNode
}

export const StepForm = ({ draft, problem, canWrite, onSave, children }: StepFormProps) => {
  const { t } = useText('common')
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSave()
      }}
    >
      <Stack gap={4}>
        {children}
        <ProblemNotice problem={problem} />
        {canWrite && (
          <Cluster>
            <Button kind="main" type="submit" icon="check">
              {t('save')}
            </Button>
          </Cluster>
        )}
        {canWrite && <DraftNote draft={draft} />}
      </Stack>
    </form>
  )
}
