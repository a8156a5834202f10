// That the round was submitted, when, and the beginning of its seal, to compare two papers by eye.
import type { AssessmentView } from '#data/contract/self-assessment-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { useLive } from '#features/use-live.ts'
import { Notice } from '#ui/notice.tsx'
import { useFormats } from '#ui/text/text-context.tsx'
import { shortHash, useRoundWords } from './round-words.ts'

type SubmittedNoticeProps = { readonly store: Pick<PersonStore, 'assessments'>; readonly round: AssessmentView }

export const SubmittedNotice = ({ store, round }: SubmittedNoticeProps) => {
  const { t } = useRoundWords()
  const { dateTime } = useFormats()
  const submissions = useLive(() => store.assessments.submissions(round.unitId), [store, round.unitId])
  const seal = submissions?.find(({ content }) => content.assessmentId === round.id)?.sha256
  return (
    <Notice tone="good" title={t('round.submittedTitle', { time: dateTime(round.submittedAt ?? 0) })}>
      <p>{t('readOnly.submitted')}</p>
      {seal !== undefined && <p>{t('round.seal', { hash: shortHash(seal) })}</p>}
    </Notice>
  )
}
