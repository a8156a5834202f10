// Says on the first screen that work of a unit that merged or was divided waits for an heir.
import { Suspense, useMemo } from 'react'
import { feedId } from '#domain/change/feed.ts'
import { formerUnits } from '#domain/place/successor-places.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { MERGERS_PATH, useMergerWords, waits } from './merger-words.ts'
import type { ScreenProps } from './screen-props.ts'
import { useLive } from './use-live.ts'

type NeedsProps = { readonly screen: ScreenProps }

export const NeedsOfMergers = ({ screen }: NeedsProps) => {
  const { store, person } = screen
  const units = useMemo(
    () => person.communes.map(({ id }) => id).filter((id) => person.may('inheritance', feedId(id, 'pub'))),
    [person],
  )
  if (formerUnits(units, store.identity.places).length === 0) return null
  return (
    <Suspense fallback={null}>
      <Needs screen={screen} units={units} />
    </Suspense>
  )
}

const Needs = ({ screen: { store }, units }: NeedsProps & { readonly units: readonly string[] }) => {
  const { t, formats } = useMergerWords()
  const views = useLive(() => store.inheritances.list(units), [store, units])
  const waiting = (views ?? []).filter(waits)
  if (waiting.length === 0) return null
  const names = [...new Set(waiting.map(({ from }) => from.name))]
  return (
    <Notice
      tone="warn"
      title={t('needs.title', { count: waiting.length })}
      actions={<ButtonLink href={MERGERS_PATH}>{t('decide')}</ButtonLink>}
    >
      {names.length > 3 ? t('needs.many', { count: names.length }) : t('needs.text', { names: formats.list(names) })}
    </Notice>
  )
}
