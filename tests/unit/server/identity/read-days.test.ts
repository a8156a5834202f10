// How long a silent device may go on being read is the installation's to say, and reaches devices with their identity.
import { describe, expect, it } from 'vitest'
import { grantsVersionOf, identityOf, loadCaller } from '#server/identity/caller.ts'
import { openLiveDirectory } from '#server/identity/live-directory.ts'
import { readSettings } from '#server/settings.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { signIn } from '#support/endpoint/test-device.ts'

async function told(readDays?: number) {
  const scene = await createScene()
  const { replica } = await signIn(scene, 'secretary')
  const device = await scene.store.deviceById(replica)
  const caller = device && (await loadCaller(scene.store, device.account, device, scene.clock.now()))
  if (!caller) throw new Error('nobody signed in')
  const directory = await openLiveDirectory(scene.store, readDays)
  return { days: identityOf(caller, directory).readDays, version: grantsVersionOf(caller, directory) }
}

describe('the days a silent device may be read', () => {
  it('DAT-36: are told with the identity, and a change reaches devices with their next contact', async () => {
    const [none, five, six] = [await told(), await told(5), await told(6)]
    expect([none.days, five.days, six.days]).toEqual([undefined, 5, 6])
    expect(new Set([none.version, five.version, six.version]).size).toBe(3)
  })

  it('DAT-36: are whole and at least one, or not set', () => {
    const read = (text: string) => readSettings({ SOTAY_READ_DAYS: text }).readDays
    expect(['5', '', '0', '-1', '1.5', 'many'].map(read)).toEqual([
      5,
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })
})
