import { describe, expect, it } from 'vitest'
import type { AccountsAnswer, AdminAccount, LeavingAnswer } from '#protocol/admin-message.ts'
import * as messages from '#protocol/admin-message.ts'
import { paths } from '#protocol/paths.ts'
import { openLiveDirectory } from '#server/identity/live-directory.ts'
import { OneAtATime } from '#server/identity/one-at-a-time.ts'
import { takeIn } from '#server/ingest/take-in.ts'
import { DAY } from '#support/endpoint/edges.ts'
import { createScene, type Scene } from '#support/endpoint/endpoint-scene.ts'
import { AREA, COMMUNE, FAR, grant, idOf, NEIGHBOUR, PROVINCE } from '#support/endpoint/place-fixture.ts'
import { signIn, type TestDevice, trySignIn } from '#support/endpoint/test-device.ts'

const TODAY = '2026-11-21'
const LATER = '2026-12-31'

const post = (device: TestDevice, url: string, body: object) => device.scene.post(url, body, device.headers)
const codeOf = async (device: TestDevice, url: string, body: object): Promise<string> => {
  const response = await post(device, url, body)
  return response.statusCode === 200 ? 'done' : (response.json() as { code: string }).code
}
const line = (username: string, change: object = {}) => ({
  username,
  displayName: `Chức danh ${username}`,
  grants: [{ scope: COMMUNE, role: 'professional-officer', from: TODAY, to: null }],
  ...change,
})
const make = async (device: TestDevice, accounts: readonly object[], change: object = {}): Promise<AccountsAnswer> =>
  messages.accountsAnswerSchema.parse((await post(device, paths.adminAccounts, { accounts, ...change })).json())
const listed = async (device: TestDevice): Promise<readonly AdminAccount[]> =>
  messages.adminAccountsSchema.parse((await device.scene.get(paths.adminAccounts, device.headers)).json()).accounts
const leave = async (device: TestDevice, body: object): Promise<LeavingAnswer> =>
  messages.leavingAnswerSchema.parse((await post(device, paths.adminLeaving, body)).json())

async function office() {
  const scene = await createScene()
  return { scene, administrator: await signIn(scene, 'administrator') }
}

/** An administrator of one area. */
async function localAdministrator(scene: Scene, administrator: TestDevice): Promise<TestDevice> {
  await post(administrator, paths.adminGrants, grant('chairman', 'administrator', AREA, TODAY))
  await post(administrator, paths.adminGrants, grant('chairman', 'chairman', COMMUNE, '2026-01-01', TODAY))
  return signIn(scene, 'chairman')
}

