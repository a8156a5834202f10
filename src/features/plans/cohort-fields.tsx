// Which communes take part, by area: a whole area at once or one by one, found by name with or without its marks. A
// commune that follows another live plan cannot be chosen and says which (PLN-12).
import { useState } from 'react'
import type { Place } from '#data/contract/store-contract.ts'
import { searchKey } from '#domain/kernel/search-key.ts'
import type { Plan } from '#domain/pilot/plan.ts'
import { communesTaken } from '#domain/plan/plan-check.ts'
import { Button } from '#ui/button.tsx'
import { CheckRow } from '#ui/check-row.tsx'
import { Disclosure } from '#ui/disclosure.tsx'
import { FieldError } from '#ui/field.tsx'
import { Cluster, Stack } from '#ui/layout.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { Section } from '#ui/section.tsx'
import type { FormPart } from './plan-editor.tsx'
import { usePlanWords } from './use-plan-words.ts'

type CohortFieldsProps = FormPart & { readonly planId: string; readonly plans: readonly Plan[] }

interface Group {
  readonly id: string
  readonly name: string
  readonly communes: readonly Place[]
}

/** Communes that still exist, and those that are chosen already, below their area. */
function groupsOf(places: readonly Place[], cohort: ReadonlySet<string>, noArea: string): readonly Group[] {
  const communes = places.filter(({ kind, id, until }) => kind === 'commune' && (until === undefined || cohort.has(id)))
  const areas = places.filter(({ kind }) => kind === 'area')
  const known = new Set(areas.map(({ id }) => id))
  const below = areas.map(({ id, name }) => ({ id, name, communes: communes.filter(({ parent }) => parent === id) }))
  const rest = communes.filter(({ parent }) => parent === null || !known.has(parent))
  return [...below, { id: 'none', name: noArea, communes: rest }].filter((group) => group.communes.length > 0)
}

export const CohortFields = ({ form, change, errorOf, screen, planId, plans }: CohortFieldsProps) => {
  const { t } = usePlanWords()
  const [query, setQuery] = useState('')
  const chosen = new Set(form.cohort)
  const { places } = screen.store.identity
  const all = places.filter(({ kind }) => kind === 'commune').map(({ id }) => id)
  const takenBy = new Map(
    communesTaken({ id: planId, cohort: all }, plans).map(({ unit, plan }) => [unit, plan.number]),
  )
  const sought = searchKey(query)
  const matches = ({ name }: Place, area: string) => sought === '' || searchKey(`${name} ${area}`).includes(sought)
  const groups = groupsOf(places, chosen, t('form.noArea'))
    .map((group) => ({ ...group, communes: group.communes.filter((place) => matches(place, group.name)) }))
    .filter(({ communes }) => communes.length > 0)
  const set = (ids: readonly string[], isIn: boolean) => {
    const rest = form.cohort.filter((id) => !ids.includes(id))
    change({ cohort: isIn ? [...rest, ...ids].sort() : rest })
  }
  const error = errorOf('cohort')
  // The areas open with the fault and stay open while it is mended.
  const [wasAsked, setAsked] = useState(false)
  if (error !== undefined && !wasAsked) setAsked(true)
  return (
    <Section title={t('form.cohort')} detail={t('form.chosen', { count: form.cohort.length })}>
      <Stack>
        <SearchField
          label={t('form.search')}
          value={query}
          onChange={setQuery}
          clearLabel={t('common:clear')}
          placeholder={t('form.searchPlaceholder')}
        />
        {error !== undefined && <FieldError id="cohort-error">{error}</FieldError>}
        {groups.length === 0 && <p>{t('form.noMatch')}</p>}
        {groups.map((group) => (
          <AreaFields key={group.id} {...{ group, chosen, takenBy, set }} isOpen={sought !== '' || wasAsked} />
        ))}
      </Stack>
    </Section>
  )
}

type AreaFieldsProps = {
  readonly group: Group
  readonly chosen: ReadonlySet<string>
  readonly takenBy: ReadonlyMap<string, string>
  readonly set: (ids: readonly string[], isIn: boolean) => void
  readonly isOpen: boolean
}

const AreaFields = ({ group, chosen, takenBy, set, isOpen }: AreaFieldsProps) => {
  const { t } = usePlanWords()
  const free = group.communes.map(({ id }) => id).filter((id) => !takenBy.has(id))
  const count = group.communes.filter(({ id }) => chosen.has(id)).length
  return (
    <Disclosure summary={group.name} detail={t('form.chosenOf', { count, total: group.communes.length })} open={isOpen}>
      <Stack gap={2}>
        <Cluster>
          <Button onClick={() => set(free, true)}>{t('form.chooseAll', { area: group.name })}</Button>
          <Button kind="plain" onClick={() => set(free, false)}>
            {t('form.chooseNone', { area: group.name })}
          </Button>
        </Cluster>
        {group.communes.map(({ id, name }) => {
          const other = takenBy.get(id)
          return (
            <CheckRow
              key={id}
              // By this name the summary of faults leads here: to one that can be chosen.
              name={other === undefined ? 'cohort' : 'cohort.taken'}
              label={name}
              {...(other !== undefined && { detail: t('form.taken', { number: other }) })}
              checked={chosen.has(id)}
              disabled={other !== undefined && !chosen.has(id)}
              onChange={(event) => set([id], event.target.checked)}
            />
          )
        })}
      </Stack>
    </Disclosure>
  )
}
