// What the list of forms is called for this person: whoever follows communes fills in nothing and reads.
import type { Person } from '#features/screen-props.ts'
import { useFillingWords } from './form-words.ts'

export function useListTitle({ workplace }: Pick<Person, 'workplace'>): string {
  const { t } = useFillingWords()
  return t(workplace === 'commune' ? 'title' : 'titleFollowing')
}
