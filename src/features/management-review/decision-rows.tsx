// Decisions as they are followed, each leading to its action.
import type { ActionView } from '#data/contract/review-contract.ts'
import { daysOverdue } from '#domain/improvement-action/improvement-action.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { isDecisionCategory } from '#domain/management-review/review-input.ts'
import { actionPath } from '#features/make-action.tsx'
import { useReviewWords } from '#features/review-words.ts'
import { Row, Rows } from '#ui/rows.tsx'
import { Tag } from '#ui/tag.tsx'
import { useReviewOfLeadersWords } from './review-words.ts'

const tones = { open: 'act', done: 'good', cancelled: 'idle' } as const

type DecisionRowsProps = { readonly decisions: readonly ActionView[]; readonly today: LocalDate }

export const DecisionRows = ({ decisions, today }: DecisionRowsProps) => {
  const { t, formats } = useReviewOfLeadersWords()
  const actions = useReviewWords().t
  if (decisions.length === 0) return null
  const detailOf = ({ question, who, until }: ActionView): string =>
    [
      isDecisionCategory(question) ? t(`categories.${question}`) : '',
      who,
      t('dueOn', { day: until.date === null ? until.text : formats.day(until.date) }),
    ]
      .filter(Boolean)
      .join(' · ')
  const tagOf = (action: ActionView) => {
    const overdue = daysOverdue(action, today)
    if (overdue > 0) return <Tag tone="bad">{actions('action.overdue', { count: overdue })}</Tag>
    return <Tag tone={tones[action.state]}>{actions(`action.state.${action.state}`)}</Tag>
  }
  return (
    <Rows label={t('decisions')}>
      {decisions.map((action) => (
        <Row
          key={action.id}
          title={action.what}
          detail={detailOf(action)}
          trailing={tagOf(action)}
          href={actionPath(action.unit, action.id)}
          cue={t('openAction')}
        />
      ))}
    </Rows>
  )
}
