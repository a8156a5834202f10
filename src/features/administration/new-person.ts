// The form for somebody new, as it is typed, and what is wrong with it. Pure, so that it is tested without a screen.
import type { AddedPerson, NewPerson } from '#data/contract/administration-contract.ts'
import type { Place } from '#data/contract/store-contract.ts'
import { isRole, type Role } from '#domain/access/role.ts'
import { type LocalDate, parseWrittenDate } from '#domain/kernel/local-date.ts'
import { isUsername, proposeUsername } from './propose-username.ts'

const personFields = ['role', 'scope', 'displayName', 'username', 'from', 'to'] as const
export type PersonField = (typeof personFields)[number]

export interface TypedPerson {
  readonly role: string
  readonly scope: string
  /** Null while it follows role and place. */
  readonly displayName: string | null
  readonly username: string | null
  readonly from: string
  readonly to: string
}

/** Keys below `mistake` in the namespace `administration`. */
type Mistake = 'missing' | 'username-form' | 'username-taken' | 'day' | 'order' | 'place' | 'forbidden' | 'other'

export type Mistakes = Partial<Readonly<Record<PersonField, Mistake>>>

export interface FilledPerson {
  readonly displayName: string
  readonly username: string
}

/** What stands in the two fields that follow role and place until somebody types into them. */
export function filledIn(
  typed: TypedPerson,
  place: Place | undefined,
  roleLabel: string,
  isTaken: (username: string) => boolean,
): FilledPerson {
  const lower = place ? place.name.charAt(0).toLocaleLowerCase('vi') + place.name.slice(1) : ''
  return {
    displayName: typed.displayName ?? `${roleLabel} ${lower}`.trim(),
    username: typed.username ?? (isRole(typed.role) && place ? proposeUsername(typed.role, place.name, isTaken) : ''),
  }
}

/** The day of a field, null for an empty one, undefined for what is no day. */
export function dayOf(text: string): LocalDate | null | undefined {
  if (text.trim() === '') return null
  const parsed = parseWrittenDate(text)
  return parsed.ok ? parsed.value : undefined
}

export interface Term {
  readonly from: LocalDate
  readonly to: LocalDate | null
}

export function readTerm(from: string, to: string): { readonly term: Term | null; readonly mistakes: Mistakes } {
  const [first, last] = [dayOf(from), dayOf(to)]
  if (first === null) return { term: null, mistakes: { from: 'missing' } }
  if (first === undefined) return { term: null, mistakes: { from: 'day' } }
  if (last === undefined) return { term: null, mistakes: { to: 'day' } }
  if (last !== null && last < first) return { term: null, mistakes: { to: 'order' } }
  return { term: { from: first, to: last }, mistakes: {} }
}

export function readPerson(
  typed: TypedPerson,
  { displayName, username }: FilledPerson,
  isTaken: (username: string) => boolean,
): { readonly person: NewPerson | null; readonly mistakes: Mistakes } {
  const { term, mistakes: termMistakes } = readTerm(typed.from, typed.to)
  const name = username.trim().toLowerCase()
  const mistakes: Mistakes = {
    ...(isRole(typed.role) ? {} : { role: 'missing' }),
    ...(typed.scope === '' && { scope: 'missing' }),
    ...(displayName.trim() === '' && { displayName: 'missing' }),
    ...(name === ''
      ? { username: 'missing' }
      : isUsername(name)
        ? isTaken(name) && { username: 'username-taken' }
        : { username: 'username-form' }),
    ...termMistakes,
  }
  if (term === null || Object.keys(mistakes).length > 0) return { person: null, mistakes }
  const grant = { scope: typed.scope, role: typed.role as Role, ...term }
  return { person: { username: name, displayName: displayName.trim(), grant }, mistakes }
}

const mistakeByCode: Readonly<Record<string, Mistake>> = {
  'account.username-unfit': 'username-form',
  'account.username-twice': 'username-taken',
  'account.name-missing': 'missing',
  'grant.place-unknown': 'place',
  'grant.role-unknown': 'other',
  'grant.term-unfit': 'order',
  'access.forbidden': 'forbidden',
}

const fieldOf = (field: string): PersonField => {
  const last = field.split('.').at(-1) ?? ''
  return (personFields as readonly string[]).includes(last) ? (last as PersonField) : 'scope'
}

/** What the endpoint found wrong, at the fields of the form. Somebody else's sign-in name is taken, whoever has it. */
export function mistakesOf({ outcome, problems }: Pick<AddedPerson, 'outcome' | 'problems'>): Mistakes {
  if (outcome === 'existing') return { username: 'username-taken' }
  return Object.fromEntries(problems.map(({ field, code }) => [fieldOf(field), mistakeByCode[code] ?? 'other']))
}
