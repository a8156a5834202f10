// Says at a record what a merger made of it: at one of the old unit who inherited it or that somebody has to decide, at one
// of the heir where it comes from.
import { Suspense } from 'react'
import type { InheritableView } from '#data/contract/inheritance-contract.ts'
import { standingUnits } from '#domain/place/successor-places.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { mergerPath, recordPath, useMergerWords, waits } from './merger-words.ts'
import type { ScreenProps } from './screen-props.ts'
import { useLive } from './use-live.ts'

type InheritanceNoteProps = { readonly screen: ScreenProps; readonly unit: string; readonly id: string }

export const InheritanceNote = (props: InheritanceNoteProps) => {
  const { places } = props.screen.store.identity
  const isGone = !standingUnits(props.unit, places).includes(props.unit)
  const mayHaveOrigin = places.some(({ successors = [] }) => successors.length > 0)
  if (!isGone && !mayHaveOrigin) return null
  return <Suspense fallback={null}>{isGone ? <WayOn {...props} /> : <WhereFrom {...props} />}</Suspense>
}

const WayOn = ({ screen: { store }, unit, id }: InheritanceNoteProps) => {
  const { t, formats } = useMergerWords()
  const view = useLive(() => store.inheritances.of(unit, id), [store, unit, id])
  if (!view) return null
  const { places } = store.identity
  const nameOf = (heir: string): string => places.find((place) => place.id === heir)?.name ?? heir
  const heirs = formats.list(view.heirs.map(nameOf))
  return (
    <Notice
      tone={waits(view) ? 'warn' : 'note'}
      title={t(`note.${view.standing}`, { heir: takersOf(view, nameOf, formats.list) })}
      actions={<WayOnLinks view={view} />}
    >
      {t('note.gone', { name: view.from.name, heirs })}
    </Notice>
  )
}

const takersOf = (view: InheritableView, nameOf: (id: string) => string, list: (words: string[]) => string): string =>
  list(view.decisions.filter(({ decision }) => decision === 'taken-over').map(({ unit }) => nameOf(unit)))

const WayOnLinks = ({ view }: { readonly view: InheritableView }) => {
  const { t } = useMergerWords()
  const taken = view.decisions.find(({ to }) => to !== null)
  const next = taken?.to ? recordPath(view.kind, taken.unit, taken.to) : undefined
  return (
    <>
      <ButtonLink href={mergerPath(view.from.id, view.id)}>{t(waits(view) ? 'decide' : 'seeDecision')}</ButtonLink>
      {next !== undefined && (
        <ButtonLink kind="plain" href={next}>
          {t('note.next')}
        </ButtonLink>
      )}
    </>
  )
}

const WhereFrom = ({ screen: { store }, unit, id }: InheritanceNoteProps) => {
  const { t } = useMergerWords()
  const origin = useLive(() => store.inheritances.originOf(unit, id), [store, unit, id])
  if (!origin) return null
  const { inheritance, from, number } = origin
  const href = recordPath(inheritance.ofKind, inheritance.from, inheritance.of)
  return (
    <Notice
      tone="note"
      title={t('note.from', { name: from?.name ?? inheritance.from })}
      {...(href !== undefined && { actions: <ButtonLink href={href}>{t('note.former')}</ButtonLink> })}
    >
      {number !== null && number !== '' && t('note.number', { number })}
    </Notice>
  )
}
