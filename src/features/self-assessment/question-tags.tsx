// What is special about a question in the list: its answer, that it decides, that something is missing or disputed.
import type { AnswerView } from '#data/contract/self-assessment-contract.ts'
import type { Question } from '#domain/questionnaire/instrument.ts'
import { isAnswered, type Score } from '#domain/self-assessment/answer.ts'
import { Cluster } from '#ui/layout.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Tone } from '#ui/tone.ts'
import { useRoundWords } from './round-words.ts'

type QuestionTagsProps = { readonly question: Question; readonly answer: AnswerView | undefined }

const toneOf = (score: Score): Tone => {
  if (score === 'na' || score === null) return 'idle'
  return (['bad', 'warn', 'act', 'good'] as const)[score]
}

export const QuestionTags = ({ question, answer }: QuestionTagsProps) => {
  const { t } = useRoundWords()
  const score = answer?.score ?? null
  const photos = answer?.evidence.length ?? 0
  return (
    <Cluster gap={2}>
      <Tag tone={toneOf(score)} {...(score === null && { icon: 'edit' as const })}>
        {scoreText(score, t)}
      </Tag>
      {score !== null && !isAnswered(answer) && <Tag tone="warn">{t('round.needsReason')}</Tag>}
      {question.isKey && (
        <Tag tone="note" icon="star">
          {t('key')}
        </Tag>
      )}
      {photos > 0 && (
        <Tag tone="idle" icon="camera">
          {t('round.photos', { count: photos })}
        </Tag>
      )}
      {answer?.hasConflict && (
        <Tag tone="warn" icon="users">
          {t('round.conflict')}
        </Tag>
      )}
    </Cluster>
  )
}

const scoreText = (score: Score, t: (key: string, params?: Record<string, string | number>) => string): string => {
  if (score === null) return t('records:score.none')
  return score === 'na' ? t('records:score.na') : t('records:score.short', { score })
}
