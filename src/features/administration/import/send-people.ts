// Sends people in parts, so that a long list shows how far it is, and a line that breaks loses nothing: a part whose
// answer was lost is sent again as it was, and gives codes again to whoever has not signed in yet.
import type { AddedPerson, Administration, IssuedCode } from '#data/contract/administration-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { CellError, CellFault, ImportColumn, ImportedPerson, ImportRow } from './import-row.ts'

/** Small enough to be through in seconds on a slow line. */
export const PART = 100

export interface MadePerson {
  readonly person: ImportedPerson
  /** Null where the account was there and has its password. */
  readonly issued: IssuedCode | null
}

export interface SendingOutcome {
  readonly made: readonly MadePerson[]
  /** Not sent, or refused: with what the endpoint found wrong. */
  readonly left: readonly ImportRow[]
  /** Why it stopped, where a line of the list is not the reason. */
  readonly problem: Problem | null
}

type Sendable = ImportRow & { readonly person: ImportedPerson }

const isSendable = (row: ImportRow): row is Sendable => row.person !== null

const wishOf = ({ person: { displayName, username, ...grant } }: Sendable) => ({ displayName, username, grant })

const columnOf: Readonly<Record<string, ImportColumn>> = {
  username: 'username',
  displayName: 'position',
  scope: 'unit',
  role: 'role',
  from: 'from',
  to: 'to',
}

const faultByCode: Readonly<Record<string, CellFault>> = {
  'account.username-unfit': 'username-form',
  'account.username-twice': 'username-taken',
  'account.name-missing': 'missing',
  'grant.place-unknown': 'unit-unknown',
  'grant.role-unknown': 'role-unknown',
  'grant.term-unfit': 'ends-before',
  'access.forbidden': 'unit-forbidden',
}

function withErrors(row: Sendable, { problems }: AddedPerson): ImportRow {
  const errors = problems.map(
    ({ field, code }): CellError => ({
      column: columnOf[field.split('.').at(-1) ?? ''] ?? 'unit',
      fault: faultByCode[code] ?? 'refused',
    }),
  )
  return errors.length === 0 ? row : { ...row, errors, person: null }
}

/** What stopped stays: lines refused with their errors, lines after them as they were. */
export async function sendPeople(
  { addPeople }: Pick<Administration, 'addPeople'>,
  rows: readonly ImportRow[],
  onSent: (count: number) => void,
): Promise<SendingOutcome> {
  const sendable = rows.filter(isSendable)
  const made: MadePerson[] = []
  for (let at = 0; at < sendable.length; at += PART) {
    const part = sendable.slice(at, at + PART)
    const answer = await addPeople(part.map(wishOf))
    const stop = (problem: Problem | null, refused: readonly ImportRow[] = part): SendingOutcome => ({
      made,
      left: [...refused, ...sendable.slice(at + PART)],
      problem,
    })
    if (!answer.ok) return stop(answer.error)
    const byRow = new Map(answer.value.rows.map((row) => [row.row, row]))
    if (!answer.value.isDone)
      return stop(
        null,
        part.map((row, index) =>
          withErrors(
            row,
            byRow.get(index) ?? { row: index, username: '', outcome: 'wrong', account: null, problems: [] },
          ),
        ),
      )
    made.push(...part.map(({ person }, index) => ({ person, issued: byRow.get(index)?.invitation ?? null })))
    onSent(made.length)
  }
  return { made, left: [], problem: null }
}
