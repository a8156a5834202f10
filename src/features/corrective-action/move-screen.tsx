// One move of a request: its questions, its photos, and one button. What is typed is a draft until the move is made; a move
// that is refused keeps it.
import { type ReactNode, useEffect, useState } from 'react'
import { useLocation } from 'wouter'
import type { CorrectiveView } from '#data/contract/corrective-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { possibleMoves } from '#domain/corrective-action/due.ts'
import { type MoveName, moveNames } from '#domain/corrective-action/move.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { correctivePath } from '#features/corrective-paths.ts'
import { useCorrectiveWords } from '#features/corrective-words.tsx'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { DoubleGate } from './double-gate.tsx'
import { FormErrors } from './form-errors.tsx'
import { MoveFields } from './move-fields.tsx'
import { emptyMove, formProblems, type MoveForm, moveOfForm, returnedWith } from './move-form.ts'
import { RequestGate } from './request-gate.tsx'
import { WhatIsJudged } from './what-is-judged.tsx'

type MoveScreenProps = ScreenProps & { readonly unit: string; readonly id: string; readonly move: string }

export const MoveScreen = ({ unit, id, move, ...screen }: MoveScreenProps) => (
  <RequestGate {...{ screen, unit, id }}>{(view) => <OneMove view={view} screen={screen} move={move} />}</RequestGate>
)

type OneMoveProps = { readonly view: CorrectiveView; readonly screen: ScreenProps }

const OneMove = ({ view, screen, move }: OneMoveProps & { readonly move: string }) => {
  const { t, moveText, numberText } = useCorrectiveWords()
  const { store, person, today } = screen
  const name = moveNames.find((one) => one === move)
  const isPossible =
    name !== undefined &&
    possibleMoves(view.course, store.identity.account.id, today).includes(name) &&
    person.may('corrective-move', feedId(view.unit, 'pub'), name)
  const draftKey = `corrective:move:${view.unit}:${view.id}:${move}`
  const moveId = useMoveId(store, draftKey)
  const href = correctivePath(view.unit, view.id)
  const Gate = name === 'end-double' ? DoubleGate : Open
  return (
    <Measure>
      <PageHeader
        title={name === undefined ? t('unknownMove') : moveText(name)}
        subtitle={view.description}
        back={{ href, label: t('numbered', { number: numberText(view) }) }}
      />
      {!isPossible && (
        <EmptyState
          icon="lock"
          title={t('notNow.title')}
          text={t('notNow.text')}
          action={<ButtonLink href={href}>{t('toRequest')}</ButtonLink>}
        />
      )}
      {isPossible && moveId !== undefined && (
        <Gate {...{ view, screen }}>
          <MoveEditor key={`${draftKey} ${moveId}`} {...{ view, screen, name, moveId, draftKey }} />
        </Gate>
      )}
    </Measure>
  )
}

/** Every other move has what it needs. */
const Open = ({ children }: { readonly children: ReactNode }) => children

const idKeyOf = (draftKey: string): string => `${draftKey}:id`

/** Kept beside the draft: photos that were taken for a move wait for it, also after a kill. */
function useMoveId({ drafts, corrective }: PersonStore, draftKey: string): string | undefined {
  const [id, setId] = useState<string>()
  useEffect(() => {
    let isShown = true
    const find = async (): Promise<void> => {
      const kept = await drafts.get(idKeyOf(draftKey))
      const found = typeof kept === 'string' ? kept : await corrective.nextId()
      if (typeof kept !== 'string') await drafts.put(idKeyOf(draftKey), found)
      if (isShown) setId(found)
    }
    void find()
    return () => {
      isShown = false
    }
  }, [drafts, corrective, draftKey])
  return id
}

type MoveEditorProps = OneMoveProps & {
  readonly name: MoveName
  readonly moveId: string
  readonly draftKey: string
}

const MoveEditor = (props: MoveEditorProps) => {
  const { view, screen, name, moveId, draftKey } = props
  const { store, clock, today } = screen
  const { t, moveText } = useCorrectiveWords()
  const initial = emptyMove(name, view, today)
  const draft = useFormDraft<MoveForm>({ drafts: store.drafts, draftKey, initial, clock })
  const { make, problems, problem, isBusy, tries } = useMakeMove(props, draft)
  const returned = name === 'submit-analysis' ? returnedWith(view) : ''
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <Stack gap={5}>
        <p>{t(`intro.${name}`)}</p>
        {returned !== '' && (
          <Notice tone="warn" title={t('returnedWith')}>
            {returned}
          </Notice>
        )}
        <WhatIsJudged {...{ name, view, screen }} />
        <FormErrors key={tries} problems={problems} />
        <MoveFields
          {...{ name, view, screen }}
          form={draft.value}
          change={draft.change}
          id={moveId}
          isAsked={tries > 0}
        />
        <ProblemNotice problem={problem} />
        <Cluster>
          <Button kind="main" type="submit" icon="check" busy={isBusy}>
            {moveText(name)}
          </Button>
          <ButtonLink kind="plain" href={correctivePath(view.unit, view.id)}>
            {t('later')}
          </ButtonLink>
        </Cluster>
        <DraftNote draft={draft} />
      </Stack>
    </form>
  )
}

function useMakeMove(
  { view, screen, name, moveId, draftKey }: MoveEditorProps,
  draft: { readonly value: MoveForm; readonly drop: () => Promise<void> },
) {
  const { store, clock, today } = screen
  const { t, formats } = useCorrectiveWords()
  const showToast = useToast()
  const [, navigate] = useLocation()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [problem, setProblem] = useState<Problem | null>(null)
  const [tries, setTries] = useState(0)
  const [isBusy, setBusy] = useState(false)
  const make = async (): Promise<void> => {
    const move = moveOfForm(name, draft.value, view, moveId)
    const found = formProblems(move, view, today)
    setProblems(found)
    setTries(tries + 1)
    if (found.length > 0) return
    setBusy(true)
    const saved = await store.corrective.move(view.unit, view.id, move)
    setBusy(false)
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    await draft.drop()
    await store.drafts.remove(idKeyOf(draftKey))
    showToast({ text: t('saved', { time: formats.time(clock.now()) }), tone: 'good' })
    navigate(correctivePath(view.unit, saved.value))
  }
  return { make, problems, problem, isBusy, tries }
}