describe('many accounts at once', () => {
  it('END-95, ACC-14: a list is looked over line by line, and nothing is made while one is wrong', async () => {
    const { administrator } = await office()
    const wrong = [
      line('an'),
      line('chu tich'),
      line('thu-ky.moi', { displayName: ' ' }),
      line('hai-lan'),
      line('Hai-Lan'),
      line('khong-quyen', { grants: [] }),
      line('noi-la', { grants: [{ scope: 'ls25-00000', role: 'chairman', from: TODAY, to: null }] }),
      line('vai-la', { grants: [{ scope: COMMUNE, role: 'emperor', from: TODAY, to: null }] }),
      line('ngay-la', { grants: [{ scope: COMMUNE, role: 'chairman', from: '2026-11-31', to: null }] }),
      line('doan', { grants: [{ scope: COMMUNE, role: 'inspection-team', from: TODAY, to: null }] }),
      line('dung-het'),
    ]
    const answer = await make(administrator, wrong)
    expect(answer.isDone).toBe(false)
    expect(answer.rows.map(({ problems }) => problems.map(({ field, code }) => `${field} ${code}`).join())).toEqual([
      'username account.username-unfit',
      'username account.username-unfit',
      'displayName account.name-missing',
      'username account.username-twice',
      'username account.username-twice',
      'grants grant.missing',
      'grants.0.scope grant.place-unknown',
      'grants.0.role grant.role-unknown',
      'grants.0.from grant.term-unfit',
      'grants.0.from grant.term-unfit',
      '',
    ])
    const before = await listed(administrator)
    expect(before.some(({ username }) => username === 'dung-het')).toBe(false)
    const left = await make(administrator, wrong, { skipWrong: true })
    expect(left.rows.filter(({ outcome }) => outcome === 'new').map(({ username }) => username)).toEqual(['dung-het'])
    expect((await listed(administrator)).length).toBe(before.length + 1)
  })

  it('END-95: a dry run makes nothing, the list made twice changes nothing, and codes are told once', async () => {
    const { administrator } = await office()
    const list = Array.from({ length: 40 }, (_, i) => line(`can-bo-${i}`, { invite: true }))
    const dry = await make(administrator, list, { dryRun: true })
    expect([dry.isDone, dry.rows[0]?.outcome, dry.rows[0]?.invitation]).toEqual([false, 'new', undefined])
    const made = await make(administrator, list)
    expect(new Set(made.rows.map(({ invitation }) => invitation?.code)).size).toBe(40)
    const before = await listed(administrator)
    const again = await make(
      administrator,
      list.map((wanted) => ({ ...wanted, invite: false, displayName: 'Khác' })),
    )
    expect(again.rows.every(({ outcome, invitation }) => outcome === 'existing' && invitation === undefined)).toBe(true)
    expect(await listed(administrator)).toEqual(before)
    expect(before.find(({ username }) => username === 'can-bo-7')).toMatchObject({
      canSignIn: false,
      displayName: 'Chức danh can-bo-7',
      invitation: { expiresMs: administrator.scene.clock.now() + 7 * DAY },
      disabledFrom: null,
    })
  })

  it('END-37, END-94: who administers an area makes accounts there alone, and codes only for people who are theirs alone', async () => {
    const { scene, administrator } = await office()
    await make(administrator, [
      line('tinh', { grants: [{ scope: PROVINCE, role: 'ministry', from: TODAY, to: null }] }),
    ])
    const local = await localAdministrator(scene, administrator)
    const far = line('xa-ngoai', { grants: [{ scope: FAR, role: 'chairman', from: TODAY, to: null }] })
    const [made] = (await make(local, [line('gan'), far], { skipWrong: true })).rows.slice(-1)
    expect(made?.problems).toEqual([{ field: 'grants.0.scope', code: 'access.forbidden' }])
    const [stolen] = (await make(local, [line('tinh', { invite: true })])).rows
    expect(stolen?.problems).toEqual([{ field: 'username', code: 'access.forbidden' }])
    expect(await codeOf(local, paths.adminInvitations, { account: idOf('province') })).toBe('access.forbidden')
    expect(await codeOf(local, paths.adminInvitations, { account: idOf('neighbour') })).toBe('done')
    expect(await codeOf(local, paths.adminAccount, { account: idOf('province'), displayName: 'X' })).toBe(
      'access.forbidden',
    )
    expect((await listed(local)).map(({ username }) => username)).not.toContain('province')
    for (const [url, body] of [
      [paths.adminAccounts, { accounts: [line('x-y-z')] }],
      [paths.adminAccount, { account: idOf('secretary'), displayName: 'X' }],
      [paths.adminInvitations, { account: idOf('secretary') }],
      [paths.adminLeaving, { account: idOf('colleague'), on: TODAY, successor: null }],
      [paths.adminNameDevice, { device: local.replica, label: 'X' }],
    ] as const)
      expect([url, await codeOf(await signIn(scene, 'secretary'), url, body)]).toEqual([url, 'access.forbidden'])
  })
})

