// What an administrator asks of the endpoint. The messages' dates are plain text on the wire; their form was checked by
// the schemas, so they are taken as the dates they are. What was seen last stays in memory while the app is open.
import type { Administration, AdminOverview } from '#data/contract/administration-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import {
  accountsAnswerSchema,
  adminDoneSchema,
  adminOverviewSchema,
  adminWaitingSchema,
  issuedInvitationSchema,
  leavingAnswerSchema,
} from '#protocol/admin-message.ts'
import { adminSystemSchema, erasePreviewSchema } from '#protocol/care-message.ts'
import { paths } from '#protocol/paths.ts'
import { providerLinksSchema } from '#protocol/sign-in-message.ts'
import { signInPaths } from '#protocol/sign-in-paths.ts'
import { type PersonExport, personExportSchema } from '#protocol/trail-message.ts'
import type { ReadResponse } from '#sync/endpoint-request.ts'
import { schemaReader } from '#sync/schema-reader.ts'
import type { SessionAccess } from '#sync/session-access.ts'

const [QUESTION_TIMEOUT_MS, CHANGE_TIMEOUT_MS, LONG_CHANGE_TIMEOUT_MS] = [30_000, 20_000, 60_000]

type Session = Pick<SessionAccess, 'request'>
/** The schema says less than the type where a branded word (a role, a day) is text on the wire. */
type Ask = <T>(read: ReadResponse<unknown>, path: string, body?: unknown, ms?: number) => Promise<Result<T, Problem>>

function asking(session: Session): Ask {
  return async (read, path, body, ms) => {
    const isQuestion = body === undefined
    const timeoutMs = ms ?? (isQuestion ? QUESTION_TIMEOUT_MS : CHANGE_TIMEOUT_MS)
    const request = isQuestion
      ? ({ method: 'GET', path, timeoutMs } as const)
      : ({ method: 'POST', path, body, timeoutMs } as const)
    return (await session.request(request, read)) as Result<never, Problem>
  }
}

const readers = () => ({
  overview: schemaReader(adminOverviewSchema),
  waiting: schemaReader(adminWaitingSchema),
  done: schemaReader(adminDoneSchema),
  accounts: schemaReader(accountsAnswerSchema),
  code: schemaReader(issuedInvitationSchema),
  leaving: schemaReader(leavingAnswerSchema),
  system: schemaReader(adminSystemSchema),
  links: schemaReader(providerLinksSchema),
  person: schemaReader(personExportSchema),
  preview: schemaReader(erasePreviewSchema),
})

function makeAdministration(session: Session): Administration {
  const ask = asking(session)
  const read = readers()
  let seen: AdminOverview | null = null
  const change = async (path: string, body: unknown): Promise<Result<null, Problem>> => {
    const answer = await ask(read.done, path, body)
    return answer.ok ? ok(null) : answer
  }
  return {
    last: () => seen,
    overview: async () => {
      const answer = await ask<AdminOverview>(read.overview, paths.adminOverview)
      if (answer.ok) seen = answer.value
      return answer
    },
    waiting: () => ask(read.waiting, paths.adminQuarantine),
    decide: (decision) => change(paths.adminQuarantine, decision),
    addPeople: (people, dryRun = false) => {
      const accounts = people.map(({ grant, ...person }) => ({ ...person, grants: [grant], invite: true }))
      return ask(read.accounts, paths.adminAccounts, { accounts, dryRun }, LONG_CHANGE_TIMEOUT_MS)
    },
    changeAccount: (wanted) => change(paths.adminAccount, wanted),
    issueCode: (account) => ask(read.code, paths.adminInvitations, { account }),
    saveGrant: (grant) => change(paths.adminGrants, grant),
    leave: (leaving, dryRun) => ask(read.leaving, paths.adminLeaving, { ...leaving, dryRun }),
    nameDevice: (device, label) => change(paths.adminNameDevice, { device, label }),
    revokeDevice: (device) => change(paths.adminRevokeDevice, { device }),
    changeUnits: (units) => change(paths.adminUnits, units),
    system: () => ask(read.system, paths.adminSystem),
    providerLinks: () => ask(read.links, signInPaths.adminLinks),
    linkProvider: (account, identifier) => change(signInPaths.adminLinks, { account, identifier }),
    removePasskeys: (account) => change(signInPaths.adminPasskeys, { account }),
    personData: async (account, words) => {
      const answer = await ask<PersonExport>(read.person, paths.adminPersonExport, { account }, LONG_CHANGE_TIMEOUT_MS)
      return answer.ok ? ok(await (await import('./person-file.ts')).personFile(answer.value, words)) : answer
    },
    erasePreview: (account) => ask(read.preview, paths.adminErasePreview, { account }, QUESTION_TIMEOUT_MS),
    erase: (account) => change(paths.adminErase, { account }),
  }
}

const bySession = new WeakMap<Session, Administration>()

/** One for a session, so that every screen knows what was seen last. */
export function createAdministration(session: Session): Administration {
  const made = bySession.get(session) ?? makeAdministration(session)
  bySession.set(session, made)
  return made
}
