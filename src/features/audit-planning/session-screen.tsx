// One session of a plan. Saving asks whether everybody is free and independent, and whatever is refused is said at the
// field it is about; what was typed stays.
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { PlanBoard } from '#data/contract/audit-planning-contract.ts'
import type { AuditSession } from '#domain/audit-planning/audit-session.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { DraftNote } from '#features/draft-note.tsx'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { type FormDraft, useFormDraft } from '#features/use-form-draft.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useToast } from '#ui/toast-provider.tsx'
import { mayPlan, NEW, planPath } from './paths.ts'
import { SessionFields } from './session-fields.tsx'
import { draftOf, fieldOf, type SessionDraft, sessionOf } from './session-form.ts'
import { usePlanningWords } from './use-planning-words.ts'
import { useWrite } from './use-write.ts'

type SessionScreenProps = ScreenProps & { readonly unit: string; readonly id: string; readonly session: string }

export const SessionScreen = ({ unit, id, session: sessionId, ...screen }: SessionScreenProps) => {
  const { store, person } = screen
  const { t, daysText } = usePlanningWords()
  const board = useLive(() => store.auditPlanning.plan(unit, id), [store, unit, id])
  const session = board?.sessions.find((one) => one.id === sessionId)
  const isThere = board && (session !== undefined || sessionId === NEW)
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader
          title={t(sessionId === NEW ? 'session.new' : 'session.one')}
          {...(board && { subtitle: t('session.inPlan', { days: daysText(board.plan) }) })}
          back={{ href: planPath(unit, id), label: t('plan.one') }}
        />
        {board === undefined && <Skeleton label={t('loading')} count={7} />}
        {board !== undefined && !isThere && (
          <EmptyState icon="clock" title={t('session.unknown')} text={t('unknownText')} />
        )}
        {isThere && !mayPlan(person, unit) && <Notice tone="note">{t('readOnly')}</Notice>}
        {isThere && mayPlan(person, unit) && (
          <SessionEditor key={sessionId} board={board} session={session} screen={screen} />
        )}
      </Stack>
    </Measure>
  )
}

type EditorProps = {
  readonly board: PlanBoard
  readonly session: AuditSession | undefined
  readonly screen: ScreenProps
}

const SessionEditor = ({ board, session, screen }: EditorProps) => {
  const { t } = usePlanningWords()
  const { store, clock } = screen
  const { plan, sessions } = board
  const [initial] = useState(() =>
    draftOf(
      session,
      plan,
      sessions.findLast(({ type }) => type !== 'closing'),
    ),
  )
  const draftKey = `audit-session:${plan.id}:${session?.id ?? NEW}`
  const draft = useFormDraft<SessionDraft>({ drafts: store.drafts, draftKey, initial, clock })
  const { save, problem } = useSaveSession({ board, session, screen }, initial, draft)
  const at = problem === null ? null : fieldOf(problem)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <Stack gap={4}>
        <SessionFields board={board} sessionId={session?.id ?? null} draft={draft} problem={problem} />
        <ProblemNotice problem={at === null || at === 'auditors' ? problem : null} />
        <Cluster>
          <Button kind="main" type="submit" icon="check">
            {t('session.save')}
          </Button>
          {session !== undefined && <RemoveSession session={session} screen={screen} draft={draft} />}
        </Cluster>
        <DraftNote draft={draft} />
      </Stack>
    </form>
  )
}

/** Fields nobody touched here keep what a colleague wrote into them meanwhile. */
const touched = (draft: SessionDraft, initial: SessionDraft, now: SessionDraft): SessionDraft =>
  Object.fromEntries(
    Object.entries(draft).map(([name, value]) => {
      const key = name as keyof SessionDraft
      return [key, JSON.stringify(value) === JSON.stringify(initial[key]) ? now[key] : value]
    }),
  ) as SessionDraft

function useSaveSession(
  { board, session, screen }: EditorProps,
  initial: SessionDraft,
  draft: FormDraft<SessionDraft>,
) {
  const { t, formats } = usePlanningWords()
  const showToast = useToast()
  const [, navigate] = useLocation()
  const [problem, setProblem] = useState<Problem | null>(null)
  const { plan } = board
  const save = async (): Promise<void> => {
    const now = session === undefined ? initial : draftOf(session, plan, undefined)
    const read = sessionOf(touched(draft.value, initial, now), { id: session?.id ?? null, plan })
    const saved = read.ok ? await screen.store.auditPlanning.saveSession(read.value) : read
    setProblem(saved.ok ? null : saved.error)
    if (!saved.ok) return
    await draft.drop()
    showToast({ text: t('session.saved', { time: formats.time(screen.clock.now()) }), tone: 'good' })
    navigate(planPath(plan.unit, plan.id))
  }
  return { save, problem }
}

type RemoveProps = {
  readonly session: AuditSession
  readonly screen: ScreenProps
  readonly draft: FormDraft<SessionDraft>
}

const RemoveSession = ({ session, screen: { store }, draft }: RemoveProps) => {
  const { t } = usePlanningWords()
  const [, navigate] = useLocation()
  const write = useWrite()
  const remove = async (): Promise<void> => {
    if (!(await write.run(store.auditPlanning.removeSession(session.unit, session.id)))) return
    await draft.drop()
    navigate(planPath(session.unit, session.plan))
  }
  return (
    <>
      <Button kind="plain" icon="trash" busy={write.isBusy} onClick={() => void remove()}>
        {t('session.remove')}
      </Button>
      <ProblemNotice problem={write.problem} />
    </>
  )
}
