/**
 * The register of administrative procedures a commune handles: what its system is about. A procedure is taken out of use,
 * never deleted, because declarations and audits of before spoke of it.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { searchKey } from '#domain/kernel/search-key.ts'

export type ProcedureState = 'in-use' | 'dropped'

export interface Procedure {
  /** Of the national list, e.g. `1.001193`; '' where none is known. */
  readonly code: string
  readonly name: string
  /** Field of work, by its Vietnamese name. */
  readonly field: string
  /** Working days the office has; null where the list says none. */
  readonly days: number | null
  /** Code of the office's own document (quy trình) for it; '' while it has none. */
  readonly document: string
  readonly isInScope: boolean
  readonly state: ProcedureState
}

export const newProcedure: Procedure = {
  code: '',
  name: '',
  field: '',
  days: null,
  document: '',
  isInScope: true,
  state: 'in-use',
}

export const LONGEST_NAME = 400
export const LONGEST_WORD = 120
/** Working days of the longest procedure of a commune, with room. */
export const MOST_DAYS = 365

const fits = (days: number | null): boolean =>
  days === null || (Number.isInteger(days) && days >= 0 && days <= MOST_DAYS)

const tidy = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** Tidied, or why it is refused. Rule DAY-2. */
export function checkProcedure(procedure: Procedure): Result<Procedure, Problem> {
  const name = tidy(procedure.name)
  if (name === '') return err({ code: 'procedure.name-missing' })
  if (Array.from(name).length > LONGEST_NAME) return err({ code: 'procedure.too-long', params: { most: LONGEST_NAME } })
  const [code, field, document] = [tidy(procedure.code), tidy(procedure.field), tidy(procedure.document)]
  if ([code, field, document].some((text) => Array.from(text).length > LONGEST_WORD))
    return err({ code: 'procedure.too-long', params: { most: LONGEST_WORD } })
  if (!fits(procedure.days)) return err({ code: 'procedure.days-unfit', params: { most: MOST_DAYS } })
  return ok({ ...procedure, code, name, field, document })
}

/** Two entries are of one procedure: the same code, or, where one has none, the same name in the same field. Rule DAY-3. */
export function isSameProcedure(
  a: Pick<Procedure, 'code' | 'name' | 'field'>,
  b: Pick<Procedure, 'code' | 'name' | 'field'>,
): boolean {
  if (a.code !== '' && b.code !== '') return searchKey(a.code) === searchKey(b.code)
  return wordKey(a) === wordKey(b)
}

/** Under these keys entries of one procedure meet; the one by code is absent without a code. */
export const wordKey = ({ name, field }: Pick<Procedure, 'name' | 'field'>): string =>
  `${name.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()}\n${searchKey(field)}`

export type ScopeFilter = 'all' | 'in-scope' | 'out-of-scope' | 'without-document' | 'dropped'

export const scopeFilters: readonly ScopeFilter[] = ['all', 'in-scope', 'out-of-scope', 'without-document', 'dropped']

/** Whether an entry is shown under a filter; what was dropped is shown under its own only. */
export function passes({ state, isInScope, document }: Procedure, filter: ScopeFilter): boolean {
  if (filter === 'dropped') return state === 'dropped'
  if (state === 'dropped') return false
  if (filter === 'in-scope') return isInScope
  if (filter === 'out-of-scope') return !isInScope
  return filter === 'all' || (isInScope && document === '')
}

/** Every word typed stands somewhere in code, name, field or document, with or without tone marks. Rule DAY-4. */
export function matches({ code, name, field, document }: Procedure, typed: string): boolean {
  const text = searchKey(`${code} ${name} ${field} ${document}`)
  return searchKey(typed)
    .split(' ')
    .every((word) => text.includes(word))
}

/** By field, then by code, then by name, as the lists of offices stand. */
export function compareProcedures(a: Procedure, b: Procedure): number {
  const keys = (one: Procedure): readonly string[] => [searchKey(one.field), searchKey(one.code), searchKey(one.name)]
  const [first, second] = [keys(a), keys(b)]
  const at = first.findIndex((key, i) => key !== second[i])
  return at === -1 ? 0 : (first[at] ?? '') < (second[at] ?? '') ? -1 : 1
}

export interface ProcedureCounts {
  readonly inUse: number
  readonly inScope: number
  /** In scope and with a document of the office's own. */
  readonly documented: number
}

/** What question 4.3 and stage G4 ask for. Rule DAY-5. */
export function countProcedures(procedures: readonly Procedure[]): ProcedureCounts {
  const inUse = procedures.filter(({ state }) => state === 'in-use')
  const inScope = inUse.filter((one) => one.isInScope)
  return {
    inUse: inUse.length,
    inScope: inScope.length,
    documented: inScope.filter(({ document }) => document !== '').length,
  }
}
