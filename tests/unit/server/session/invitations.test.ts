import { describe, expect, it } from 'vitest'
import type { IssuedInvitation } from '#protocol/admin-message.ts'
import { issuedInvitationSchema } from '#protocol/admin-message.ts'
import { paths } from '#protocol/paths.ts'
import { invitationSchema, ownDevicesSchema, type Session, sessionSchema } from '#protocol/session-message.ts'
import { hashOfSecret } from '#server/session/secret.ts'
import { createDeviceKeyPair } from '#support/endpoint/device-key-pair.ts'
import { DAY } from '#support/endpoint/edges.ts'
import { createScene, type Scene } from '#support/endpoint/endpoint-scene.ts'
import { COMMUNE, idOf, PASSWORD } from '#support/endpoint/place-fixture.ts'
import { signIn, TestDevice, trySignIn } from '#support/endpoint/test-device.ts'

const GOOD = 'mưa phùn tháng giêng'

const post = (device: TestDevice, url: string, body: object) => device.scene.post(url, body, device.headers)
const codeIn = (response: { json(): unknown }): string => (response.json() as { code: string }).code

const redeem = (scene: Scene, code: string, change: object = {}) =>
  scene.post(paths.redeem, {
    code,
    password: GOOD,
    deviceLabel: 'Android · Chrome',
    deviceKey: createDeviceKeyPair().publicKey,
    replica: null,
    ...change,
  })

async function order(administrator: TestDevice, account: string, days?: number): Promise<IssuedInvitation> {
  const body = days === undefined ? { account } : { account, days }
  return issuedInvitationSchema.parse((await post(administrator, paths.adminInvitations, body)).json())
}

/** A person who was never here, and the administrator who invites them. */
async function invited() {
  const scene = await createScene()
  const administrator = await signIn(scene, 'administrator')
  const account = {
    username: 'phuong.moi',
    displayName: 'Công chức văn hóa',
    grants: [{ scope: COMMUNE, role: 'professional-officer', from: '2026-11-21', to: '2026-11-23' }],
    invite: true,
  }
  const { rows } = (await post(administrator, paths.adminAccounts, { accounts: [account] })).json() as {
    rows: { account: string; invitation: IssuedInvitation }[]
  }
  const [row] = rows
  if (!row) throw new Error('no row')
  return { scene, administrator, account: row.account, code: row.invitation.code, username: account.username }
}

describe('one-time codes', () => {
  it('END-94: from the code on paper to the first work, and to the day the grant ends', async () => {
    const { scene, code, account, username } = await invited()
    const told = invitationSchema.parse((await scene.post(paths.invitation, { code: code.toLowerCase() })).json())
    expect(told).toMatchObject({ username, displayName: 'Công chức văn hóa', isFirst: true })
    const key = createDeviceKeyPair()
    const session: Session = sessionSchema.parse((await redeem(scene, code, { deviceKey: key.publicKey })).json())
    expect(session.identity.account.id).toBe(account)
    const device = new TestDevice(scene, username, session, key)
    const op = () => device.op({ u: account, e: 'ans.asm.ls25-06001.2026-1.q1' })
    expect((await device.push(op())).push.rejected).toEqual([])
    expect((await trySignIn(scene, username, { password: GOOD })).statusCode).toBe(200)
    scene.clock.advance(3 * DAY)
    const again = await trySignIn(scene, username, { password: GOOD, replica: device.replica, key })
    device.session = sessionSchema.parse(again.json())
    const late = await device.sync({ cur: { [`${COMMUNE}/self`]: 1 } })
    expect(late).toMatchObject({ feeds: {}, gone: [`${COMMUNE}/self`] })
    expect((await device.push(op())).push.rejected.map(({ code: why }) => why)).toEqual(['access.forbidden'])
  })

  it('END-94: a code works once and in its time, the newest one only, and is kept as a hash', async () => {
    const { scene, administrator, account, code } = await invited()
    expect(await scene.store.invitation(hashOfSecret(code))).toMatchObject({ account })
    const newer = await order(administrator, account, 2)
    expect(codeIn(await redeem(scene, code))).toBe('invitation.unknown')
    scene.clock.advance(2 * DAY)
    expect((await scene.post(paths.invitation, { code: newer.code })).statusCode).toBe(404)
    expect(codeIn(await redeem(scene, newer.code))).toBe('invitation.unknown')
    const again = await signIn(scene, 'administrator')
    const last = await order(again, account)
    const both = await Promise.all([redeem(scene, last.code), redeem(scene, last.code)])
    expect(both.map(({ statusCode }) => statusCode).sort((a, b) => a - b)).toEqual([200, 404])
    expect(await scene.store.invitations()).toEqual([])
    for (const wrong of ['', 'K7QM-3F9T-0XWD-HE2R', 'x'.repeat(80)])
      expect((await redeem(scene, wrong)).statusCode).toBeGreaterThanOrEqual(400)
  })

  it('END-94: a password that is refused, a bad key or a disabled account use no code up', async () => {
    const { scene, administrator, account, code } = await invited()
    const tries = [
      [{ password: 'ngắn' }, 422, 'password.too-short'],
      [{ password: 'x'.repeat(129) }, 422, 'password.too-long'],
      [{ password: 'matkhau123456' }, 422, 'password.common'],
      [{ password: 'Công chức văn hóa 1' }, 422, 'password.has-name'],
      [{ deviceKey: '{}' }, 400, 'request.malformed'],
    ] as const
    for (const [change, status, why] of tries) {
      const response = await redeem(scene, code, change)
      expect([response.statusCode, codeIn(response)]).toEqual([status, why])
    }
    const disable = (disabledFrom: string | null) => post(administrator, paths.adminAccount, { account, disabledFrom })
    await disable('2026-11-21')
    expect(codeIn(await redeem(scene, code))).toBe('account.disabled')
    await disable(null)
    expect((await redeem(scene, code)).statusCode).toBe(200)
  })

  it('END-91: a code for a forgotten password ends every session, and other devices need the new password', async () => {
    const scene = await createScene()
    const [administrator, tablet] = [await signIn(scene, 'administrator'), await signIn(scene, 'secretary')]
    const { code } = await order(administrator, idOf('secretary'))
    const told = invitationSchema.parse((await scene.post(paths.invitation, { code })).json())
    expect(told.isFirst).toBe(false)
    expect((await redeem(scene, code)).statusCode).toBe(200)
    expect((await scene.get(paths.identity, tablet.headers)).statusCode).toBe(401)
    const { challenge } = (await scene.post(paths.challenge, { replica: tablet.replica })).json() as {
      challenge: string
    }
    const signature = tablet.key.sign(`renew:${tablet.replica}:${challenge}`)
    const renewal = await scene.post(paths.renew, { replica: tablet.replica, challenge, signature })
    expect(renewal.statusCode).toBe(401)
    expect((await trySignIn(scene, 'secretary')).statusCode).toBe(401)
    const back = await signIn(scene, 'secretary', { password: GOOD, replica: tablet.replica, key: tablet.key })
    expect(back.replica).toBe(tablet.replica)
  })
})

