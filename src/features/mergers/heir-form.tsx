// The decision itself: one heir, or none with a reason. The proposal is chosen beforehand where there is one; where several
// units could inherit, nothing is chosen until a person does.
import { useState } from 'react'
import { navigate } from 'wouter/use-browser-location'
import type { InheritableView } from '#data/contract/inheritance-contract.ts'
import { asksForDay, choiceProblem, type HeirChoice } from '#domain/inheritance/inheritance.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { MERGERS_PATH, useMergerWords } from '#features/merger-words.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { Button } from '#ui/button.tsx'
import { ChoiceGroup } from '#ui/choice-group.tsx'
import { Field } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Section } from '#ui/section.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { mayDecide, mayTakeOver } from './may-take-over.ts'

type HeirFormProps = {
  readonly view: InheritableView
  readonly screen: ScreenProps
  readonly nameOf: (id: string) => string
}

const ENDED = 'ended'
/** Before the id of a unit that took the record over and lets it go again. */
const STOPS = 'stops:'

const takersOf = ({ decisions }: InheritableView): readonly string[] =>
  decisions.filter(({ decision }) => decision === 'taken-over').map(({ unit }) => unit)

/** A type, not an interface: it is kept as a draft, and a draft is JSON. */
type Typed = { choice: string; reason: string; dueOn: string }

function choiceOf({ choice, reason, dueOn }: Typed, heirs: readonly string[]): HeirChoice {
  if (choice === ENDED) return { decision: 'ended', heirs, reason }
  if (choice.startsWith(STOPS)) return { decision: 'ended', heirs: [choice.slice(STOPS.length)], reason }
  return {
    decision: 'taken-over',
    heir: choice === '' ? null : choice,
    dueOn: dueOn === '' ? null : writtenDate(dueOn),
  }
}

export const HeirForm = ({ view, screen, nameOf }: HeirFormProps) => {
  const { store, today, clock } = screen
  const { t } = useMergerWords()
  const toast = useToast()
  const [problem, setProblem] = useState<Problem | null>(null)
  const [isAsked, setAsked] = useState(false)
  const mayPropose = view.standing === 'pending' && mayTakeOver(screen, view, view.proposed)
  const initial: Typed = { choice: mayPropose ? (view.proposed ?? '') : '', reason: '', dueOn: '' }
  const draftKey = `inheritance:${view.from.id}:${view.id}`
  const draft = useFormDraft<Typed>({ drafts: store.drafts, draftKey, initial, clock })
  const typed = draft.value
  const set = (next: Partial<Typed>) => draft.change({ ...typed, ...next })
  const own = view.heirs.filter((heir) => mayDecide(screen, heir))
  const decide = async (): Promise<void> => {
    setAsked(true)
    const choice = choiceOf(typed, own)
    const found = choiceProblem(view, choice, today)
    const saved = found === null ? await store.inheritances.decide(view.from.id, view.id, choice) : undefined
    setProblem(found ?? (saved?.ok === false ? saved.error : null))
    if (!saved?.ok) return
    await draft.drop()
    toast({ tone: 'good', text: t('saved') })
    navigate(MERGERS_PATH, { replace: true })
  }
  return (
    <Section title={t('decision')} detail={t('decisionDetail')}>
      <Stack gap={4}>
        <HeirChoices {...{ view, screen, nameOf, own, typed, set }} />
        <WhatFollows {...{ view, screen, typed, set, isAsked }} />
        <ProblemNotice problem={problem} />
        <Cluster>
          <Button kind="main" icon="check" onClick={() => void decide()}>
            {t('save')}
          </Button>
          <DraftNote draft={draft} />
        </Cluster>
      </Stack>
    </Section>
  )
}

type PartProps = Pick<HeirFormProps, 'view' | 'screen'> & {
  readonly typed: Typed
  readonly set: (next: Partial<Typed>) => void
}

const HeirChoices = ({
  view,
  screen,
  nameOf,
  own,
  typed,
  set,
}: PartProps & Pick<HeirFormProps, 'nameOf'> & { readonly own: readonly string[] }) => {
  const { t } = useMergerWords()
  const takers = takersOf(view)
  const heirs = own.filter((heir) => !takers.includes(heir) && mayTakeOver(screen, view, heir))
  const end = { value: ENDED, label: t('ends'), detail: t(view.heirs.length > 1 ? 'endsSeveral' : 'endsDetail') }
  return (
    <ChoiceGroup
      legend={t('who')}
      legendSize="question"
      name="heir"
      value={typed.choice}
      onChange={(choice) => set({ choice })}
      options={[
        ...heirs.map((heir) => ({
          value: heir,
          label: t('takes', { name: nameOf(heir) }),
          detail: t(`takesDetail.${view.kind}`),
        })),
        ...takers
          .filter((heir) => own.includes(heir))
          .map((heir) => ({
            value: `${STOPS}${heir}`,
            label: t('stops', { name: nameOf(heir) }),
            detail: t('stopsDetail'),
          })),
        ...(takers.length === 0 ? [end] : []),
      ]}
      {...(view.kind === 'procedure' && heirs.length + takers.length === 0 && { hint: t('takeOverByCommune') })}
    />
  )
}

const WhatFollows = ({ view, screen: { today }, typed, set, isAsked }: PartProps & { readonly isAsked: boolean }) => {
  const { t } = useMergerWords()
  const textOf = useProblemText()
  if (typed.choice === ENDED || typed.choice.startsWith(STOPS))
    return (
      <Field label={t('reason')} hint={t('reasonHint')}>
        <TextArea
          name="reason"
          required
          value={typed.reason}
          onChange={(event) => set({ reason: event.target.value })}
        />
      </Field>
    )
  if (typed.choice === '' || !asksForDay(view, today)) return null
  return (
    <WrittenDateField
      name="dueOn"
      label={t('newDay')}
      hint={t('newDayHint')}
      value={typed.dueOn}
      onChange={(dueOn) => set({ dueOn })}
      isAsked={isAsked}
      objectionTo={(day) => (day < today ? textOf({ code: 'inheritance.day-past' }) : undefined)}
    />
  )
}
