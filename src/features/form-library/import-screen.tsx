// A province's own form out of a spreadsheet: read and checked on this device, looked through, and then published.
import { navigate } from 'wouter/use-browser-location'
import type { Form } from '#domain/questionnaire/form/form.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FilePick } from '#ui/file-pick.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { useUnsavedWork } from '#ui/unsaved-work.ts'
import { FormTemplates } from './form-templates.tsx'
import { ImportPreview } from './import-preview.tsx'
import { ImportProblems } from './import-problems.tsx'
import { mayPublish } from './publish-right.ts'
import { triedForm } from './try-out.tsx'
import { useFormImport } from './use-form-import.ts'

type ImportScreenProps = ScreenProps & { readonly query?: Readonly<Record<string, string>> }

export const ImportScreen = ({ query, ...screen }: ImportScreenProps) => {
  const { t } = useText('form-library')
  return (
    <Stack gap={5}>
      <PageHeader
        title={t('import.title')}
        subtitle={t('import.subtitle')}
        back={{ href: '/more/forms', label: t('title') }}
      />
      {mayPublish(screen) ? (
        <Import screen={screen} first={query?.['tried'] === undefined ? undefined : triedForm(screen.store)} />
      ) : (
        <EmptyState icon="lock" title={t('import.forbidden')} text={t('import.forbiddenText')} />
      )}
    </Stack>
  )
}

type ImportProps = { readonly screen: ScreenProps; readonly first: Form | undefined }

const Import = ({ screen, first }: ImportProps) => {
  const { t } = useText('form-library')
  const toast = useToast()
  const { phase, problem, isPublishing, pick, publish, again } = useFormImport(screen, first, (key) => {
    toast({ text: t('import.published'), tone: 'good' })
    navigate(`/more/forms/${encodeURIComponent(key)}`, { replace: true })
  })
  useUnsavedWork(phase.at === 'preview')
  if (phase.at === 'refused')
    return <ImportProblems file={phase.file} problems={phase.problems} platform={screen.platform} onAgain={again} />
  if (phase.at === 'preview')
    return (
      <Stack gap={5}>
        <ProblemNotice problem={problem} title={t('import.notPublished')} />
        <ImportPreview
          store={screen.store}
          form={phase.form}
          isBusy={isPublishing}
          onPublish={publish}
          onAgain={again}
        />
      </Stack>
    )
  return (
    <Stack gap={4}>
      <p>{t('import.about')}</p>
      <p>{t('import.tables')}</p>
      <Cluster>
        <FilePick
          label={t(phase.at === 'reading' ? 'import.reading' : 'import.pick')}
          accept=".xlsx,.csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,text/csv"
          icon="upload"
          multiple
          busy={phase.at === 'reading'}
          onFiles={pick}
        />
      </Cluster>
      <FormTemplates platform={screen.platform} />
    </Stack>
  )
}