describe('one account', () => {
  it('END-92: a disabled account reads nothing and signs in nowhere from that day on; enabled again it is as before', async () => {
    const { scene, administrator } = await office()
    const writer = await signIn(scene, 'secretary')
    const disable = (disabledFrom: string | null) =>
      codeOf(administrator, paths.adminAccount, { account: idOf('secretary'), disabledFrom })
    expect(await disable('2026-11-22')).toBe('done')
    expect((await writer.push(writer.op())).push.rejected).toEqual([])
    scene.clock.advance(DAY)
    const late = writer.op()
    const again = await signIn(scene, 'administrator')
    const refused = (await trySignIn(scene, 'secretary')).json() as { code: string }
    expect(refused.code).toBe('account.disabled')
    // A wrong password does not tell that the account exists.
    const guess = (await trySignIn(scene, 'secretary', { password: 'sai', address: '10.9.9.9' })).json() as object
    expect(guess).toMatchObject({ code: 'auth.wrong-credentials' })
    expect(await codeOf(again, paths.adminAccount, { account: idOf('secretary'), disabledFrom: null })).toBe('done')
    const back = await signIn(scene, 'secretary', { replica: writer.replica, key: writer.key })
    expect((await back.push(late)).push.rejected).toEqual([])
  })

  it('END-92: what a disabled account sends waits for a person, also what it wrote before', async () => {
    const { scene, administrator } = await office()
    const writer = await signIn(scene, 'secretary')
    await codeOf(administrator, paths.adminAccount, { account: idOf('secretary'), disabledFrom: TODAY })
    const answer = await writer.push(writer.op())
    expect(answer.push.rejected.map(({ code }) => code)).toEqual(['device.revoked'])
    expect(answer.feeds).toEqual({})
    const device = (await scene.get(paths.adminOverview, administrator.headers)).json() as {
      devices: { id: string; isRevoked: boolean }[]
    }
    expect(device.devices.find(({ id }) => id === writer.replica)?.isRevoked).toBe(true)
    // The same by a file that somebody else brings, where the grants of the author are read anew.
    const [store, nowMs] = [scene.store, scene.clock.now()]
    const [replica, directory] = [await store.deviceById(writer.replica), await openLiveDirectory(store)]
    if (!replica) throw new Error('the device is gone')
    const author = { device: replica, grants: await store.grants(idOf('secretary')) }
    await takeIn({ store, directory, nowMs }, author, [writer.op()])
    const waiting = (await store.quarantineOf(writer.replica)).map(({ n, code }) => `${n} ${code}`)
    expect(waiting).toEqual(['1 device.revoked', '2 device.revoked'])
  })

  it('END-95: a position is renamed, an unknown account and an empty name are refused, and devices get names', async () => {
    const { scene, administrator } = await office()
    const change = (body: object) => codeOf(administrator, paths.adminAccount, body)
    expect(await change({ account: idOf('secretary'), displayName: '  Thư ký   ISO ' })).toBe('done')
    expect((await scene.store.accountById(idOf('secretary')))?.displayName).toBe('Thư ký ISO')
    expect(await change({ account: 'acc.nobody', displayName: 'X' })).toBe('account.unknown')
    expect(await change({ account: idOf('secretary'), displayName: '  ' })).toBe('account.name-missing')
    expect(await change({ account: idOf('secretary'), disabledFrom: '2026-02-30' })).toBe('grant.term-unfit')
    const writer = await signIn(scene, 'secretary')
    const named = { device: writer.replica, label: ' Máy một cửa ' }
    expect(await codeOf(administrator, paths.adminNameDevice, named)).toBe('done')
    expect((await scene.store.deviceById(writer.replica))?.label).toBe('Máy một cửa')
    expect(await codeOf(administrator, paths.adminNameDevice, { device: 'none', label: 'x' })).toBe('device.unknown')
  })

  it('END-93: the last administrator of a place is neither ended nor disabled nor let go, the one before the last is', async () => {
    const { scene, administrator } = await office()
    await post(administrator, paths.adminGrants, grant('province', 'administrator', PROVINCE, '2026-01-01'))
    const other = await signIn(scene, 'province')
    const end = (username: string, from = '2026-01-01') => grant(username, 'administrator', PROVINCE, from, TODAY)
    // Somebody who never signed in keeps nobody.
    await scene.store.updateAccount(idOf('administrator'), { passwordHash: null })
    await scene.store.revokeDevice(administrator.replica)
    expect(await codeOf(other, paths.adminGrants, end('province'))).toBe('access.forbidden')
    await post(other, paths.adminGrants, grant('monitor', 'administrator', AREA, '2026-01-01'))
    const local = await signIn(scene, 'monitor')
    expect(await codeOf(local, paths.adminGrants, end('province'))).toBe('access.forbidden')
    expect(await codeOf(other, paths.adminGrants, { ...end('monitor'), scope: AREA })).toBe('done')
    expect(await codeOf(other, paths.adminGrants, end('administrator'))).toBe('done')
    const self = { account: idOf('province') }
    expect(await codeOf(other, paths.adminAccount, { ...self, disabledFrom: TODAY })).toBe('account.last-administrator')
    expect(await codeOf(other, paths.adminLeaving, { ...self, on: TODAY, successor: null })).toBe('access.forbidden')
    // A second one on the same place may be ended by the first, but not both by one another at the same moment.
    await post(other, paths.adminGrants, grant('secretary', 'administrator', PROVINCE, '2026-01-01'))
    const third = await signIn(scene, 'secretary')
    const both = await Promise.all([
      codeOf(other, paths.adminGrants, end('secretary')),
      codeOf(third, paths.adminGrants, end('province')),
    ])
    expect([...both].sort()).toEqual(['account.last-administrator', 'done'])
  })
})

