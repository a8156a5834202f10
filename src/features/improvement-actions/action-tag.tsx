// Where an improvement action stands, in words first: overdue by how many days, open, done or cancelled.
import type { ImprovementAction } from '#domain/improvement-action/improvement-action.ts'
import { useReviewWords } from '#features/review-words.ts'
import { Tag } from '#ui/tag.tsx'

const tones = { open: 'act', done: 'good', cancelled: 'idle' } as const

type ActionTagProps = { readonly action: Pick<ImprovementAction, 'state'>; readonly overdue: number }

export const ActionTag = ({ action, overdue }: ActionTagProps) => {
  const { t } = useReviewWords()
  if (overdue > 0) return <Tag tone="bad">{t('action.overdue', { count: overdue })}</Tag>
  return <Tag tone={tones[action.state]}>{t(`action.state.${action.state}`)}</Tag>
}
