// After handing in: saved on this device, on its way or received (never "sent" before the endpoint said so), and the
// seal by which paper and screen can be compared.
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
  const formats = useFormats()
  const submission = useLive(
    async () =>
      (await store.assessments.submissions(round.unitId)).find((one) => one.content.assessmentId === round.id),
    [store, round.unitId, round.id],
  )
  const location = submission?.location ?? round.location
  const isReceived = location === 'sent' || location === 'backed-up'
  return (
    <Stack gap={5}>
      <Notice tone="good" title={t('submit.doneTitle')} announce>
        {isReceived ? t('submit.doneSent') : t('submit.doneText', { time: formats.dateTime(round.submittedAt ?? 0) })}
      </Notice>
      <DefinitionList
        items={[
          { term: t('submit.where'), value: <LocationTag location={location} /> },
          ...(submission ? [{ term: t('submit.seal'), value: shortHash(submission.sha256) }] : []),
        ]}
      />
      <Cluster>
        <ButtonLink kind="main" href={ROUNDS_PATH}>
          {t('submit.back')}
        </ButtonLink>
        <ButtonLink href={roundPath(round.id)}>{t('submit.view')}</ButtonLink>
      </Cluster>
    </Stack>
  )
}
