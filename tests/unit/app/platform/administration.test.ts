import { describe, expect, it } from 'vitest'
import { createAdministration } from '#app/platform/administration.ts'
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
