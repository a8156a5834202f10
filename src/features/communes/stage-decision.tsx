// The follower's decision on a stage the commune declared: confirm it, or send it back with a reason. Both only add an
// event; what the commune declared stays in the history (PIL-4, PIL-6).
import { useState } from 'react'
import type { StageView } from '#data/contract/pilot-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { formatLocalDate, parseWrittenDate } from '#domain/kernel/local-date.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { useCommuneWords } from './commune-words.ts'
import { pubFeed } from './feeds.ts'

type StageDecisionProps = { readonly unit: string; readonly stage: StageView; readonly screen: ScreenProps }

export const StageDecision = (props: StageDecisionProps) => {
  const { unit, stage, screen } = props
  const { t } = useCommuneWords()
  const [round, setRound] = useState(0)
  if (!screen.person.may('stage-event', pubFeed(unit), 'confirmed'))
    return <Notice tone="note">{t('decision.role')}</Notice>
  if (stage.status === 'declared' || stage.status === 'confirmed') {
    return <DecisionForm key={round} {...props} onDecided={() => setRound(round + 1)} />
  }
  return <Notice tone="note">{t(stage.returned ? 'decision.wasReturned' : 'decision.notDeclared')}</Notice>
}

type Verdict = 'confirm' | 'send-back'

/** A type, not an interface: a draft is JSON. */
type DecisionDraft = { readonly on: string; readonly note: string }

type DecisionFormProps = StageDecisionProps & { readonly onDecided: () => void }

const DecisionForm = ({ unit, stage, screen: { store, today, clock }, onDecided }: DecisionFormProps) => {
  const { t } = useCommuneWords()
  const isConfirmed = stage.status === 'confirmed'
  const draft = useFormDraft<DecisionDraft>({
    drafts: store.drafts,
    draftKey: `decision:${unit}:${stage.stage}`,
    initial: { on: formatLocalDate(today), note: '' },
    clock,
  })
  const { on, note } = draft.value
  const [isAsked, setAsked] = useState(false)
  const [isNoteMissing, setNoteMissing] = useState(false)
  const { decide, problem, busy } = useDecide({ unit, stage, store })
  const press = async (verdict: Verdict) => {
    const day = parseWrittenDate(on)
    const lacksNote = verdict === 'send-back' && note.trim() === ''
    setAsked(true)
    setNoteMissing(lacksNote)
    if (!day.ok || lacksNote) return
    if (!(await decide(verdict, day.value, note.trim()))) return
    await draft.drop()
    onDecided()
  }
  return (
    <Card title={t(isConfirmed ? 'decision.againTitle' : 'decision.title')}>
      <Stack>
        <p>{t(isConfirmed ? 'decision.againIntro' : 'decision.intro')}</p>
        <WrittenDateField
          label={t('decision.on')}
          hint={t('decision.onHint')}
          name="on"
          value={on}
          isAsked={isAsked}
          onChange={(text) => draft.change({ on: text, note })}
          onBlur={() => void draft.flush()}
        />
        <Field
          label={t('decision.note')}
          hint={t('decision.noteHint')}
          error={isNoteMissing ? t('decision.noteMissing') : undefined}
        >
          <TextArea
            name="note"
            value={note}
            onChange={(event) => draft.change({ on, note: event.target.value })}
            onBlur={() => void draft.flush()}
          />
        </Field>
        <ProblemNotice problem={problem ?? draft.problem} />
        <Cluster>
          {!isConfirmed && (
            <Button kind="main" icon="check" busy={busy === 'confirm'} onClick={() => void press('confirm')}>
              {t('decision.confirm')}
            </Button>
          )}
          <Button busy={busy === 'send-back'} onClick={() => void press('send-back')}>
            {t('decision.sendBack')}
          </Button>
        </Cluster>
      </Stack>
    </Card>
  )
}

type DecideParts = Pick<StageDecisionProps, 'unit' | 'stage'> & Pick<ScreenProps, 'store'>

function useDecide({ unit, stage: { stage }, store }: DecideParts) {
  const { t, formats } = useCommuneWords()
  const showToast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [busy, setBusy] = useState<Verdict | null>(null)
  /** True once the decision is recorded on this device. */
  const decide = async (
    verdict: Verdict,
    on: Parameters<typeof store.pilot.confirm>[2],
    note: string,
  ): Promise<boolean> => {
    setBusy(verdict)
    const write = verdict === 'confirm' ? store.pilot.confirm : store.pilot.sendBack
    const saved = await write.call(store.pilot, unit, stage, on, note)
    setBusy(null)
    setProblem(saved.ok ? null : saved.error)
    if (saved.ok)
      showToast({ text: t(`decision.done.${verdict}`, { time: formats.time(saved.value.savedAt) }), tone: 'good' })
    return saved.ok
  }
  return { decide, problem, busy }
}
