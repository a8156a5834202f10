// What was corrected or added about a sealed record, under the record itself, which stays as it was signed: on the
// screen and on paper nobody reads the one without the other. Whoever may write such a record may add to it.
import { Suspense, useState } from 'react'
import type { AmendableKind, AmendmentView } from '#data/contract/amendment-contract.ts'
import { Button } from '#ui/button.tsx'
import { Cluster } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { AmendmentForm } from './amendment-form.tsx'
import { LocationTag } from './location-tag.tsx'
import type { ScreenProps } from './screen-props.ts'
import { useLive } from './use-live.ts'

export type AmendedRecord = {
  readonly feed: string
  /** Entity id of the sealed record. */
  readonly of: string
  readonly ofKind: AmendableKind
}

type AmendmentsSectionProps = {
  readonly record: AmendedRecord
  readonly screen: Pick<ScreenProps, 'store' | 'person' | 'clock'>
  readonly level?: 2 | 3
  /** Which record it is, where a page shows several. */
  readonly about?: string
}

/** Draws nothing where there are none and the person may add none. Its words come later than the record, which stays in view. */
export const AmendmentsSection = (props: AmendmentsSectionProps) => (
  <Suspense fallback={null}>
    <Amendments {...props} />
  </Suspense>
)

const Amendments = ({ record, screen, level = 2, about }: AmendmentsSectionProps) => {
  const { store, person } = screen
  const { feed, of, ofKind } = record
  const { t } = useText('amendments')
  const [isOpen, setOpen] = useState(false)
  const amendments = useLive(() => store.amendments.listOf(feed, of), [store, feed, of])
  const mayAmend = person.may('amendment', feed, ofKind)
  if (amendments === undefined || (amendments.length === 0 && !mayAmend)) return null
  const title = about === undefined ? t('title') : t('titleOf', { about })
  return (
    <Section title={title} level={level} detail={t(amendments.length === 0 ? 'none' : 'beside')}>
      {amendments.length > 0 && (
        <Rows label={title}>
          {amendments.map((amendment) => (
            <AmendmentRow key={amendment.id} amendment={amendment} />
          ))}
        </Rows>
      )}
      {mayAmend && (
        <Cluster>
          <Button icon="edit" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {t('add')}
          </Button>
        </Cluster>
      )}
      {mayAmend && isOpen && <AmendmentForm key={of} {...{ record, screen }} onClose={() => setOpen(false)} />}
    </Section>
  )
}

const AmendmentRow = ({ amendment }: { readonly amendment: AmendmentView }) => {
  const { t } = useText('amendments')
  const formats = useFormats()
  const { text, reason, byName, at, location } = amendment
  return (
    <Row
      title={text}
      detail={
        <>
          {t('because', { reason })}
          <br />
          {t('by', { author: byName ?? t('other'), time: formats.dateTime(at) })}
        </>
      }
      trailing={<LocationTag location={location} />}
    />
  )
}
