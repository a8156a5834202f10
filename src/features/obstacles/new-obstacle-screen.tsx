// Says what holds a commune up: one sentence, and the stage it is about. What is typed is kept as a draft and becomes a
// record when the person sends it.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import type { StageCode } from '#domain/pilot/stage-template.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { OBSTACLES_PATH, obstaclePath, useObstacleWords } from '#features/obstacle-words.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import type { Place } from '#data/contract/store-contract.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { SelectField } from '#ui/select-field.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { communesThatMayRaise } from './obstacle-access.ts'

type NewObstacleScreenProps = ScreenProps & { readonly query: Readonly<Record<string, string>> }

export const NewObstacleScreen = ({ query, ...screen }: NewObstacleScreenProps) => {
  const { t } = useObstacleWords()
  const communes = communesThatMayRaise(screen.person)
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader title={t('new.title')} back={{ href: OBSTACLES_PATH, label: t('back') }} />
        {communes.length === 0 ? (
          <Notice tone="note">{t('new.readOnly')}</Notice>
        ) : (
          <RaiseForm {...{ screen, communes, query }} />
        )}
      </Stack>
    </Measure>
  )
}

/** A type, not an interface: a draft is JSON. */
type RaiseDraft = { readonly unit: string; readonly stage: string; readonly text: string }

type RaiseFormProps = Pick<NewObstacleScreenProps, 'query'> & {
  readonly screen: ScreenProps
  readonly communes: readonly Place[]
}

const stageOf = (text: string): StageCode | null => pilotStages.find(({ code }) => code === text)?.code ?? null

const RaiseForm = ({ screen: { store, clock }, communes, query }: RaiseFormProps) => {
  const { t, formats, stageText } = useObstacleWords()
  const textOf = useProblemText()
  const showToast = useToast()
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<Problem | null>(null)
  const asked = communes.find(({ id }) => id === query['unit']) ?? communes[0]
  const initial: RaiseDraft = { unit: asked?.id ?? '', stage: query['stage'] ?? '', text: '' }
  const draftKey = `obstacle:${initial.unit}:${initial.stage}`
  const draft = useFormDraft<RaiseDraft>({ drafts: store.drafts, draftKey, initial, clock })
  const { unit, stage, text } = draft.value
  const send = async (): Promise<void> => {
    const raised = await store.obstacles.raise({ unit, stage: stageOf(stage), text })
    setProblem(raised.ok ? null : raised.error)
    if (!raised.ok) return
    await draft.drop()
    showToast({ text: t('saved', { time: formats.time(clock.now()) }), tone: 'good' })
    navigate(obstaclePath(unit, raised.value), { replace: true })
  }
  const isMissing = problem?.code === 'obstacle.text-missing'
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <Stack gap={4}>
        {communes.length > 1 && (
          <SelectField
            label={t('new.unit')}
            name="unit"
            value={unit}
            options={communes.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(event) => draft.change({ ...draft.value, unit: event.target.value })}
          />
        )}
        <SelectField
          label={t('new.stage')}
          name="stage"
          value={stage}
          placeholder={t('general')}
          options={pilotStages.map(({ code }) => ({ value: code, label: stageText(code) }))}
          onChange={(event) => draft.change({ ...draft.value, stage: event.target.value })}
        />
        <Field label={t('new.text')} hint={t('new.textHint')} {...(isMissing && { error: textOf(problem) })}>
          <TextArea
            name="text"
            required
            value={text}
            onChange={(event) => draft.change({ ...draft.value, text: event.target.value })}
            onBlur={() => void draft.flush()}
          />
        </Field>
        <ProblemNotice problem={isMissing ? null : problem} />
        <Button type="submit" kind="main" icon="check" wide>
          {t('new.save')}
        </Button>
        <DraftNote draft={draft} />
      </Stack>
    </form>
  )
}
