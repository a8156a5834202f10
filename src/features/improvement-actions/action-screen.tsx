// One improvement action: what, which post and until when, the evidence that it is done, and how it ends.
import { useState } from 'react'
import type { ActionView } from '#data/contract/review-contract.ts'
import { feedId } from '#domain/change/feed.ts'
import { daysOverdue } from '#domain/improvement-action/improvement-action.ts'
import { isDecisionCategory } from '#domain/management-review/review-input.ts'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import { LocationTag } from '#features/location-tag.tsx'
import { ACTIONS_PATH } from '#features/make-action.tsx'
import { ReasonDialog } from '#features/reason-dialog.tsx'
import { type LoadedReview, ReviewGate } from '#features/review-gate.tsx'
import { numberOf, useReviewWords } from '#features/review-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Cluster, Measure, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { ActionForm } from './action-form.tsx'
import { ActionTag } from './action-tag.tsx'

type ActionScreenProps = ScreenProps & { readonly unit: string; readonly id: string }

export const ActionScreen = ({ unit, id, ...screen }: ActionScreenProps) => {
  const { t } = useReviewWords()
  const { store } = screen
  const back = { href: ACTIONS_PATH, label: t('action.back') }
  const actions = useLive(() => store.reviews.actions([unit]), [store, unit])
  const action = actions?.find((one) => one.id === id)
  return (
    <Measure>
      <PageHeader title={action?.what ?? t(actions === undefined ? 'action.loading' : 'action.unknown')} back={back} />
      {actions === undefined && <Skeleton label={t('action.loading')} count={6} />}
      {actions !== undefined && action === undefined && (
        <EmptyState
          icon="calendar-check"
          title={t('action.unknown')}
          text={t('action.unknownText')}
          action={<ButtonLink href={back.href}>{back.label}</ButtonLink>}
        />
      )}
      {action !== undefined && <OneAction key={action.id} action={action} screen={screen} />}
    </Measure>
  )
}

type OneActionProps = { readonly action: ActionView; readonly screen: ScreenProps }

const OneAction = ({ action, screen }: OneActionProps) => {
  const { store, person, platform, today } = screen
  const { t, authorText } = useReviewWords()
  const feed = feedId(action.unit, 'pub')
  const mayWrite = person.may('action', feed)
  return (
    <Stack gap={5}>
      <Cluster>
        <ActionTag action={action} overdue={daysOverdue(action, today)} />
        <LocationTag location={action.location} />
        <span>{authorText(action)}</span>
      </Cluster>
      <Origin action={action} screen={screen} />
      {action.outcome !== '' && (
        <Notice tone="note" title={t('action.outcome')}>
          {action.outcome}
        </Notice>
      )}
      {mayWrite && action.state === 'open' ? <ActionForm {...{ action, screen }} /> : <Facts action={action} />}
      {!mayWrite && <Notice tone="note">{t('action.readOnly')}</Notice>}
      <Section title={t('action.evidence')}>
        <EvidenceStrip
          {...{ feed, store, platform }}
          of={action.id}
          canEdit={mayWrite && action.state === 'open' && person.may('evidence', feed)}
          label={t('action.evidence')}
        />
      </Section>
      {mayWrite && <Moves {...{ action, screen }} />}
    </Stack>
  )
}

/** A decision of the leaders, a task given on a visit, or a gap of what was handed in. */
const Origin = ({ action, screen }: OneActionProps) => {
  const { t } = useReviewWords()
  if (action.question === 'visit')
    return (
      <DefinitionList
        items={[
          {
            term: t('action.of'),
            value: <ButtonLink href={`/visits/${action.unit}/${action.of}`}>{t('action.ofVisit')}</ButtonLink>,
          },
        ]}
      />
    )
  if (isDecisionCategory(action.question))
    return (
      <DefinitionList
        items={[
          {
            term: t('action.of'),
            value: t('action.fromReview', { category: t(`action.category.${action.question}`) }),
          },
          {
            term: t('action.ofReview'),
            value: (
              <ButtonLink href={`/management-review/${action.unit}/${action.of}`}>{t('action.ofReview')}</ButtonLink>
            ),
          },
        ]}
      />
    )
  return (
    <ReviewGate
      store={screen.store}
      unit={action.unit}
      submission={action.of}
      missing={<FromForm {...{ action, screen }} />}
    >
      {(loaded) => <From action={action} screen={screen} {...loaded} />}
    </ReviewGate>
  )
}

const Facts = ({ action }: Pick<OneActionProps, 'action'>) => {
  const { t, formats } = useReviewWords()
  return (
    <DefinitionList
      items={[
        { term: t('action.who'), value: action.who },
        {
          term: t('action.until'),
          value: action.until.date === null ? action.until.text : formats.day(action.until.date),
        },
      ]}
    />
  )
}

const From = ({ action, screen, review, instrument }: LoadedReview & OneActionProps) => {
  const { t, textOf } = useReviewWords()
  const question = instrument.questions.find(({ id }) => id === action.question)
  const { content } = review.submission
  const [year = '', number = ''] = content.round.split('-')
  const href =
    screen.person.workplace === 'commune'
      ? `/self-assessment/${content.assessmentId}`
      : `/communes/${action.unit}/answers/${action.of}`
  return (
    <DefinitionList
      items={[
        { term: t('action.of'), value: question ? `${numberOf(question)} ${textOf(question.text)}` : action.question },
        {
          term: t('action.ofRound'),
          value: <ButtonLink href={href}>{t('action.round', { number, year })}</ButtonLink>,
        },
      ]}
    />
  )
}

/** Of a form that was handed in; draws nothing where it is not on this device. */
const FromForm = ({ action, screen: { store } }: OneActionProps) => {
  const { t } = useReviewWords()
  const review = useLive(
    () => store.fillingReviews.ofSubmission(action.unit, action.of),
    [store, action.unit, action.of],
  )
  if (!review) return null
  const { id, filling, content } = review.submission
  const answer = content.answers.find(({ path }) => path === action.question)
  const href = `/forms/${encodeURIComponent(filling)}/handed-in/${encodeURIComponent(id)}`
  return (
    <DefinitionList
      items={[
        { term: t('action.of'), value: answer?.label || action.question },
        { term: t('action.ofForm'), value: <ButtonLink href={href}>{content.title}</ButtonLink> },
      ]}
    />
  )
}

const Moves = ({ action, screen: { store } }: OneActionProps) => {
  const { t } = useReviewWords()
  const [asking, setAsking] = useState<'done' | 'cancelled' | null>(null)
  const { unit, id, state } = action
  if (state !== 'open')
    return (
      <Button icon="refresh" onClick={() => void store.reviews.moveAction(unit, id, 'open', '')}>
        {t('action.again')}
      </Button>
    )
  const words = asking === 'cancelled' ? 'drop' : 'finish'
  return (
    <Cluster>
      <Button kind="main" icon="check" onClick={() => setAsking('done')}>
        {t('action.finish')}
      </Button>
      <Button kind="plain" icon="close" onClick={() => setAsking('cancelled')}>
        {t('action.drop')}
      </Button>
      <ReasonDialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={t(`action.${words}Title`)}
        label={t(words === 'drop' ? 'action.outcomeDropped' : 'action.outcomeDone')}
        confirm={t(`action.${words}`)}
        cancel={t('cancel')}
        save={(outcome) => store.reviews.moveAction(unit, id, asking ?? 'done', outcome)}
      />
    </Cluster>
  )
}
