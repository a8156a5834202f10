// The communes of a person as choices of a field. Names repeat inside one province, so where a person has communes of more
// than one area each is shown with its own (rule PLACE-19).
import type { ScreenProps } from './screen-props.ts'

export interface CommuneOption {
  readonly value: string
  readonly label: string
}

export function communeOptions({ person, store }: Pick<ScreenProps, 'person' | 'store'>): readonly CommuneOption[] {
  const areas = new Map(store.identity.places.map(({ id, name }) => [id, name]))
  const isOneArea = new Set(person.communes.map(({ parent }) => parent)).size <= 1
  return person.communes.map(({ id, name, parent }) => {
    const area = isOneArea ? undefined : areas.get(parent ?? '')
    return { value: id, label: area === undefined ? name : `${name}, ${area}` }
  })
}