describe('changes of people', () => {
  it('END-93: take turns, whatever becomes of the one before', async () => {
    const turn = new OneAtATime({ alone: (work) => work() })
    const told: string[] = []
    const work =
      (name: string, isBad = false) =>
      async (): Promise<string> => {
        told.push(`${name} begins`)
        for (let i = 0; i < 5; i++) await Promise.resolve()
        told.push(`${name} ends`)
        if (isBad) throw new Error(name)
        return name
      }
    const all = await Promise.allSettled([turn.do(work('a')), turn.do(work('b', true)), turn.do(work('c'))])
    expect(all.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(told).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends'])
  })
})

describe('deputising and leaving', () => {
  const deputy = (change: object = {}) => ({
    ...grant('colleague', 'chairman', COMMUNE, TODAY, LATER),
    deputyFor: idOf('chairman'),
    ...change,
  })

  it('ACC-13: somebody acts for another in the other’s role and place, for days that end, and the identity says for whom', async () => {
    const { scene, administrator } = await office()
    const give = (body: object) => codeOf(administrator, paths.adminGrants, body)
    for (const wrong of [
      { to: null },
      { to: '2028-01-01' },
      { scope: NEIGHBOUR },
      { role: 'iso-secretary' },
      { deputyFor: idOf('colleague') },
      { deputyFor: 'acc.nobody' },
    ])
      expect([wrong, await give(deputy(wrong))]).toEqual([wrong, 'deputy.not-possible'])
    expect(await give(deputy())).toBe('done')
    const acting = await signIn(scene, 'colleague')
    const told = acting.session.identity.grants.find(({ role }) => role === 'chairman')
    expect(told).toEqual(deputy())
    // Ending it early needs no more than its first four and the day.
    expect(await give(deputy({ to: TODAY }))).toBe('done')
    expect((await scene.store.grants(idOf('colleague'))).find(({ role }) => role === 'chairman')?.to).toBe(TODAY)
  })

  it('ACC-17: acting for somebody ends with the other’s own grant, at the next request and though nobody ended it', async () => {
    const { scene, administrator } = await office()
    const [neighbour, chairman] = [idOf('neighbour'), idOf('chairman')]
    await post(administrator, paths.adminGrants, deputy({ account: neighbour }))
    const acting = await signIn(scene, 'neighbour')
    expect((await acting.push(acting.op({ e: 'ans.1' }))).push.rejected).toEqual([])
    const [own] = await scene.store.grants(chairman)
    expect(await codeOf(administrator, paths.adminGrants, { ...own, to: '2026-11-20' })).toBe('done')
    const refused = await acting.push(acting.op({ e: 'ans.2' }))
    expect(refused.push.rejected).toMatchObject([{ code: 'access.forbidden' }])
    const again = await signIn(scene, 'neighbour')
    expect(again.session.identity.grants.map(({ role, scope }) => [role, scope])).toEqual([
      ['iso-secretary', NEIGHBOUR],
    ])
    expect((await scene.store.grants(neighbour)).find(({ role }) => role === 'chairman')?.to).toBe(LATER)
  })

  it('END-97: who leaves is shown what ends, who takes over and what nobody would hold, and then it is done', async () => {
    const { scene, administrator } = await office()
    await post(administrator, paths.adminGrants, deputy())
    const chairman = await signIn(scene, 'chairman')
    await chairman.push(chairman.op({ k: 'plan', s: `${PROVINCE}/plan`, e: 'plan.x', f: { name: ['x'] } }))
    const wanted = { account: idOf('chairman'), on: '2026-11-25', successor: null }
    const dry = await leave(administrator, { ...wanted, dryRun: true })
    expect(dry).toMatchObject({
      isDone: false,
      given: [],
      devices: [{ id: chairman.replica }],
      waiting: [{ account: idOf('chairman'), kind: 'plan' }],
      vacant: [{ role: 'chairman', scope: COMMUNE, place: `Xã ${COMMUNE}` }],
    })
    expect(dry.ending.map(({ account, to }) => [account, to])).toEqual([
      [idOf('chairman'), '2026-11-25'],
      [idOf('colleague'), '2026-11-25'],
    ])
    expect((await scene.store.grants(idOf('chairman'))).map(({ to }) => to)).toEqual([null])
    const named = await leave(administrator, { ...wanted, successor: idOf('neighbour') })
    expect([named.isDone, named.vacant]).toEqual([true, []])
    expect((await chairman.push(chairman.op())).push.rejected).toHaveLength(1)
    expect(named.given.map(({ account, from, to, role }) => [account, from, to, role])).toEqual([
      [idOf('neighbour'), '2026-11-26', null, 'chairman'],
    ])
    expect((await scene.store.accountById(idOf('chairman')))?.disabledFrom).toBe('2026-11-26')
    scene.clock.advance(5 * DAY)
    expect((await trySignIn(scene, 'chairman')).statusCode).toBe(403)
    const successor = await signIn(scene, 'neighbour')
    expect((await successor.push(successor.op())).push.rejected).toEqual([])
    const acting = await signIn(scene, 'colleague')
    expect(acting.session.identity.grants.map(({ role }) => role)).toEqual(['iso-secretary'])
  })
})
