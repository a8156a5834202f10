// Addresses of the register of procedures, and who may write it.
import { feedId } from '#domain/change/feed.ts'
import type { Person } from '#features/screen-props.ts'

const PROCEDURES_PATH = '/procedures'
/** In the address of an entry that is not stored yet. */
export const NEW = 'new'

/** A commune has one register; whoever follows several names which. */
export const listPath = (person: Person, unit: string): string =>
  person.workplace === 'commune' ? PROCEDURES_PATH : `${PROCEDURES_PATH}?unit=${encodeURIComponent(unit)}`
export const procedurePath = (unit: string, id: string): string => `${PROCEDURES_PATH}/${unit}/${id}`
export const importPath = (unit: string): string => `${PROCEDURES_PATH}/${unit}/import`

export const mayWrite = (person: Person, unit: string): boolean => person.may('procedure', feedId(unit, 'pub'))
