import { describe, expect, it } from 'vitest'
import { erasePreviewSchema } from '#protocol/care-message.ts'
import { paths } from '#protocol/paths.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { COMMUNE, grant, idOf } from '#support/endpoint/place-fixture.ts'
import { signIn, type TestDevice, trySignIn } from '#support/endpoint/test-device.ts'

const erase = async (by: TestDevice, account: string) => {
  const answer = await by.scene.post(paths.adminErase, { account: idOf(account) }, by.headers)
  return [answer.statusCode, answer.json().code ?? 'done']
}

describe('erasing somebody’s names at the endpoint', () => {
  it('PER-2, PER-3: only by an administrator, only after every right has ended and nothing sealed is kept, and nobody signs in afterwards', async () => {
    const scene = await createScene()
    const [administrator, officer, chairman] = [
      await signIn(scene, 'administrator'),
      await signIn(scene, 'colleague'),
      await signIn(scene, 'chairman'),
    ]
    await officer.push(officer.op({ e: 'ans', f: { score: [1] } }))
    await chairman.push(
      chairman.op({ e: 'evt', k: 'stage-event', s: `${COMMUNE}/pub`, f: { type: ['started'], stage: ['G1'] } }),
    )
    expect(await erase(chairman, 'colleague')).toEqual([403, 'access.forbidden'])
    expect(await erase(administrator, 'nobody')).toEqual([404, 'account.unknown'])
    expect(await erase(administrator, 'colleague')).toEqual([409, 'person.in-office'])
    const ended = [
      grant('colleague', 'iso-secretary', COMMUNE, '2026-01-01', '2026-11-01'),
      grant('chairman', 'chairman', COMMUNE, '2026-01-01', '2026-11-01'),
    ]
    await scene.store.saveAccounts([], ended)
    expect(await erase(administrator, 'chairman')).toEqual([409, 'person.retained'])
    expect(await erase(administrator, 'colleague')).toEqual([200, 'done'])
    expect((await trySignIn(scene, 'colleague')).statusCode).toBe(401)
    const [last] = await scene.store.trailPage({ chains: ['office'], types: ['erased'], limit: 1 })
    expect(last).toMatchObject({ account: idOf('administrator'), subject: idOf('colleague') })
    expect((await scene.store.facts()).ops).toBe(2)
  })

  it('PER-7: what would go and what stays is told before, with the reason, and looking changes nothing', async () => {
    const scene = await createScene()
    const administrator = await signIn(scene, 'administrator')
    const officer = await signIn(scene, 'colleague')
    await officer.push(officer.op({ e: 'ans', f: { score: [1] } }))
    const look = async (by: TestDevice, account: string) =>
      erasePreviewSchema.parse(
        (await scene.post(paths.adminErasePreview, { account: idOf(account) }, by.headers)).json(),
      )
    const of = (rows: readonly { what: string; count: number }[]) =>
      Object.fromEntries(rows.map(({ what, count }) => [what, count]))
    const before = await look(administrator, 'colleague')
    expect(before.problem).toEqual({ code: 'person.in-office' })
    expect(of(before.goes)).toMatchObject({ names: 1, password: 1, devices: 1, passkeys: 0, providers: 0, codes: 0 })
    expect(of(before.stays)).toMatchObject({ records: 1, refused: 0, grants: 1 })
    const ended = grant('colleague', 'iso-secretary', COMMUNE, '2026-01-01', '2026-11-01')
    await scene.store.saveAccounts([], [ended])
    const allowed = await look(administrator, 'colleague')
    expect(allowed.problem).toBeNull()
    expect((await look(administrator, 'colleague')).goes).toEqual(allowed.goes)
    const forbidden = await scene.post(paths.adminErasePreview, { account: idOf('chairman') }, officer.headers)
    expect(forbidden.statusCode).toBe(403)
    expect(await erase(administrator, 'colleague')).toEqual([200, 'done'])
    const after = await look(administrator, 'colleague')
    expect(of(after.goes)).toMatchObject({ names: 0, password: 0, 'trail-details': 0 })
    expect(of(after.stays).records).toBe(1)
  })
})
