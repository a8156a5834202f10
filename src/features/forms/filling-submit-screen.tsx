// Before a filling is handed in: what is missing or not right, each with the way to it, and what happens then.
import { Suspense, useState } from 'react'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { fillingPath } from '#features/filling-path.ts'
import { isTrial } from '#features/form-on-trial.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { disputedPlaces } from '#domain/questionnaire/filling/disputed-places.ts'
import { DraftSigns } from './draft-signs.tsx'
import { FillingGate, type OpenState } from './filling-gate.tsx'
import { FillingHead } from './filling-head.tsx'
import { inTwoLines, useFillingWords } from './form-words.ts'
import { restoreTyping } from './open-filling.ts'
import { draftFeed, questionPath, sectionPath } from './paths.ts'
import { TrialEnd } from './trial-end.tsx'
import { useWhole } from './use-filling.ts'
import { VisitEnd } from './visit-end.tsx'
import { useWide } from '#features/use-media.ts'

type FillingSubmitScreenProps = ScreenProps & { readonly filling: string }

export const FillingSubmitScreen = ({ filling, ...given }: FillingSubmitScreenProps) => (
  <FillingGate given={given} id={filling}>
    {(open, screen) => <Review {...{ screen, open }} />}
  </FillingGate>
)

type ReviewProps = { readonly screen: ScreenProps; readonly open: OpenState }

const Review = ({ screen, open }: ReviewProps) => {
  const { t, titleOf } = useFillingWords()
  const { board, keeper, isPending, canEdit } = open
  useWhole(board)
  return (
    <Measure>
      <Stack gap={5}>
        <PageHeader
          title={t(board.visit === null ? 'submit.title' : 'visit.review')}
          subtitle={inTwoLines(titleOf(board.compiled.form))}
          back={{ href: fillingPath(board.id), label: t('submit.back') }}
        />
        <FillingHead {...{ board, keeper, isPending, canEdit }} />
        {board.session.problems().length > 0 && <Missing {...{ open }} />}
        {board.visit === null && <Disputed {...{ open }} />}
        {board.visit === null && !isTrial(board.id) && (
          <Suspense fallback={null}>
            <DraftSigns {...{ screen, open }} />
          </Suspense>
        )}
        <End {...{ screen, open }} />
        <ButtonLink href={fillingPath(board.id)}>{t('submit.back')}</ButtonLink>
      </Stack>
    </Measure>
  )
}

const End = (props: ReviewProps) => {
  const { board } = props.open
  if (isTrial(board.id)) return <TrialEnd board={board} />
  return board.visit === null ? <HandIn {...props} /> : <VisitEnd {...props} visit={board.visit} />
}

const HandIn = ({ screen, open: { board, keeper, view } }: ReviewProps) => {
  const { t } = useFillingWords()
  const { language } = useText('filling')
  const [isBusy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const maySubmit =
    screen.person.may('filling-submission', `${view.unitId}/pub`) &&
    screen.person.may('filling', draftFeed(view.unitId))
  const submit = async (): Promise<void> => {
    setBusy(true)
    await restoreTyping({ board }, screen.store)
    // What could not be written is told above; without it nothing is sealed. Rule FIL-34.
    if (!(await keeper.flush())) return setBusy(false)
    const done = await screen.store.fillings.submit(board.id, board.compiled, board.column(language))
    setBusy(false)
    setProblem(done.ok ? null : done.error)
  }
  return (
    <>
      <Notice tone="note" icon="lock" title={t('submit.sealTitle')}>
        {t('submit.sealText')}
      </Notice>
      {!maySubmit && <Notice tone="note">{t('submit.notYou')}</Notice>}
      <ProblemNotice problem={problem} title={t('submit.failed')} />
      {maySubmit && (
        <Button
          kind="main"
          wide
          icon="check"
          busy={isBusy}
          disabled={board.session.problems().length > 0 || disputedIn({ board, view }).length > 0}
          onClick={() => void submit()}
        >
          {t('submit.confirm')}
        </Button>
      )}
    </>
  )
}

const MOST = 50

const placeHref = (board: OpenState['board'], ref: string, isWide: boolean): string =>
  isWide
    ? `${sectionPath(board.id, Math.max(0, board.tally().sectionOf(ref)))}&at=${encodeURIComponent(ref)}`
    : questionPath(board.id, ref)

const disputedIn = ({ board, view }: Pick<OpenState, 'board' | 'view'>): readonly string[] =>
  disputedPlaces(view.answers, board.session, board.definitions)

/** Two different answers to one question: one is chosen first. Rule FIL-22. */
const Disputed = ({ open: { board, view } }: { readonly open: OpenState }) => {
  const { t } = useFillingWords()
  const isWide = useWide()
  const disputed = disputedIn({ board, view })
  if (disputed.length === 0) return null
  const title = t('submit.disputed', { count: disputed.length })
  return (
    <Section title={title}>
      <Stack gap={3}>
        <p>{t('submit.disputedText')}</p>
        <Rows label={title}>
          {disputed.slice(0, MOST).map((ref) => (
            <Row
              key={ref}
              title={board.state(ref)?.label ?? ref}
              href={placeHref(board, ref, isWide)}
              cue={t('submit.go')}
            />
          ))}
        </Rows>
      </Stack>
    </Section>
  )
}

const Missing = ({ open: { board } }: { readonly open: OpenState }) => {
  const { t, problemOf } = useFillingWords()
  const isWide = useWide()
  const wrong = board.session.problems()
  return (
    <Section title={t('submit.missing', { count: wrong.length })}>
      <Rows label={t('submit.missing', { count: wrong.length })}>
        {wrong.slice(0, MOST).map((state) => (
          <Row
            key={state.ref}
            title={state.label}
            detail={problemOf(state.problem) ?? (state.problem?.message || t('problem.required'))}
            href={placeHref(board, state.ref, isWide)}
            cue={t('submit.go')}
          />
        ))}
      </Rows>
    </Section>
  )
}
