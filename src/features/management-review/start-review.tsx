// Opens the next review: its day is all that is asked, the rest is filled in as it mostly is and can be changed.
import { useState } from 'react'
import { useLocation } from 'wouter'
import { addDays, formatLocalDate, parseWrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { NOTICE_DAYS } from '#domain/management-review/management-review.ts'
import { ProblemNotice } from '#features/problem-notice.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { WrittenDateField } from '#features/written-date-field.tsx'
import { Button } from '#ui/button.tsx'
import { Card } from '#ui/card.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { reviewPath } from './paths.ts'
import { useReviewOfLeadersWords } from './review-words.ts'

type StartReviewProps = { readonly screen: ScreenProps; readonly isOpen: boolean }

export const StartReview = ({ screen: { store, person, today }, isOpen }: StartReviewProps) => {
  const { t } = useReviewOfLeadersWords()
  const [, navigate] = useLocation()
  const [asked, setAsked] = useState(false)
  const [day, setDay] = useState(() => formatLocalDate(addDays(today, NOTICE_DAYS)))
  const [problem, setProblem] = useState<Problem | null>(null)
  const start = async (): Promise<void> => {
    const on = parseWrittenDate(day)
    if (!on.ok) return setProblem({ code: on.error, params: { text: day } })
    const head = { place: t('start.place'), chair: t('start.chair'), secretary: t('start.secretary') }
    const made = await store.managementReviews.start(person.place.id, on.value, head)
    if (made.ok) navigate(reviewPath(person.place.id, made.value))
    else setProblem(made.error)
  }
  if (!asked && !isOpen)
    return (
      <Cluster>
        <Button kind="main" icon="plus" onClick={() => setAsked(true)}>
          {t('start.open')}
        </Button>
      </Cluster>
    )
  return (
    <Card title={t('start.title')}>
      <Stack gap={3}>
        <WrittenDateField
          label={t('on')}
          hint={t('noticeHint')}
          name="on"
          value={day}
          onChange={setDay}
          isAsked={problem !== null}
        />
        <ProblemNotice problem={problem?.code.startsWith('date.') ? null : problem} />
        <Cluster>
          <Button kind="main" icon="check" onClick={() => void start()}>
            {t('start.save')}
          </Button>
        </Cluster>
      </Stack>
    </Card>
  )
}
