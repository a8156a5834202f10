// The questions of one section: with their controls where there is room, as rows that lead to them on a phone.
import type { ScreenProps } from '#features/screen-props.ts'
import { Stack } from '#ui/layout.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Tag } from '#ui/tag.tsx'
import type { Tone } from '#ui/tone.ts'
import type { FillingBoard } from './filling-board.ts'
import type { OutlineSection, Place } from './filling-outline.ts'
import { useFillingWords } from './form-words.ts'
import styles from './forms.module.css'
import type { OpenFilling } from './open-filling.ts'
import { questionPath } from './paths.ts'
import { PlaceView } from './place-view.tsx'
import { useSectionTitle } from './section-rail.tsx'
import { usePlace, useWhole } from './use-filling.ts'

type SectionPlacesProps = OpenFilling & {
  readonly section: OutlineSection
  readonly screen: ScreenProps
  readonly canEdit: boolean
  readonly isWide: boolean
  /** Those of the section that are drawn by now. */
  readonly places: readonly Place[]
}

export const SectionPlaces = ({ section, places, isWide, ...props }: SectionPlacesProps) => {
  const { board } = props
  const at = board.outline().indexOf(section)
  const title = useSectionTitle(board, section, at)
  return (
    <Stack gap={2} as="section">
      <h2 id="section-title" tabIndex={-1}>
        {title}
      </h2>
      <Nothing {...{ board, section }} />
      {isWide ? (
        places.map((place) =>
          place.ref === section.titleRef && (place.kind === 'group' || place.kind === 'repeat') ? null : (
            <PlaceView key={`${place.kind} ${place.ref}`} {...props} place={place} />
          ),
        )
      ) : (
        <Rows label={title}>
          {places.map((place) => (
            <PlaceRow key={`${place.kind} ${place.ref}`} {...{ board, place }} />
          ))}
        </Rows>
      )}
    </Stack>
  )
}

/** A section whose questions all wait for other answers. */
const Nothing = ({ board, section }: Pick<SectionPlacesProps, 'board' | 'section'>) => {
  const { t } = useFillingWords()
  useWhole(board)
  const isEmpty = !section.places.some(({ ref }) => board.state(ref)?.relevant === true)
  return isEmpty ? <p className={styles.soft}>{t('nothingHere')}</p> : null
}

const tones: Readonly<Record<string, Tone>> = { answered: 'good', open: 'idle', wrong: 'bad' }

const PlaceRow = ({ board, place }: { readonly board: FillingBoard; readonly place: Place }) => {
  const { t } = useFillingWords()
  const state = usePlace(board, place.ref)
  if (state?.relevant !== true) return null
  if (place.kind === 'instance') return <InstanceRow {...{ board, place }} />
  if (place.kind !== 'question' && place.kind !== 'repeat-end') return null
  const standing = board.tally().standing(place.ref)
  const isCounted = place.kind === 'question' && standing !== 'not-asked'
  return (
    <Row
      href={questionPath(board.id, place.ref)}
      cue={t('open')}
      title={place.kind === 'repeat-end' ? t('repeat.more', { label: state.label }) : state.label}
      {...(isCounted && { trailing: <Tag tone={tones[standing] ?? 'idle'}>{t(`standing.${standing}`)}</Tag> })}
    />
  )
}

const InstanceRow = ({ board, place }: { readonly board: FillingBoard; readonly place: Place }) => {
  const { t } = useFillingWords()
  const repeat = usePlace(board, place.ref.slice(0, place.ref.lastIndexOf('[')))
  return <Row title={<b>{t('repeat.instance', { label: repeat?.label ?? '', number: place.number })}</b>} />
}
