/**
 * Many accounts in one request, as an office's list of people has them. Every line is answered for by itself, and
 * nothing is made while one is wrong unless the caller says so: half a list is harder to mend than none. The same
 * list once more changes nothing (END-95).
 */
import { mayAdminister } from '#domain/access/office-rights.ts'
import { type Grant, isRole } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import type {
  AccountRow,
  AccountsAnswer,
  AccountsRequest,
  IssuedInvitation,
  NewAccount,
} from '#protocol/admin-message.ts'
import type { Account } from '#server/store/store-contract.ts'
import type { Caller } from './caller.ts'
import { administersAccount, type Office, isGrantTerm } from './change-grants.ts'

const USERNAME = /^[a-z0-9][a-z0-9._-]{2,39}$/
const LONGEST_NAME = 120

export interface Register extends Office {
  readonly invite: (account: string) => Promise<IssuedInvitation>
  /** Another id each time it is asked. */
  readonly newId: () => string
}

export const nameOf = (text: string): string => text.normalize('NFC').trim().replaceAll(/\s+/g, ' ')
export const isName = (name: string): boolean => name.length > 0 && name.length <= LONGEST_NAME

interface Line {
  readonly wanted: NewAccount
  readonly username: string
  readonly known: Account | undefined
  readonly problems: { field: string; code: ProblemCode }[]
}

function grantFault({ directory }: Office, caller: Caller, grant: Grant): readonly [string, ProblemCode] | null {
  const { scope, role } = grant
  if (!directory.places.some(({ id }) => id === scope)) return ['scope', 'grant.place-unknown']
  if (!isRole(role)) return ['role', 'grant.role-unknown']
  if (!mayAdminister(caller.grants, directory, caller.today, scope)) return ['scope', 'access.forbidden']
  return isGrantTerm(grant) ? null : [grant.to === null ? 'from' : 'to', 'grant.term-unfit']
}

const grantsOf = ({ wanted, known }: Line, id = known?.id ?? ''): readonly Grant[] =>
  wanted.grants.map(({ scope, role, from, to }) => ({
    account: id,
    scope,
    role: role as Grant['role'],
    from: from as LocalDate,
    to: to as LocalDate | null,
  }))

function lookOver(office: Office, caller: Caller, line: Line, twice: ReadonlySet<string>): void {
  const { wanted, username, problems } = line
  if (!USERNAME.test(username)) problems.push({ field: 'username', code: 'account.username-unfit' })
  else if (twice.has(username)) problems.push({ field: 'username', code: 'account.username-twice' })
  if (!isName(nameOf(wanted.displayName))) problems.push({ field: 'displayName', code: 'account.name-missing' })
  if (wanted.grants.length === 0) problems.push({ field: 'grants', code: 'grant.missing' })
  for (const [i, grant] of grantsOf(line).entries()) {
    const fault = grantFault(office, caller, grant)
    if (fault) problems.push({ field: `grants.${i}.${fault[0]}`, code: fault[1] })
  }
}

const wantsCode = ({ wanted, known }: Line): boolean => wanted.invite === true && (known?.passwordHash ?? null) === null

function twiceIn(names: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>()
  return new Set(names.filter((name) => seen.size === seen.add(name).size))
}

async function linesOf(office: Office, caller: Caller, accounts: readonly NewAccount[]): Promise<readonly Line[]> {
  const known = new Map((await office.store.accounts()).map((account) => [account.username, account]))
  const lines = accounts.map((wanted): Line => {
    const username = wanted.username.normalize('NFC').trim().toLowerCase()
    return { wanted, username, known: known.get(username), problems: [] }
  })
  const twice = twiceIn(lines.map(({ username }) => username))
  for (const line of lines) {
    lookOver(office, caller, line, twice)
    // A code makes whoever has it that person, with everything granted elsewhere too.
    if (line.known && wantsCode(line) && !(await administersAccount(office, caller, line.known.id)))
      line.problems.push({ field: 'username', code: 'access.forbidden' })
  }
  return lines
}

/** Grants the account lacks: one that began another day in the same place and role, and is open, is the same. */
function lacking(grants: readonly Grant[], held: readonly Grant[]): readonly Grant[] {
  const has = ({ scope, role, from }: Grant): boolean =>
    held.some((own) => own.scope === scope && own.role === role && (own.from === from || own.to === null))
  return grants.filter((grant) => !has(grant))
}

async function make(register: Register, line: Line): Promise<Pick<AccountRow, 'account' | 'invitation'>> {
  const { store, invite, newId } = register
  const id = line.known?.id ?? newId()
  const displayName = nameOf(line.wanted.displayName)
  const account = { id, username: line.username, displayName, isIllustrative: false, passwordHash: null }
  const grants = lacking(grantsOf(line, id), line.known ? await store.grants(id) : [])
  if (!line.known || grants.length > 0) await store.saveAccounts(line.known ? [] : [account], grants)
  return wantsCode(line) ? { account: id, invitation: await invite(id) } : { account: id }
}

export async function newAccounts(
  register: Register,
  caller: Caller,
  { accounts, dryRun = false, skipWrong = false }: AccountsRequest,
): Promise<AccountsAnswer> {
  const lines = await linesOf(register, caller, accounts)
  const isStopped = dryRun || (!skipWrong && lines.some(({ problems }) => problems.length > 0))
  const rows: AccountRow[] = []
  for (const [row, line] of lines.entries()) {
    const { username, known, problems } = line
    const outcome = problems.length > 0 ? 'wrong' : known ? 'existing' : 'new'
    const made = isStopped || outcome === 'wrong' ? { account: known?.id ?? null } : await make(register, line)
    rows.push({ row, username, outcome, ...made, problems })
  }
  return { isDone: !isStopped, rows }
}
