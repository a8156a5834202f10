// A handed-in form as an office paper, printed in place of the screen it stands on: every question with its answer and
// what was found about it, and the form's own figures.
import { Suspense } from 'react'
import type { AmendmentView } from '#data/contract/amendment-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import type { FilledAnswer } from '#domain/questionnaire/filling/filling-content.ts'
import { unitOfFilling } from '#domain/questionnaire/filling/filling-names.ts'
import { sheetAnswer } from '#domain/questionnaire/filling/filling-sheet.ts'
import { fillingVerificationCount, isOther } from '#domain/questionnaire/filling/filling-verification.ts'
import { verifiedFigures } from '#domain/questionnaire/filling/verified-figures.ts'
import { HandedInPaper, usePaperWords } from '#features/handed-in-paper.tsx'
import { PaperLines, PaperTable } from '#features/official-paper.tsx'
import { PaperInstead, usePrinted } from '#features/paper-instead.tsx'
import type { SealedSection } from '#features/sealed-sections.ts'
import { useLive } from '#features/use-live.ts'
import { Section } from '#ui/section.tsx'
import { useFillingWords } from './form-words.ts'
import type { SealedAnswersProps } from './sealed-answers.tsx'
import { useFoundWordsOf } from './use-found-words.ts'
import { useVerifyWords } from './verify-words.ts'

type FillingPaperProps = SealedAnswersProps & { readonly column: string }

/** Its words come later than the screen, which stays in view. */
export const FillingPaper = (props: FillingPaperProps) => {
  const isPrinted = usePrinted()
  return (
    <Suspense fallback={null}>
      <Ready {...props} isPrinted={isPrinted} />
    </Suspense>
  )
}

const Ready = ({ isPrinted, ...props }: FillingPaperProps & { readonly isPrinted: boolean }) => {
  const { screen, review } = props
  const { id, filling } = review.submission
  usePaperWords()
  useVerifyWords()
  const amendments = useLive(
    () => screen.store.amendments.listOf(feedId(unitOfFilling(filling), 'pub'), id),
    [screen.store, filling, id],
  )
  if (!isPrinted || amendments === undefined) return null
  return (
    <PaperInstead>
      <Paper {...props} amendments={amendments} />
    </PaperInstead>
  )
}

const Paper = (props: FillingPaperProps & { readonly amendments: readonly AmendmentView[] }) => {
  const { screen, review, form, amendments } = props
  const { t } = usePaperWords()
  const { roundTitle } = useFillingWords()
  const { content } = review.submission
  const { verified, total, differing } = fillingVerificationCount(content, review.verifications)
  const [name = '', version = ''] = content.form.split('@')
  return (
    <HandedInPaper
      identity={screen.store.identity}
      review={review}
      title={content.title}
      subtitle={roundTitle(content.round)}
      facts={[{ term: t('form.by'), value: t('form.byText', { form: name, version }) }]}
      startedOn={review.startedOn}
      count={{ verified, total, differing: differing.length }}
      amendments={amendments}
    >
      <Figures {...props} isVerified={verified > 0} />
      {form.sections.map((section) => (
        <Answers key={section.key} {...props} section={section} isVerified={verified > 0} />
      ))}
    </HandedInPaper>
  )
}

type PartProps = FillingPaperProps & { readonly isVerified: boolean }

/** Draws nothing for a form that shows no figures, or that this device does not have. */
const Figures = ({ screen, review, compiled, column, isVerified }: PartProps) => {
  const { t } = usePaperWords()
  const { submission, verifications } = review
  if (compiled === null) return null
  const figures = verifiedFigures(compiled, submission.content, verifications, {
    clock: { now: () => Date.parse(submission.content.submittedAt) || screen.clock.now() },
    language: column,
  })
  if (figures.length === 0) return null
  return (
    <Section title={t('form.figures')} level={3}>
      <PaperTable
        label={t('form.figures')}
        heads={[t('form.own'), ...(isVerified ? [t('form.verified')] : [])]}
        rows={figures.map(({ ref, own, verified }) => ({ key: ref, cells: [own, ...(isVerified ? [verified] : [])] }))}
      />
    </Section>
  )
}

const Answers = ({ section, isVerified, ...props }: PartProps & { readonly section: SealedSection }) => {
  const { t } = usePaperWords()
  const { answerLines, foundLines } = useAnswerLines(props)
  const name = section.title || t('form.answers')
  const title = section.number === 0 ? name : t('form.sectionNumber', { section: name, number: section.number })
  return (
    <Section title={title} level={3}>
      <PaperTable
        label={title}
        heads={[t('form.question'), t('form.answer'), ...(isVerified ? [t('form.found')] : [])]}
        widths={isVerified ? [36, 32, 32] : [45, 55]}
        rows={section.answers.map((answer) => ({
          key: answer.path,
          cells: [
            answer.label || answer.path,
            <PaperLines key="answer" lines={answerLines(answer)} />,
            ...(isVerified ? [<PaperLines key="found" lines={foundLines(answer)} />] : []),
          ],
        }))}
      />
    </Section>
  )
}

function useAnswerLines({ review, compiled, form }: FillingPaperProps) {
  const { t, review: words } = usePaperWords()
  const verify = useVerifyWords().t
  const foundWordsOf = useFoundWordsOf(compiled)
  const { submission, verifications } = review
  const sheetOf = (answer: FilledAnswer) =>
    sheetAnswer(answer, form.questionOf(answer.path), submission.content, verifications[answer.path])
  return {
    answerLines: (answer: FilledAnswer): readonly string[] => {
      const { words: value, unit, reason, note, captions } = sheetOf(answer)
      const named = captions.filter((caption) => caption !== '').join('; ')
      const photos = { count: captions.length, captions: named }
      const said = unit === '' ? value : t('form.withUnit', { value, unit })
      return [
        answer.value === '' ? verify('unanswered') : said,
        reason === '' ? '' : t('answer.reason', { reason }),
        note === '' ? '' : t('answer.note', { note }),
        captions.length === 0 ? '' : t(named === '' ? 'answer.evidence' : 'answer.evidenceNamed', photos),
      ]
    },
    foundLines: (answer: FilledAnswer): readonly string[] => {
      const { found } = sheetOf(answer)
      if (answer.computed === true) return ['–']
      if (found === null) return [words('waits')]
      const value = foundWordsOf(form.questionOf(answer.path), found.value)
      return [
        verify(isOther(found) ? 'foundOther' : 'foundAgreed'),
        isOther(found) && value !== '' ? verify('foundValue', { value }) : '',
        isOther(found) ? t('answer.reason', { reason: found.reason }) : '',
        verifications[answer.path]?.hasConflict === true ? t('disputed') : '',
      ]
    },
  }
}
