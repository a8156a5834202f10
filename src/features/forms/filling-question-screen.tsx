// One question of a filling for one thumb: where it stands, the question, its control, and the way to the one before
// and after among those that are asked now.
import { useLocation } from 'wouter'
import { refOfWord } from '#domain/questionnaire/filling/filling-names.ts'
import { isQuestion } from '#domain/questionnaire/form/form.ts'
import { fillingPath } from '#features/filling-path.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Dock } from '#ui/dock.tsx'
import { Field } from '#ui/field.tsx'
import { FrameDock, FrameTitle } from '#ui/frame-slots.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { ProgressBar } from '#ui/progress-bar.tsx'
import { TextArea } from '#ui/text-area.tsx'
import { Jumps } from './filling-dock.tsx'
import { useAnswerAccess } from './filling-conflict.tsx'
import { FillingGate, type OpenState } from './filling-gate.tsx'
import { Saved } from './filling-head.tsx'
import type { Place } from './filling-outline.ts'
import { inTwoLines, useFillingWords } from './form-words.ts'
import { NotHere } from './not-here.tsx'
import { questionPath, submitPath } from './paths.ts'
import { PlaceView } from './place-view.tsx'
import { RepeatStop } from './repeat-stop.tsx'
import { useSectionTitle } from './section-rail.tsx'
import { useBeside, useOutline, usePlace, useWhole } from './use-filling.ts'

type FillingQuestionScreenProps = ScreenProps & { readonly filling: string; readonly path: string }

export const FillingQuestionScreen = ({ filling, path, ...given }: FillingQuestionScreenProps) => {
  const { t } = useFillingWords()
  return (
    <FillingGate given={given} id={filling}>
      {(open, screen) => {
        const ref = refOfWord(path)
        const places = open.board.outline().flatMap((section) => section.places)
        const place = places.find((one) => one.ref === ref && (one.kind === 'question' || one.kind === 'repeat-end'))
        if (place === undefined)
          return <NotHere title={t('noQuestion.title')} text={t('noQuestion.text')} href={fillingPath(filling)} />
        return <OneQuestion key={`${filling} ${ref}`} {...{ screen, open, place }} />
      }}
    </FillingGate>
  )
}

type OneQuestionProps = { readonly screen: ScreenProps; readonly open: OpenState; readonly place: Place }

/** These name themselves in the large words of their legend. */
const namesItself = ({ node }: Place): boolean =>
  isQuestion(node) && ['select_one', 'select_multiple', 'image', 'file'].includes(node.kind)

const OneQuestion = ({ screen, open, place }: OneQuestionProps) => {
  const { titleOf, roundTitle } = useFillingWords()
  const { board, view } = open
  useOutline(board)
  const state = usePlace(board, place.ref)
  const isTitled = place.kind === 'question' && !namesItself(place)
  return (
    <Measure>
      <FrameTitle title={roundTitle(view.round)} subtitle={inTwoLines(titleOf(board.compiled.form))} />
      <Stack gap={4}>
        <Position {...{ open, place }} />
        {isTitled && <PageHeader title={state?.label ?? ''} />}
        {place.kind === 'repeat-end' ? (
          <RepeatStop {...{ screen, open, place }} />
        ) : (
          <PlaceView {...open} {...{ place, screen }} isAlone />
        )}
        <Saved {...open} />
        {place.kind === 'question' && <NoteField {...{ screen, open, place }} />}
      </Stack>
      <QuestionDock {...{ open, place }} />
    </Measure>
  )
}

type PartProps = Pick<OneQuestionProps, 'open' | 'place'>

const Position = ({ open: { board }, place }: PartProps) => {
  const { t } = useFillingWords()
  const outline = useOutline(board)
  const at = Math.max(
    0,
    outline.findIndex(({ places }) => places.includes(place)),
  )
  const section = outline[at]
  const { answered, total } = useWhole(board)
  const title = useSectionTitle(board, section ?? { key: '', titleRef: null, part: 0, places: [] }, at)
  return (
    <ProgressBar
      label={title}
      value={answered}
      max={Math.max(total, 1)}
      valueText={t('answeredOf', { answered, total })}
    />
  )
}

const NoteField = ({ screen, open: { board, keeper, canEdit }, place: { ref } }: OneQuestionProps) => {
  const { t } = useFillingWords()
  const { note } = useBeside(board, ref)
  const { canAnswer } = useAnswerAccess({ board, place: ref, screen, canEdit })
  return (
    <Disclosure summary={t('noteTitle')} open={note !== ''}>
      <Field label={t('noteTitle')} note={t('common:optional')}>
        <TextArea
          name={`${ref}#note`}
          value={note}
          readOnly={!canAnswer}
          onChange={(event) => board.giveNote(ref, event.target.value)}
          onBlur={() => void keeper.flush()}
        />
      </Field>
    </Disclosure>
  )
}

const QuestionDock = ({ open: { board }, place }: PartProps) => {
  const { t } = useFillingWords()
  const [, navigate] = useLocation()
  useWhole(board)
  const stops = board.stops()
  const at = stops.findIndex(({ ref, kind }) => ref === place.ref && kind === place.kind)
  const [previous, next] = [stops[at - 1], stops[at + 1]]
  const go = (ref: string): void => navigate(questionPath(board.id, ref))
  return (
    <FrameDock>
      <Dock
        start={
          previous ? (
            <Button icon="chevron-left" iconOnlyOnPhone onClick={() => go(previous.ref)}>
              {t('dock.previous')}
            </Button>
          ) : (
            <ButtonLink icon="list" iconOnlyOnPhone href={fillingPath(board.id)}>
              {t('dock.list')}
            </ButtonLink>
          )
        }
        middle={<Jumps board={board} after={place.ref} onGoTo={go} />}
        end={
          next ? (
            <Button kind="main" iconEnd="chevron-right" onClick={() => go(next.ref)}>
              {t('dock.next')}
            </Button>
          ) : (
            <ButtonLink kind="main" iconEnd="chevron-right" href={submitPath(board.id)}>
              {t(board.visit === null ? 'dock.review' : 'visit.review')}
            </ButtonLink>
          )
        }
      />
    </FrameDock>
  )
}
