// Begins a request: from scratch with a source, or with what a finding or a shortcoming said already. What is typed is a
// draft from the first letter; it becomes a record, with its number, when the person says so.
import { useState } from 'react'
import { useLocation, useSearchParams } from 'wouter'
import { feedId } from '#domain/change/feed.ts'
import { requestProblems } from '#domain/corrective-action/request.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { emptyRequest, type RequestForm, requestDraftKey, requestOfForm } from '#features/corrective-draft.ts'
import { CORRECTIVE_PATH, correctivePath } from '#features/corrective-paths.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { FormErrors } from './form-errors.tsx'
import { RequestFields } from './request-fields.tsx'

export const NewCorrectiveScreen = (screen: ScreenProps) => {
  const { person } = screen
  const { t } = useCorrectiveWords()
  const [params] = useSearchParams()
  const open = person.communes.filter(({ id }) => person.may('corrective-action', feedId(id, 'pub')))
  const unit = open.find(({ id }) => id === params.get('unit'))?.id ?? open[0]?.id
  const of = params.get('of')
  return (
    <Measure>
      <PageHeader title={t('new.title')} back={{ href: CORRECTIVE_PATH, label: t('title') }} />
      {unit === undefined ? (
        <EmptyState
          icon="lock"
          title={t('new.notYours')}
          text={t('new.notYoursText')}
          action={<ButtonLink href={CORRECTIVE_PATH}>{t('toList')}</ButtonLink>}
        />
      ) : (
        <RequestEditor key={`${unit} ${of ?? ''}`} {...{ screen, unit, of }} />
      )}
    </Measure>
  )
}

type RequestEditorProps = { readonly screen: ScreenProps; readonly unit: string; readonly of: string | null }

const RequestEditor = ({ screen, unit, of }: RequestEditorProps) => {
  const { store, clock, today } = screen
  const { t } = useCorrectiveWords()
  const draft = useFormDraft<RequestForm>({
    drafts: store.drafts,
    draftKey: requestDraftKey(unit, of),
    initial: emptyRequest(unit, of, today),
    clock,
  })
  const { save, problems, problem, isBusy, tries } = useSaveRequest(screen, draft)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap={5}>
        <FormErrors key={tries} problems={problems} />
        <RequestFields form={draft.value} change={draft.change} screen={screen} isAsked={tries > 0} />
        <ProblemNotice problem={problem} />
        <Cluster>
          <Button kind="main" type="submit" icon="check" busy={isBusy}>
            {t('new.save')}
          </Button>
          <ButtonLink kind="plain" href={CORRECTIVE_PATH}>
            {t('later')}
          </ButtonLink>
        </Cluster>
        <DraftNote draft={draft} />
      </Stack>
    </form>
  )
}

function useSaveRequest(
  { store, clock, today }: ScreenProps,
  draft: { readonly value: RequestForm; readonly drop: () => Promise<void> },
) {
  const { t, formats } = useCorrectiveWords()
  const showToast = useToast()
  const [, navigate] = useLocation()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [tries, setTries] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const save = async (): Promise<void> => {
    const request = requestOfForm(draft.value)
    const found = requestProblems(request, today)
    setProblems(found)
    setTries(tries + 1)
    if (found.length > 0) return
    setBusy(true)
    const saved = await store.corrective.open(request)
    setBusy(false)
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    await draft.drop()
    showToast({ text: t('new.saved', { time: formats.time(clock.now()) }), tone: 'good' })
    navigate(correctivePath(request.unit, saved.value))
  }
  return { save, problems, problem, isBusy, tries }
}
