import { describe, expect, it } from 'vitest'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { HOUR, NOW } from '#support/endpoint/edges.ts'
import { grant, idOf } from '#support/endpoint/place-fixture.ts'
import type { StoreFactory } from './store-factory.ts'
import { enrol, fill } from './store-records.ts'

const [WRITER, OTHER] = [idOf('secretary'), idOf('chairman')]
const code = (hash: string, account = WRITER, expiresMs = NOW + HOUR) => ({ hash, account, createdMs: NOW, expiresMs })

export function accountSuite(factory: StoreFactory): void {
  const opened = async () => fill((await factory.open()).store)

  describe(`${factory.name}: accounts that change`, () => {
    it('END-92: one column of an account changes without the others, also at the same moment, and everybody hears of it', async () => {
      const store = await opened()
      const before = await store.identityVersion()
      const day = '2026-12-01' as LocalDate
      const all = [{ displayName: 'Thư ký' }, { passwordHash: 'h2' }, { disabledFrom: day }]
      await Promise.all(all.map((change) => store.updateAccount(WRITER, change)))
      const known = await store.accountById(WRITER)
      expect(known).toMatchObject({ displayName: 'Thư ký', passwordHash: 'h2', disabledFrom: day })
      expect(await store.identityVersion()).not.toBe(before)
      expect(await store.updateAccount(WRITER, { disabledFrom: null, passwordHash: null })).toBe(true)
      expect(await store.accountById(WRITER)).not.toHaveProperty('disabledFrom')
      expect([await store.updateAccount(WRITER, {}), await store.updateAccount('nobody', {})]).toEqual([true, false])
      expect(await store.updateAccount('nobody', { displayName: 'x' })).toBe(false)
    })

    it('ACC-13: a grant keeps for whom it deputises, and its last day changes without it', async () => {
      const { store, reopen } = await factory.open()
      await fill(store)
      const acting = {
        ...grant('chairman', 'iso-secretary', 'ls25-06001', '2026-11-21', '2026-12-31'),
        deputyFor: WRITER,
      }
      await store.saveAccounts([], [acting])
      await store.saveAccounts([], [{ ...acting, deputyFor: undefined, to: '2026-11-30' as LocalDate }])
      const { store: again } = await reopen()
      expect((await again.grants(OTHER)).find(({ role }) => role === 'iso-secretary')).toEqual({
        ...acting,
        to: '2026-11-30',
      })
      expect((await again.grants(WRITER)).every((one) => !('deputyFor' in one))).toBe(true)
    })

    it('END-94: a one-time code is taken once, in its time, and an account has only its newest', async () => {
      const store = await opened()
      await store.saveInvitation(code('first'))
      await store.saveInvitation(code('second'))
      await store.saveInvitation(code('late', OTHER, NOW))
      expect(await store.invitation('first')).toBeNull()
      expect(await store.invitation('second')).toEqual(code('second'))
      expect((await store.invitations()).map(({ hash }) => hash).sort()).toEqual(['late', 'second'])
      const both = await Promise.all([store.takeInvitation('second', NOW), store.takeInvitation('second', NOW)])
      expect(new Set(both)).toEqual(new Set([WRITER, null]))
      expect([await store.takeInvitation('late', NOW), await store.takeInvitation('none', NOW)]).toEqual([null, null])
      expect(await store.invitations()).toEqual([])
    })

    it('END-94: two codes ordered for one account at the same moment leave one', async () => {
      const store = await opened()
      await Promise.all(['a', 'b', 'c'].map((hash) => store.saveInvitation(code(hash))))
      expect(await store.invitations()).toHaveLength(1)
    })

    it('END-91: the sessions of an account end on every device but one, and those need the password again', async () => {
      const store = await opened()
      const [here, there, foreign] = [await enrol(store), await enrol(store), await enrol(store, 'chairman')]
      for (const { id, account } of [here, there, foreign])
        await store.openSession({ tokenHash: `t-${id}`, account, device: id, expiresMs: NOW + HOUR }, NOW)
      const open = async () =>
        Promise.all([here, there, foreign].map(async ({ id }) => (await store.sessionByToken(`t-${id}`)) !== null))
      await store.endSessions(WRITER, here.id)
      expect(await open()).toEqual([true, false, true])
      const asked = await Promise.all(
        [here, there, foreign].map(async ({ id }) => (await store.deviceById(id))?.passwordMs),
      )
      expect(asked).toEqual([here.passwordMs, 0, foreign.passwordMs])
      await store.endSessions(WRITER, null)
      expect(await open()).toEqual([false, false, true])
    })

    it('END-95: a device is named, one that is not there is not', async () => {
      const store = await opened()
      const { id } = await enrol(store)
      expect([await store.nameDevice(id, 'Máy một cửa'), await store.nameDevice('none', 'x')]).toEqual([true, false])
      expect((await store.deviceById(id))?.label).toBe('Máy một cửa')
    })
  })
}
