// After submitting: on this device, or received by the endpoint; never one word more.
import type { AssessmentView } from '#data/contract/self-assessment-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { LocationTag } from '#features/location-tag.tsx'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useFormats } from '#ui/text/text-context.tsx'
import { ROUNDS_PATH, roundPath } from './paths.ts'
import { shortHash, useRoundWords } from './round-words.ts'

type SubmitDoneProps = { readonly store: Pick<PersonStore, 'assessments'>; readonly round: AssessmentView }

export const SubmitDone = ({ store, round }: SubmitDoneProps) => {
  const { t } = useRoundWords()
  const { time } = useFormats()
  const submissions = useLive(() => store.assessments.submissions(round.unitId), [store, round.unitId])
  const sealed = submissions?.find(({ content }) => content.assessmentId === round.id)
  const isSent = sealed !== undefined && (sealed.location === 'sent' || sealed.location === 'backed-up')
  return (
    <Stack gap={4}>
      <Notice tone="good" announce>
        {isSent ? t('submit.doneSent') : t('submit.doneText', { time: time(round.submittedAt ?? 0) })}
      </Notice>
      {sealed && (
        <DefinitionList
          items={[
            { term: t('submit.seal'), value: shortHash(sealed.sha256) },
            { term: t('submit.where'), value: <LocationTag location={sealed.location} /> },
          ]}
        />
      )}
      <Cluster>
        <ButtonLink kind="main" href={ROUNDS_PATH}>
          {t('submit.back')}
        </ButtonLink>
        <ButtonLink href={roundPath(round.id)}>{t('submit.view')}</ButtonLink>
      </Cluster>
    </Stack>
  )
}
