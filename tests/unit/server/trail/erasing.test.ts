import { describe, expect, it } from 'vitest'
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
})
