// The units of a plan that merged or were divided: in no figure and no longer late, but named with the units that stand in
// their place, so that nobody looks for them in vain (PLACE-21).
import { Suspense } from 'react'
import type { Place } from '#data/contract/store-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { standingUnits } from '#domain/place/successor-places.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { unitPath, useMergerWords } from './merger-words.ts'
import type { ScreenProps } from './screen-props.ts'

type Stored = Pick<ScreenProps, 'store'>

type EndedUnitsProps = { readonly units: readonly Place[]; readonly screen: Stored }

export const EndedUnits = (props: EndedUnitsProps) =>
  props.units.length === 0 ? null : (
    <Suspense fallback={null}>
      <Ended {...props} />
    </Suspense>
  )

const Ended = ({ units, screen }: EndedUnitsProps) => {
  const { t } = useMergerWords()
  const endText = useEndText(screen)
  return (
    <Section title={t('endedUnits.title')} detail={t('endedUnits.detail')}>
      <Rows label={t('endedUnits.title')}>
        {units.map((place) => (
          <Row key={place.id} title={place.name} detail={endText(place)} href={unitPath(place.id)} cue={t('history')} />
        ))}
      </Rows>
    </Section>
  )
}

type EndedNoteProps = { readonly place: Place; readonly screen: Stored }

/** In place of where the unit stands, on its own page. */
export const EndedNote = ({ place, screen }: EndedNoteProps) => {
  const { t } = useMergerWords()
  const endText = useEndText(screen)
  return (
    <Notice
      tone="note"
      title={`${place.name} ${endText(place)}`}
      actions={<ButtonLink href={unitPath(place.id)}>{t('history')}</ButtonLink>}
    >
      {t('endedUnits.detail')}
    </Notice>
  )
}

/** "đã sáp nhập vào Xã B, hết ngày 30/06/2026" */
function useEndText({ store }: Stored): (place: Place) => string {
  const { t, formats } = useMergerWords()
  const { places } = store.identity
  return ({ id, until }) => {
    const heirs = standingUnits(id, places).filter((heir) => heir !== id)
    const names = formats.list(heirs.map((heir) => places.find((place) => place.id === heir)?.name ?? heir))
    const day = until === undefined ? '' : formats.day(until as LocalDate)
    if (heirs.length === 0) return t('endedUnits.ended', { day })
    return t(heirs.length === 1 ? 'endedUnits.merged' : 'endedUnits.divided', { names, day })
  }
}
