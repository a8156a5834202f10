// What is being done about gaps, overdue first: of the own commune, or of every commune in scope.
import { useSearchParams } from 'wouter'
import type { ActionView } from '#data/contract/review-contract.ts'
import { daysOverdue } from '#domain/improvement-action/improvement-action.ts'
import { isDecisionCategory } from '#domain/management-review/review-input.ts'
import { useBackToMore } from '#features/back-to-more.ts'
import { actionPath } from '#features/make-action.tsx'
import { useReviewWords } from '#features/review-words.ts'
import type { ScreenProps } from '#features/screen-props.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Measure, Stack } from '#ui/layout.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Skeleton } from '#ui/skeleton.tsx'
import { ActionTag } from './action-tag.tsx'

export const ActionsScreen = ({ store, person, today }: ScreenProps) => {
  const { t } = useReviewWords()
  const back = useBackToMore(person)
  const units = person.communes.map(({ id }) => id)
  const actions = useLive(() => store.reviews.actions(units), [store, units.join(' ')])
  return (
    <Measure>
      <PageHeader title={t('action.title')} subtitle={t('action.subtitle')} back={back} />
      {actions === undefined && <Skeleton label={t('action.loading')} shape="rows" count={4} />}
      {actions?.length === 0 && <NoActions isCommune={person.workplace === 'commune'} />}
      {actions !== undefined && actions.length > 0 && <ActionList {...{ actions, person, today }} />}
    </Measure>
  )
}

const NoActions = ({ isCommune }: { readonly isCommune: boolean }) => {
  const { t } = useReviewWords()
  return (
    <EmptyState
      icon="calendar-check"
      title={t('action.emptyTitle')}
      text={t('action.emptyText')}
      action={
        <ButtonLink kind="main" href={isCommune ? '/self-assessment' : '/communes'}>
          {t(isCommune ? 'action.toAssessments' : 'action.toCommunes')}
        </ButtonLink>
      }
    />
  )
}

type ActionListProps = Pick<ScreenProps, 'person' | 'today'> & { readonly actions: readonly ActionView[] }

const ActionList = ({ actions, person, today }: ActionListProps) => {
  const { t, formats } = useReviewWords()
  const [params, setParams] = useSearchParams()
  const showsEnded = params.get('show') === 'ended'
  const shown = actions.filter(({ state }) => (state === 'open') !== showsEnded)
  const placeOf = (unit: string): string => person.communes.find(({ id }) => id === unit)?.name ?? unit
  const originText = (question: string): string => {
    if (isDecisionCategory(question)) return t('action.fromReview', { category: t(`action.category.${question}`) })
    if (question === 'visit') return t('action.fromVisit')
    return question.startsWith('/')
      ? t('action.fromForm')
      : t('action.question', { number: question.replace(/^Q/, '') })
  }
  const detailOf = ({ unit, who, until, question }: ActionView): string =>
    [
      person.workplace === 'commune' ? '' : placeOf(unit),
      who,
      t('action.dueOn', { day: until.date === null ? until.text : formats.day(until.date) }),
      originText(question),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <Stack>
      <Segmented
        legend={t('show')}
        hideLegend
        name="show"
        value={showsEnded ? 'ended' : 'open'}
        onChange={(next) => setParams(next === 'ended' ? { show: 'ended' } : {}, { replace: true })}
        options={[
          { value: 'open', label: t('action.showOpen') },
          { value: 'ended', label: t('action.showEnded') },
        ]}
      />
      {shown.length === 0 && <EmptyState icon="check" title={t('nothing')} />}
      <Rows label={t('action.title')}>
        {shown.map((action) => (
          <Row
            key={action.id}
            title={action.what}
            detail={detailOf(action)}
            trailing={<ActionTag action={action} overdue={daysOverdue(action, today)} />}
            href={actionPath(action.unit, action.id)}
            cue={t('action.open')}
          />
        ))}
      </Rows>
    </Stack>
  )
}
