import { describe, expect, it } from 'vitest'
import { adminSystemSchema } from '#protocol/care-message.ts'
import { paths } from '#protocol/paths.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { COMMUNE, NEIGHBOUR } from '#support/endpoint/place-fixture.ts'
import { signIn, type TestDevice } from '#support/endpoint/test-device.ts'

const photo = (n: number) => n.toString(16).padStart(64, '0')

/** Records that refer to photos, the bytes of which are there. */
async function fill(device: TestDevice, unit: string, photos: readonly (readonly [n: number, size: number])[]) {
  for (const [n, size] of photos) {
    const f = { sha256: [photo(n)] as const }
    for (const audience of ['self', 'pub'])
      await device.push(device.op({ e: `evd.${unit}.${audience}.${n}`, k: 'evidence', s: `${unit}/${audience}`, f }))
    await device.scene.store.saveBlob({ sha256: photo(n), size, mime: 'image/jpeg' }, device.scene.clock.now())
  }
}

describe('the machine, seen in the app', () => {
  it('END-111: journal, room on the disk, and each commune’s photos against its quota, each photo once', async () => {
    const scene = await createScene({ photoLimits: { quotaBytes: 5000, reserveBytes: 700 } })
    const administrator = await signIn(scene, 'administrator')
    await fill(await signIn(scene, 'secretary'), COMMUNE, [
      [1, 300],
      [2, 400],
    ])
    await fill(await signIn(scene, 'neighbour'), NEIGHBOUR, [[1, 300]])
    const answer = await scene.get(paths.adminSystem, administrator.headers)
    const { journal, disk, photos } = adminSystemSchema.parse(answer.json())
    expect(journal).toBe('none')
    expect(disk.reserveBytes).toBe(700)
    expect(disk.totalBytes).toBeGreaterThan(disk.freeBytes)
    expect(photos).toEqual({
      quotaBytes: 5000,
      usedBytes: 1000,
      communes: [
        { unit: COMMUNE, name: `Xã ${COMMUNE}`, bytes: 700 },
        { unit: NEIGHBOUR, name: `Xã ${NEIGHBOUR}`, bytes: 300 },
      ],
    })
  })

  it('END-111: is for administrators', async () => {
    const scene = await createScene()
    const secretary = await signIn(scene, 'secretary')
    expect((await scene.get(paths.adminSystem, secretary.headers)).statusCode).toBe(403)
    expect((await scene.get(paths.adminSystem)).statusCode).toBe(401)
  })
})

describe('one’s own devices', () => {
  it('END-112: are listed, signed out with everything kept, or revoked; never the one that asks and never another’s', async () => {
    const scene = await createScene()
    const [here, there] = [await signIn(scene, 'secretary'), await signIn(scene, 'secretary')]
    const other = await signIn(scene, 'chairman')
    const change = async (body: object) => {
      const answer = await scene.post(paths.ownDevices, body, here.headers)
      return answer.statusCode === 200 ? 'done' : (answer.json() as { code: string }).code
    }
    expect(await change({ device: here.replica, signOut: true })).toBe('access.forbidden')
    expect(await change({ device: other.replica, signOut: true })).toBe('device.unknown')
    expect(await change({ device: there.replica, signOut: true })).toBe('done')
    expect((await scene.get(paths.identity, there.headers)).statusCode).toBe(401)
    expect((await scene.get(paths.identity, here.headers)).statusCode).toBe(200)
    expect((await scene.store.deviceById(there.replica))?.isRevoked).toBe(false)
    expect(await change({ device: there.replica, revoke: true })).toBe('done')
    const { devices } = (await scene.get(paths.ownDevices, here.headers)).json() as {
      devices: { id: string; isRevoked: boolean; isThis: boolean }[]
    }
    expect(devices.map(({ id, isRevoked, isThis }) => [id, isRevoked, isThis])).toEqual([
      [here.replica, false, true],
      [there.replica, true, false],
    ])
  })
})
