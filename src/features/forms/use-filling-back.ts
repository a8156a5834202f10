// Where the way back from a filling leads: to the list of forms, or to the visit it is filled in at. A trial leads nowhere.
import { isTrial } from '#features/form-on-trial.ts'
import type { Person } from '#features/screen-props.ts'
import { visitPath } from '#features/visit-path.ts'
import type { FillingBoard } from './filling-board.ts'
import { useFillingWords } from './form-words.ts'
import { FORMS_PATH } from './paths.ts'
import { useListTitle } from './use-list-title.ts'

export function useFillingBack({ id, unitId, visit }: FillingBoard, person: Pick<Person, 'workplace'>) {
  const { t } = useFillingWords()
  const listTitle = useListTitle(person)
  if (isTrial(id)) return undefined
  return visit === null
    ? { href: FORMS_PATH, label: listTitle }
    : { href: visitPath(unitId, visit), label: t('visit.back') }
}
