// Chooses communes out of many: those chosen stay in sight, the others are found by name or code without tone marks.
import { useDeferredValue, useState } from 'react'
import type { Place } from '#data/contract/store-contract.ts'
import { CheckRow } from '#ui/check-row.tsx'
import { Section } from '#ui/section.tsx'
import { Stack } from '#ui/layout.tsx'
import { SearchField } from '#ui/search-field.tsx'
import { useText } from '#ui/text/text-context.tsx'
import { findPlaces, whichUnit } from './units-change.ts'

type UnitPickerProps = {
  readonly legend: string
  readonly places: readonly Place[]
  /** Every place, for the area or province beside each commune. */
  readonly all: readonly Place[]
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
}

const SHOWN = 6

export const UnitPicker = ({ legend, places, all, chosen, onChange }: UnitPickerProps) => {
  const { t } = useText('administration')
  const [query, setQuery] = useState('')
  const wanted = useDeferredValue(query)
  const found = wanted.trim() === '' ? [] : findPlaces(places, wanted, all).slice(0, SHOWN)
  const shown = places.filter((place) => chosen.includes(place.id) || found.includes(place))
  const toggle = (id: string) => onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id])
  return (
    <Section title={legend}>
      <Stack gap={2}>
        <SearchField
          label={t('units.search')}
          value={query}
          onChange={setQuery}
          clearLabel={t('common:clear')}
          status={t('units.chosen', { count: chosen.length })}
        />
        {shown.map((place) => (
          <CheckRow
            key={place.id}
            label={t('units.unit', { name: place.name, code: place.code })}
            detail={whichUnit(place, all)}
            checked={chosen.includes(place.id)}
            onChange={() => toggle(place.id)}
          />
        ))}
      </Stack>
    </Section>
  )
}