describe('one’s own password and devices', () => {
  it('END-91: a new password needs the old one, keeps this session and ends the others', async () => {
    const scene = await createScene()
    const [here, there] = [await signIn(scene, 'secretary'), await signIn(scene, 'secretary')]
    const change = (current: string, next: string) => post(here, paths.password, { current, next })
    expect(codeIn(await change('sai mất rồi', GOOD))).toBe('auth.wrong-credentials')
    expect(codeIn(await change(PASSWORD, 'qwertyuiop'))).toBe('password.common')
    expect((await change(PASSWORD, GOOD.normalize('NFD'))).json()).toEqual({ ok: true })
    expect((await scene.get(paths.identity, here.headers)).statusCode).toBe(200)
    expect((await scene.get(paths.identity, there.headers)).statusCode).toBe(401)
    expect((await trySignIn(scene, 'secretary')).statusCode).toBe(401)
    expect((await trySignIn(scene, 'secretary', { password: GOOD })).statusCode).toBe(200)
  })

  it('END-15: whoever holds an open tablet cannot try passwords without end', async () => {
    const scene = await createScene()
    const here = await signIn(scene, 'secretary')
    const codes: string[] = []
    for (let i = 0; i < 7; i++)
      codes.push(codeIn(await post(here, paths.password, { current: `sai ${i}`, next: GOOD })))
    expect(codes.slice(-2)).toEqual(['auth.locked', 'auth.locked'])
  })

  it('END-95: people see, name and revoke their own devices, and no others', async () => {
    const scene = await createScene()
    const [here, lost, foreign] = [
      await signIn(scene, 'secretary'),
      await signIn(scene, 'secretary'),
      await signIn(scene, 'colleague'),
    ]
    const change = (body: object) => post(here, paths.ownDevices, body)
    expect((await change({ device: lost.replica, label: 'Điện thoại cũ', revoke: true })).json()).toEqual({ ok: true })
    const { devices } = ownDevicesSchema.parse((await scene.get(paths.ownDevices, here.headers)).json())
    expect(devices.map(({ label, isRevoked, isThis }) => [label, isRevoked, isThis])).toEqual([
      ['Android · Chrome', false, true],
      ['Điện thoại cũ', true, false],
    ])
    expect((await scene.get(paths.ownDevices, lost.headers)).statusCode).toBe(403)
    for (const [body, why] of [
      [{ device: foreign.replica, revoke: true }, 'device.unknown'],
      [{ device: 'none', label: 'x' }, 'device.unknown'],
      [{ device: here.replica, revoke: true }, 'access.forbidden'],
      [{ device: here.replica, label: '  ' }, 'account.name-missing'],
    ] as const)
      expect(codeIn(await change(body))).toBe(why)
  })
})
