// What the papers of a self-assessment and of a form have in common after handing in: whose it is and how it stands, what
// was added afterwards, the whole hash, and room to sign. Where it is not the last word, it says so itself.
import type { ReactNode } from 'react'
import type { AmendmentView } from '#data/contract/amendment-contract.ts'
import type { RecordLocation } from '#data/contract/record-location.ts'
import type { DecisionView } from '#data/contract/review-contract.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import { isLocalDate, localDateAt, VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'
import type { SubmissionState } from '#domain/self-assessment/verification.ts'
import { useText } from '#ui/text/text-context.tsx'
import { Section } from '#ui/section.tsx'
import { OfficialPaper, PaperFacts, PaperHands, PaperLines, PaperTable } from './official-paper.tsx'
import { useReviewWords } from './review-words.ts'

type HandedInReview = {
  readonly submission: {
    readonly sha256: string
    readonly location: RecordLocation
    readonly content: {
      readonly unit: string
      readonly submittedAt: string
      readonly submittedBy: string
      readonly evidence: readonly object[]
    }
  }
  readonly revision: number
  readonly state: SubmissionState
  readonly decision: DecisionView | null
}

type HandedInPaperProps = {
  readonly identity: StoredIdentity
  readonly review: HandedInReview
  readonly title: string
  readonly subtitle: string
  /** What it was answered by, between the unit and the period. */
  readonly facts: readonly { readonly term: string; readonly value: string }[]
  /** Day it was begun; empty where this device does not know it. */
  readonly startedOn: string
  readonly count: { readonly verified: number; readonly total: number; readonly differing: number }
  readonly amendments: readonly AmendmentView[]
  readonly children: ReactNode
}

export function usePaperWords() {
  const { t } = useText('handed-in-paper')
  useText('paper')
  return { ...useReviewWords(), review: useReviewWords().t, t }
}

export const HandedInPaper = (props: HandedInPaperProps) => {
  const { t } = usePaperWords()
  const { identity, review, title, subtitle, count, amendments, children } = props
  const { submission } = review
  const handedIn = localDateAt(Date.parse(submission.content.submittedAt) || 0, VIETNAM_OFFSET_MINUTES)
  return (
    <OfficialPaper
      commune={communeOf(props)}
      on={handedIn}
      title={title}
      subtitle={subtitle}
      {...(identity.account.isIllustrative && { mark: t('common:illustrative') })}
    >
      <Standing review={review} />
      <Facts {...props} />
      {children}
      <Amendments amendments={amendments} />
      <Hands isVerified={count.verified > 0} />
    </OfficialPaper>
  )
}

const communeOf = ({ identity, review }: Pick<HandedInPaperProps, 'identity' | 'review'>): string => {
  const { unit } = review.submission.content
  return identity.places.find(({ id }) => id === unit)?.name ?? unit
}

/** Draws nothing for what is as good as it stands. */
const Standing = ({ review: { state, decision, submission } }: Pick<HandedInPaperProps, 'review'>) => {
  const { t, review, authorText } = usePaperWords()
  const isSentBack = decision?.decision === 'reopened'
  const lines = [
    state === 'superseded' ? t('standing.superseded') : '',
    isSentBack ? t('standing.reopened', { by: authorText(decision) }) : '',
    isSentBack && decision.reason !== '' ? review('because', { reason: decision.reason }) : '',
    submission.location === 'unconfirmed' ? t('unconfirmed') : '',
  ].filter((line) => line !== '')
  if (lines.length === 0) return null
  return (
    <div>
      <b>
        <PaperLines lines={lines} />
      </b>
    </div>
  )
}

const Facts = (props: HandedInPaperProps) => {
  const { t, revisionText } = usePaperWords()
  const { review, facts, startedOn } = props
  const { content, sha256 } = review.submission
  const { evidence, submittedAt } = content
  const verification = useVerificationLines(props)
  const submitted = useSubmitted(props)
  const period = usePeriod(startedOn, submittedAt)
  const shown = [
    { term: t('unit'), value: communeOf(props) },
    ...facts,
    { term: t('period'), value: period },
    { term: t('submission'), value: revisionText(review.revision) },
    { term: t('submitted'), value: submitted },
    { term: t('evidence'), value: t('evidenceText', { count: evidence.length }) },
    { term: t('hash'), value: inGroups(sha256) },
  ].filter(({ value }) => value !== '')
  return <PaperFacts facts={[...shown, { term: t('verification'), value: <PaperLines lines={verification} /> }]} />
}

/** Four groups of sixteen digits: read aloud and compared by eye without losing the place. */
const inGroups = (sha256: string): string => (sha256.match(/.{1,16}/g) ?? []).join(' ')

function usePeriod(startedOn: string, submittedAt: string): string {
  const { t, formats } = usePaperWords()
  if (!isLocalDate(startedOn)) return ''
  return t('periodText', { from: formats.day(startedOn), to: formats.dayOf(Date.parse(submittedAt)) })
}

/** By whom as the endpoint names people to each other: by their post. */
function useSubmitted({ identity, review }: HandedInPaperProps): string {
  const { t, formats } = usePaperWords()
  const { submittedAt, submittedBy } = review.submission.content
  const { account, people = [] } = identity
  const time = formats.dateTime(Date.parse(submittedAt))
  const post = [...people, account].find(({ id }) => id === submittedBy)?.displayName
  return post === undefined ? time : t('submittedBy', { time, post })
}

function useVerificationLines({ review: { state, decision }, count }: HandedInPaperProps): readonly string[] {
  const { t, review, authorText } = usePaperWords()
  const closed = decision?.decision === 'closed' ? [authorText(decision)] : []
  return [review(`state.${state}`), ...closed, ...(count.verified > 0 ? [t('verifiedOf', count)] : [])]
}

const Amendments = ({ amendments }: Pick<HandedInPaperProps, 'amendments'>) => {
  const { t, formats } = usePaperWords()
  if (amendments.length === 0) return null
  return (
    <Section title={t('amendments.title')} level={3}>
      <PaperTable
        label={t('amendments.title')}
        heads={['day', 'text', 'reason', 'author'].map((head) => t(`amendments.${head}`))}
        widths={[14, 40, 24, 22]}
        rows={amendments.map(({ id, at, text, reason, byName }) => ({
          key: id,
          cells: [formats.dayOf(at), text, reason, byName ?? t('amendments.someone')],
        }))}
      />
    </Section>
  )
}

const Hands = ({ isVerified }: { readonly isVerified: boolean }) => {
  const { t } = usePaperWords()
  return (
    <PaperHands
      hands={[
        { title: t('hands.maker'), post: t('hands.secretary') },
        ...(isVerified ? [{ title: t('hands.verifier') }] : []),
        { title: t('hands.committee'), post: t('hands.chairman') },
      ]}
    />
  )
}
