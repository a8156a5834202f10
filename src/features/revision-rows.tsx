// Every submission of a round, the latest first; each stays readable as it was sealed.
import type { ReviewView } from '#data/contract/review-contract.ts'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { toneOfState, useReviewWords } from './review-words.ts'

type RevisionRowsProps = {
  readonly review: Pick<ReviewView, 'revisions'> & { readonly submission: { readonly id: string } }
  readonly hrefOf: (submission: string) => string
  /** Draws the one that is shown as a link too: where the list stands beside something else. */
  readonly linksAll?: boolean
}

/** Draws nothing for a round that was handed in once. */
export const RevisionRows = ({ review, hrefOf, linksAll = false }: RevisionRowsProps) => {
  const { t, formats, revisionText } = useReviewWords()
  if (review.revisions.length < 2) return null
  return (
    <Section title={t('revisions')}>
      <Rows label={t('revisions')}>
        {review.revisions.map(({ id, revision, submittedAt, state }) => {
          const isShown = id === review.submission.id
          const time = t('submittedAt', { time: formats.dateTime(Date.parse(submittedAt)) })
          return (
            <Row
              key={id}
              title={revisionText(revision)}
              detail={isShown && !linksAll ? `${time} · ${t('thisOne')}` : time}
              trailing={<Tag tone={toneOfState[state]}>{t(`state.${state}`)}</Tag>}
              {...((linksAll || !isShown) && { href: hrefOf(id), cue: t('read') })}
            />
          )
        })}
      </Rows>
    </Section>
  )
}
