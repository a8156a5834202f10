// A filled form as it was handed in: every answer in the words it was asked with, its photos, and the short form of the
// seal. Read by the commune and by those who follow it.
import type { FillingSubmissionView } from '#data/contract/form-filling-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { fillingAnswerId, unitOfFilling } from '#domain/questionnaire/filling/filling-names.ts'
import { AmendmentsSection } from '#features/amendments-section.tsx'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import { LocationTag } from '#features/location-tag.tsx'
import { notedPrint, useNotedLook } from '#features/note-activity.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button } from '#ui/button.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { useFillingWords } from './form-words.ts'
import styles from './forms.module.css'
import { NotHere } from './not-here.tsx'
import { FORMS_PATH } from './paths.ts'

type SealedFillingProps = { readonly screen: ScreenProps; readonly id: string }

export const SealedFilling = ({ screen, id }: SealedFillingProps) => {
  const { t, roundTitle } = useFillingWords()
  const { store } = screen
  const view = useLive(() => store.fillings.submission(id), [store, id])
  useNotedLook(screen, 'filling', unitOfFilling(id), view?.id)
  if (view === undefined) return <Skeleton label={t('loading')} shape="rows" count={6} />
  if (view === null) return <NotHere title={t('noDraft.title')} text={t('problems:filling.not-found')} />
  const { content } = view
  const place = store.identity.places.find((known) => known.id === content.unit)?.name ?? content.unit
  const printed = { what: 'filling', unit: content.unit, record: view.id }
  const print = (
    <Button icon="print" onClick={() => void notedPrint(screen, printed)}>
      {t('common:print')}
    </Button>
  )
  return (
    <Stack gap={5}>
      <PageHeader
        title={content.title}
        subtitle={`${place} · ${roundTitle(content.round)}`}
        back={{ href: FORMS_PATH, label: t('title') }}
        actions={print}
      />
      <Seal view={view} />
      <AmendmentsSection
        record={{ feed: feedId(unitOfFilling(id), 'pub'), of: view.id, ofKind: 'filling-submission' }}
        screen={screen}
      />
      <Rows label={content.title}>
        {content.answers.map((answer) => (
          <SealedAnswer key={answer.path} {...{ view, screen, answer }} />
        ))}
      </Rows>
    </Stack>
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

type SealedAnswerProps = {
  readonly view: FillingSubmissionView
  readonly screen: ScreenProps
  readonly answer: FillingSubmissionView['content']['answers'][number]
}

const SealedAnswer = ({ view: { content, evidence, filling }, screen, answer }: SealedAnswerProps) => {
  const { t } = useFillingWords()
  const of = fillingAnswerId(filling, answer.path)
  const hasPhotos = evidence.some((photo) => photo.of === of)
  const words = [answer.reason === undefined ? '' : t('sealed.reason', { reason: answer.reason }), answer.note ?? '']
  return (
    <Row
      title={answer.label || answer.path}
      detail={[hasPhotos ? '' : (answer.shown ?? answer.value), ...words].filter((word) => word !== '').join(' · ')}
      {...(hasPhotos && {
        actions: (
          <div className={styles.evidence}>
            <EvidenceStrip
              store={screen.store}
              platform={screen.platform}
              feed={feedId(content.unit, 'pub')}
              of={of}
              canEdit={false}
              label={t('sealed.photos', { label: answer.label })}
            />
          </div>
        ),
      })}
    />
  )
}
