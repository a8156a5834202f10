// A submitted self-assessment as the commune sealed it: every answer with its evidence, when it was submitted, and the
// short form of the seal by which a print and the screen can be compared.
import type { SubmissionView } from '#data/contract/self-assessment-contract.ts'
import { AmendmentsSection } from '#features/amendments-section.tsx'
import { LocationTag } from '#features/location-tag.tsx'
import { notedPrint, useNotedLook } from '#features/note-activity.ts'
import { BehindPaper } from '#features/paper-instead.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { FrameTitle } from '#ui/frame-slots.tsx'
import { Cluster } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { roundTitle } from './assessments-tab.tsx'
import { useCommuneWords } from './commune-words.ts'
import { pubFeed } from './feeds.ts'
import { communePath } from './paths.ts'
import { ReviewedAnswers } from './reviewed-answers.tsx'

type SubmissionScreenProps = ScreenProps & { readonly unit: string; readonly submission: string }

export const SubmissionScreen = ({ unit, submission, ...screen }: SubmissionScreenProps) => {
  const { store } = screen
  const { t } = useCommuneWords()
  const found = useLive(async () => {
    const [row, submissions] = [await store.communes.get(unit), await store.assessments.submissions(unit)]
    return { row, view: submissions.find(({ id }) => id === submission) }
  }, [store, unit, submission])
  useNotedLook(screen, 'submission', unit, found?.view?.id)
  const back = { href: communePath(unit, 'assessments'), label: found?.row?.place.name ?? t('commune.back') }
  if (found === undefined) {
    return (
      <>
        <PageHeader title={t('submission.loading')} back={back} />
        <Skeleton label={t('common:loading')} shape="text" count={8} />
      </>
    )
  }
  const { row, view } = found
  if (row === null || view === undefined) {
    return (
      <>
        <PageHeader title={t('submission.unknown')} back={back} />
        <EmptyState
          icon="document"
          title={t('submission.unknownTitle')}
          text={t('submission.unknownText')}
          action={<ButtonLink href={back.href}>{t('submission.toAssessments')}</ButtonLink>}
        />
      </>
    )
  }
  return (
    <>
      <FrameTitle title={row.place.name} subtitle={row.area?.name} />
      <BehindPaper>
        <PageHeader
          title={roundTitle(view.content.round, t)}
          subtitle={[row.place.name, row.area?.name].filter(Boolean).join(' · ')}
          back={back}
          actions={
            <Button icon="print" onClick={() => void notedPrint(screen, { what: 'submission', unit, record: view.id })}>
              {t('common:print')}
            </Button>
          }
        />
        <Seal view={view} />
        <AmendmentsSection record={{ feed: pubFeed(unit), of: view.id, ofKind: 'submission' }} screen={screen} />
      </BehindPaper>
      <ReviewedAnswers unit={unit} view={view} screen={screen} />
    </>
  )
}

const Seal = ({ view: { content, sha256, location } }: { readonly view: SubmissionView }) => {
  const { t, formats } = useCommuneWords()
  return (
    <Notice tone="note" icon="lock" title={t('submission.seal')}>
      <p>{t('submission.sealedOn', { time: formats.dateTime(Date.parse(content.submittedAt)) })}</p>
      <p>{t('submission.sealText', { hash: sha256.slice(0, 8) })}</p>
      <Cluster>
        <LocationTag location={location} />
      </Cluster>
    </Notice>
  )
}
