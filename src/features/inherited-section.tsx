// What units that merged left behind, in the list of whoever may be the heir: it stands there before anybody decided, with
// the unit it comes from, so that nothing falls between two units.
import { Suspense, useMemo } from 'react'
import type { InheritableKind } from '#domain/inheritance/inheritance.ts'
import { formerUnits } from '#domain/place/successor-places.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { mergerPath, MERGERS_PATH, standingTones, useMergerWords, waits } from './merger-words.ts'
import type { ScreenProps } from './screen-props.ts'
import { useLive } from './use-live.ts'

const SHOWN = 5

type InheritedSectionProps = {
  readonly screen: ScreenProps
  readonly kind: InheritableKind
  /** Of this one commune only; all of the person's where it is left out. */
  readonly unit?: string
}

/** Draws nothing, and reads nothing, where no unit ever merged into one of the person's. */
export const InheritedSection = (props: InheritedSectionProps) => {
  const { unit, screen } = props
  const { store, person } = screen
  const units = useMemo(() => (unit === undefined ? person.communes.map(({ id }) => id) : [unit]), [person, unit])
  if (formerUnits(units, store.identity.places).length === 0) return null
  return (
    <Suspense fallback={null}>
      <Inherited {...props} units={units} />
    </Suspense>
  )
}

const Inherited = ({
  screen: { store },
  kind,
  units,
}: InheritedSectionProps & { readonly units: readonly string[] }) => {
  const { t, factsText } = useMergerWords()
  const views = useLive(() => store.inheritances.list(units), [store, units])
  const waiting = (views ?? []).filter((view) => view.kind === kind && waits(view))
  if (waiting.length === 0) return null
  return (
    <Section
      title={t('inherited.title', { count: waiting.length })}
      detail={t('inherited.detail')}
      {...(waiting.length > SHOWN && {
        actions: (
          <ButtonLink kind="plain" href={MERGERS_PATH}>
            {t('inherited.all')}
          </ButtonLink>
        ),
      })}
    >
      <Rows label={t('inherited.title', { count: waiting.length })}>
        {waiting.slice(0, SHOWN).map((view) => (
          <Row
            key={`${view.from.id} ${view.id}`}
            title={view.title}
            detail={[t('ofUnit', { name: view.from.name }), factsText(view)].join(' · ')}
            trailing={<Tag tone={standingTones[view.standing]}>{t(`standing.${view.standing}`)}</Tag>}
            href={mergerPath(view.from.id, view.id)}
            cue={t('decide')}
          />
        ))}
      </Rows>
    </Section>
  )
}
