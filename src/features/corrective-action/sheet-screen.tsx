// The request as a sheet of A4 with its four parts, as offices file it: what was asked for, cause and measures, approval,
// and what came of it. What is on the screen is what is printed.
import type { ReactNode } from 'react'
import type { CorrectiveView, MoveView } from '#data/contract/corrective-contract.ts'
import type { MoveName } from '#domain/corrective-action/move.ts'
import { endedAsDouble } from '#domain/corrective-action/double.ts'
import { correctivePath } from '#features/corrective-paths.ts'
import { type CorrectiveWords, useCorrectiveWords } from '#features/corrective-words.tsx'
import { useFindingWords } from '#features/finding-content.tsx'
import { notedPrint } from '#features/note-activity.ts'
import { OfficialPaper, PaperFacts, PaperHands, ScreenOnly } from '#features/official-paper.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { Button } from '#ui/button.tsx'
import { Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { dayText, type Fact, moveFacts } from './move-facts.ts'
import { RequestGate } from './request-gate.tsx'
import { type Doubles, useDoubles } from './use-doubles.ts'

type SheetScreenProps = ScreenProps & { readonly unit: string; readonly id: string }

export const SheetScreen = ({ unit, id, ...screen }: SheetScreenProps) => (
  <RequestGate {...{ screen, unit, id }}>{(view) => <SheetPage view={view} screen={screen} />}</RequestGate>
)

type SheetProps = { readonly view: CorrectiveView; readonly screen: ScreenProps }

const SheetPage = ({ view, screen }: SheetProps) => {
  const { t, numberText } = useCorrectiveWords()
  const printed = { what: 'corrective-action', unit: view.unit, record: view.id }
  return (
    <Stack gap={5}>
      <ScreenOnly>
        <PageHeader
          title={t('sheet.page')}
          subtitle={t('numbered', { number: numberText(view) })}
          back={{ href: correctivePath(view.unit, view.id), label: t('toRequest') }}
          actions={
            <Button kind="main" icon="print" onClick={() => void notedPrint(screen, printed)}>
              {t('common:print')}
            </Button>
          }
        />
      </ScreenOnly>
      <Sheet {...{ view, screen }} />
    </Stack>
  )
}

const Sheet = ({ view, screen }: SheetProps) => {
  const { store } = screen
  const doubles = useDoubles(view, screen)
  const words = useCorrectiveWords()
  const { t } = words
  const place = store.identity.places.find(({ id }) => id === view.unit)?.name ?? view.unit
  const { taken, analysis, officialNumber } = view.course
  const last = (...names: readonly MoveName[]): MoveView | undefined =>
    taken.findLast(({ name }) => names.includes(name))
  const verified = ['report-done', 'accept', 'reject', 'carry-over', 'check-effect', 'end-double'] as const
  return (
    <OfficialPaper
      commune={place}
      number={officialNumber ?? view.number}
      on={view.issuedOn}
      title={t('sheet.title')}
      {...(officialNumber !== null && { mark: t('sheet.firstNumber', { number: view.number }) })}
    >
      <Part part={1} facts={useAskedFacts(view)} sign={signed(view.byName, view.at, words)} />
      <Part part={2} facts={factsOf(analysis, words)} sign={authorOf(analysis, words)} />
      <Part part={3} facts={approvalFacts(taken, words)} sign={authorOf(last('approve'), words)} />
      <Part
        part={4}
        facts={taken
          .filter(({ name }) => (verified as readonly string[]).includes(name))
          .flatMap((move) => stepFacts(move, words))}
        sign={authorOf(last('accept', 'carry-over'), words)}
      >
        <p>{resultText(view, words, doubles)}</p>
        {joinedText(words, doubles).map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Part>
    </OfficialPaper>
  )
}

function useAskedFacts(view: CorrectiveView): readonly Fact[] {
  const words = useCorrectiveWords()
  const finding = useFindingWords()
  const { t } = words
  const facts = [
    { term: t('field.source'), value: words.sourceText(view.source) },
    { term: t('field.department'), value: view.department },
    { term: t('field.grade'), value: finding.gradeText(view.grade) },
    { term: t('field.description'), value: view.description },
    { term: t('field.requirement'), value: view.requirement },
    { term: t('field.clause'), value: view.clause === '' ? '' : finding.clauseText(view.clause) },
    { term: t('field.evidence'), value: view.evidence },
    { term: t('field.dueOn'), value: dayText(view.dueOn, words) },
  ]
  return facts.filter(({ value }) => value !== '')
}

const factsOf = (move: MoveView | null, words: CorrectiveWords): readonly Fact[] =>
  move === null ? [] : moveFacts(move, words)

/** A move with its day, and what it said in lines below it. */
const stepFacts = (move: MoveView, words: CorrectiveWords): readonly Fact[] => [
  { term: words.t(`done.${move.name}`), value: signed(move.byName, move.madeAt, words) },
  ...moveFacts(move, words),
]

const approvalFacts = (taken: readonly MoveView[], words: CorrectiveWords): readonly Fact[] =>
  taken
    .filter(({ name }) => name === 'approve' || name === 'return-analysis' || name === 'extend')
    .flatMap((move) => stepFacts(move, words))

const signed = (author: string | null, at: number, { t, formats }: CorrectiveWords): string =>
  t('madeBy', { author: author ?? t('someone'), time: formats.dateTime(at) })

const authorOf = (move: MoveView | null | undefined, words: CorrectiveWords): string =>
  move ? signed(move.byName, move.madeAt, words) : ''

const joinedText = ({ t, numberText }: CorrectiveWords, doubles: Doubles | undefined): readonly string[] =>
  (doubles?.joined ?? []).map((one) => t('sheet.joined', { number: numberText(one) }))

function resultText({ course }: CorrectiveView, words: CorrectiveWords, doubles: Doubles | undefined): string {
  const { t, formats, numberText } = words
  if (endedAsDouble(course) && doubles?.next) return t('sheet.endedAsDouble', { number: numberText(doubles.next) })
  if (course.state === 'carried-over') return t('sheet.carriedOver')
  if (course.closedOn === null) return t('sheet.open')
  return t('sheet.closed', { day: formats.day(course.closedOn) })
}

type PartProps = {
  readonly part: 1 | 2 | 3 | 4
  readonly facts: readonly Fact[]
  /** Who did it and when; empty where nobody did yet. */
  readonly sign: string
  readonly children?: ReactNode
}

const Part = ({ part, facts, sign, children }: PartProps) => {
  const { t } = useCorrectiveWords()
  return (
    <Section title={t(`sheet.part${part}`)} level={3}>
      <Stack gap={3}>
        {facts.length === 0 ? <p>{t('sheet.blank')}</p> : <PaperFacts facts={facts} />}
        {children}
        <PaperHands hands={[{ title: t(`sheet.hands.${part}`), name: sign }]} />
      </Stack>
    </Section>
  )
}
