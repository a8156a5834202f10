// The head as one form with its draft: for a new inspection and for one that is under way. What is typed survives a
// killed browser and becomes a record only by the button.
import { useState } from 'react'
import type { Place } from '#data/contract/store-contract.ts'
import { beginProblems, type InspectionHead } from '#domain/inspection/inspection.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { Button } from '#ui/button.tsx'
import { Dock } from '#ui/dock.tsx'
import { FrameDock } from '#ui/frame-slots.tsx'
import { Stack } from '#ui/layout.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { HeadErrors, HeadFields } from './head-fields.tsx'
import { formToHead, type HeadForm, outlineOf } from './head-form.ts'
import { OutlineChoice } from './outline-choice.tsx'
import { useInspectionWords } from './use-inspection-words.ts'

const FORM_ID = 'inspection-head'

export interface WrittenHead {
  readonly unit: string
  readonly head: InspectionHead
  readonly outline: string | null
}

type HeadEditorProps = {
  readonly screen: ScreenProps
  readonly draftKey: string
  readonly initial: HeadForm
  readonly button: string
  /** To choose one from; absent where the commune stands fast. */
  readonly communes?: readonly Place[]
  /** The outline was judged by already, or sealed. */
  readonly isOutlineFast?: boolean
  /** Answers what went wrong, or null. */
  readonly save: (written: WrittenHead, done: () => Promise<void>) => Promise<Problem | null>
}

export const HeadEditor = ({
  screen,
  draftKey,
  initial,
  button,
  communes,
  isOutlineFast = false,
  save,
}: HeadEditorProps) => {
  const { t } = useInspectionWords()
  const { store, clock } = screen
  const draft = useFormDraft<HeadForm>({ drafts: store.drafts, draftKey, initial, clock })
  const [asked, setAsked] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const submit = async () => {
    setAsked((times) => times + 1)
    if (draft.value.unit === '' || beginProblems(formToHead(draft.value)).length > 0) return
    setBusy(true)
    const { unit } = draft.value
    const written = { unit, head: formToHead(draft.value), outline: outlineOf(draft.value) }
    setProblem(await save(written, draft.drop))
    setBusy(false)
  }
  return (
    <form
      id={FORM_ID}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void submit()
      }}
    >
      <Stack gap={5}>
        <HeadErrors key={asked} value={draft.value} isAsked={asked > 0} />
        {communes && <CommuneChoice {...{ communes }} value={draft.value} change={draft.change} isAsked={asked > 0} />}
        <OutlineChoice
          store={store}
          value={draft.value.outline ?? ''}
          change={(outline) => draft.change({ ...draft.value, outline })}
          isFast={isOutlineFast}
        />
        <HeadFields value={draft.value} change={draft.change} isAsked={asked > 0} />
      </Stack>
      <FrameDock>
        <ProblemNotice problem={problem} title={t('head.notSaved')} />
        <Dock
          middle={<DraftNote draft={draft} />}
          end={
            <Button kind="main" type="submit" form={FORM_ID} busy={isBusy}>
              {button}
            </Button>
          }
        />
      </FrameDock>
    </form>
  )
}

type CommuneChoiceProps = {
  readonly communes: readonly Place[]
  readonly value: HeadForm
  readonly change: (value: HeadForm) => void
  readonly isAsked: boolean
}

const CommuneChoice = ({ communes, value, change, isAsked }: CommuneChoiceProps) => {
  const { t } = useInspectionWords()
  return (
    <SelectField
      label={t('new.commune')}
      name="unit"
      placeholder={t('new.choose')}
      value={value.unit}
      error={isAsked && value.unit === '' ? t('new.communeMissing') : undefined}
      onChange={(event) => change({ ...value, unit: event.target.value })}
      options={communes.map(({ id, name }) => ({ value: id, label: name }))}
    />
  )
}
