import { describe, expect, it } from 'vitest'
import { createAdministration } from '#app/platform/administration.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { err } from '#domain/kernel/result.ts'
import type { AdminOverview } from '#protocol/admin-message.ts'
import { endpointHeader } from '#protocol/paths.ts'
import type { SessionAccess } from '#sync/session-access.ts'

const answered: AdminOverview = {
  nowMs: 5,
  accounts: [
    {
      id: 'acc-1',
      username: 'quantri',
      displayName: 'Quản trị hệ thống',
      isIllustrative: true,
      canSignIn: true,
      grants: [
        { account: 'acc-1', scope: 'p20', role: 'administrator', from: '2026-01-01', to: null, place: 'Tỉnh Lạng Sơn' },
      ],
      lastSeenMs: null,
    },
  ],
  devices: [],
  quarantine: [],
  facts: {
    engine: 'SQLite',
    ops: 0,
    feeds: 0,
    entities: 0,
    openConflicts: 0,
    quarantined: 0,
    blobs: 0,
    lastBackup: null,
  },
}

/** A session that hands every request the same answer and notes what was asked for. */
function sessionWith(body: unknown) {
  const asked: string[] = []
  const request: SessionAccess['request'] = async ({ method, path }, read) => {
    asked.push(`${method} ${path}`)
    return read(new Response(JSON.stringify(body), { headers: { [endpointHeader]: '1' } }))
  }
  return { asked, request }
}

describe('the overview of the installation', () => {
  it('is asked for at its address and handed on as it came', async () => {
    const session = sessionWith(answered)
    expect(await createAdministration(session).overview()).toEqual({ ok: true, value: answered })
    expect(session.asked).toEqual(['GET /v1/admin/overview'])
  })

  it('is refused where its shape is not the one agreed', async () => {
    const { facts: _facts, ...rest } = answered
    expect(await createAdministration(sessionWith(rest)).overview()).toEqual(err({ code: 'network.unreadable-answer' }))
  })

  it('passes on why it could not be asked for', async () => {
    const offline: Pick<SessionAccess, 'request'> = { request: async () => err({ code: 'network.offline' }) }
    expect(await createAdministration(offline).overview()).toEqual(err({ code: 'network.offline' }))
  })
})

describe('a change of the installation', () => {
  const changing = (answer: unknown) => {
    const asked: (readonly [string, unknown])[] = []
    const session: Pick<SessionAccess, 'request'> = {
      request: async ({ method, path, body }, read) => {
        asked.push([`${method} ${path}`, body])
        return read(new Response(JSON.stringify(answer), { headers: { [endpointHeader]: '1' } }))
      },
    }
    return { asked, administration: createAdministration(session) }
  }

  it('of people asks for a code with each, and says whether it is a trial', async () => {
    const { asked, administration } = changing({ isDone: false, rows: [] })
    const grant = { scope: 'u1', role: 'iso-secretary', from: '2026-12-01' as LocalDate, to: null } as const
    await administration.addPeople([{ username: 'a.b', displayName: 'A', grant }], true)
    const account = { username: 'a.b', displayName: 'A', grants: [grant], invite: true }
    expect(asked).toEqual([['POST /v1/admin/accounts', { accounts: [account], dryRun: true }]])
  })

  it('goes to its own address', async () => {
    const { asked, administration } = changing({ ok: true })
    const on = '2026-12-01' as LocalDate
    await administration.changeAccount({ account: 'a', disabledFrom: null })
    await administration.saveGrant({ account: 'a', scope: 'u', role: 'chairman', from: on, to: null })
    await administration.nameDevice('r1', 'Máy')
    await administration.revokeDevice('r1')
    await administration.changeUnits({ predecessors: ['u'], successors: [], on })
    expect(asked.map(([request]) => request)).toEqual([
      'POST /v1/admin/account',
      'POST /v1/admin/grants',
      'POST /v1/admin/name-device',
      'POST /v1/admin/revoke-device',
      'POST /v1/admin/units',
    ])
  })

  it('is done only where the server says so in the agreed shape', async () => {
    const { administration } = changing({ ok: 'maybe' })
    expect(await administration.revokeDevice('r1')).toEqual(err({ code: 'network.unreadable-answer' }))
    expect(await administration.issueCode('a')).toEqual(err({ code: 'network.unreadable-answer' }))
    expect(await administration.leave({ account: 'a', on: '2026-12-01' as LocalDate, successor: null }, true)).toEqual(
      err({ code: 'network.unreadable-answer' }),
    )
  })

  it('leaves what was seen last at hand for every screen of the session', async () => {
    const session = sessionWith(answered)
    expect(createAdministration(session).last()).toBeNull()
    await createAdministration(session).overview()
    expect(createAdministration(session).last()).toEqual(answered)
  })
})
