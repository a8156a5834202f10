// A filled form as it was handed in: every answer in the words it was asked with, its photos, the short form of the seal,
// and what was found about it. Read by the commune and by those who follow it, who verify it here.
import { Suspense } from 'react'
import type { FillingReview } from '#data/contract/filling-review-contract.ts'
import type { FillingSubmissionView } from '#data/contract/form-filling-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { unitOfFilling } from '#domain/questionnaire/filling/filling-names.ts'
import { nameAt } from '#domain/questionnaire/form/place-steps.ts'
import { AmendmentsSection } from '#features/amendments-section.tsx'
import { LocationTag } from '#features/location-tag.tsx'
import { notedPrint, useNotedLook } from '#features/note-activity.ts'
import { BehindPaper } from '#features/paper-instead.tsx'
import { RevisionRows } from '#features/revision-rows.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { FillingPaper } from './filling-paper.tsx'
import { useFillingWords } from './form-words.ts'
import { NotHere } from './not-here.tsx'
import { FORMS_PATH, handedInPath } from './paths.ts'
import { SealedAnswers } from './sealed-answers.tsx'
import { SealedFigures } from './sealed-figures.tsx'
import { SealedVerification } from './sealed-verification.tsx'
import { useSealedForm } from './use-sealed-form.ts'
import { useListTitle } from './use-list-title.ts'
import { useVerifyWords } from './verify-words.ts'

type SealedFillingProps = {
  readonly screen: ScreenProps
  readonly id: string
  /** The latest, unless one is named. */
  readonly submission?: string
}

export const SealedFilling = ({ screen, id, submission }: SealedFillingProps) => {
  const { t } = useFillingWords()
  const { store } = screen
  const review = useLive(() => store.fillingReviews.of(id, submission), [store, id, submission])
  useNotedLook(screen, 'filling', unitOfFilling(id), review?.submission.id)
  if (review === undefined) return <Skeleton label={t('loading')} shape="rows" count={6} />
  if (review === null) return <NotHere title={t('noDraft.title')} text={t('problems:filling.not-found')} />
  return <Sealed key={review.submission.id} {...{ screen, review }} />
}

type SealedProps = { readonly screen: ScreenProps; readonly review: FillingReview }

const Sealed = ({ screen, review }: SealedProps) => {
  const { t, roundTitle } = useFillingWords()
  const listTitle = useListTitle(screen.person)
  const { store } = screen
  const { submission } = review
  const { content, filling } = submission
  const { form } = useSealedForm(store.forms, content)
  const place = store.identity.places.find((known) => known.id === content.unit)?.name ?? content.unit
  const printed = { what: 'filling', unit: content.unit, record: submission.id }
  return (
    <Stack gap={5}>
      <BehindPaper>
        <PageHeader
          title={form.title}
          subtitle={`${place} · ${roundTitle(content.round)}`}
          back={{ href: FORMS_PATH, label: listTitle }}
          actions={
            <Button icon="print" onClick={() => void notedPrint(screen, printed)}>
              {t('common:print')}
            </Button>
          }
        />
        <Seal view={submission} />
        <AmendmentsSection
          record={{ feed: feedId(unitOfFilling(filling), 'pub'), of: submission.id, ofKind: 'filling-submission' }}
          screen={screen}
        />
      </BehindPaper>
      <Suspense fallback={<Skeleton label={t('loading')} shape="rows" count={6} />}>
        <Reviewed {...{ screen, review }} />
      </Suspense>
    </Stack>
  )
}

/** Its words come later than the seal, which stays in view. */
const Reviewed = ({ screen, review }: SealedProps) => {
  const { t } = useFillingWords()
  const words = useVerifyWords().t
  const { filling, content } = review.submission
  const { compiled, column, form } = useSealedForm(screen.store.forms, content)
  if (compiled === undefined) return <Skeleton label={t('loading')} shape="rows" count={6} />
  const parts = { screen, review, compiled, form }
  return (
    <>
      <BehindPaper>
        <Stack gap={5}>
          <SealedVerification {...parts} />
          <RevisionRows review={review} hrefOf={(id) => handedInPath(filling, id)} />
          <SealedFigures {...parts} column={column} />
          <SealedAnswers {...parts} />
          {form.reckoned.length > 0 && (
            <Disclosure summary={words('reckoned', { count: form.reckoned.length })}>
              <DefinitionList items={form.reckoned.map(({ path, value }) => ({ term: nameAt(path), value }))} />
            </Disclosure>
          )}
        </Stack>
      </BehindPaper>
      <FillingPaper {...parts} column={column} />
    </>
  )
}

const Seal = ({ view: { content, sha256, location } }: { readonly view: FillingSubmissionView }) => {
  const { t, formats } = useFillingWords()
  return (
    <Notice tone="note" icon="lock" title={t('sealed.title')}>
      <p>{t('sealed.on', { time: formats.dateTime(Date.parse(content.submittedAt)) })}</p>
      <p>{t('sealed.seal', { hash: sha256.slice(0, 8) })}</p>
      <Cluster>
        <LocationTag location={location} />
      </Cluster>
    </Notice>
  )
}
