import { describe, expect, it } from 'vitest'
import { paths } from '#protocol/paths.ts'
import { type TrailEntry, trailPageSchema } from '#protocol/trail-message.ts'
import { createScene } from '#support/endpoint/endpoint-scene.ts'
import { AREA, COMMUNE, idOf, NEIGHBOUR } from '#support/endpoint/place-fixture.ts'
import { signIn, type TestDevice } from '#support/endpoint/test-device.ts'

const LOG = `${COMMUNE}/log`

async function notesOf(device: TestDevice, of: string): Promise<readonly (readonly unknown[])[]> {
  const reply = await device.scene.get(`${paths.trail}?of=${of}`, device.headers)
  const entries: readonly TrailEntry[] = trailPageSchema.parse(reply.json()).entries
  return entries.flatMap(({ account, device: on, chain, detail }) =>
    ((detail?.['activities'] ?? []) as { action: string; what: string; unitName: string | null }[]).map(
      ({ action, what, unitName }) => [account, on, chain, action, what, unitName],
    ),
  )
}

const look = { action: ['look'], what: ['submission'], form: [''], unit: [COMMUNE], record: ['s1'] } as const
const print = { action: ['export'], what: ['progress-report'], form: ['print'], unit: [null], record: [null] } as const

describe('notes of exports and looks', () => {
  it('TRL-20: are read by whoever made them, the heads of the commune and the administrator, and by nobody else', async () => {
    const scene = await createScene()
    const monitor = await signIn(scene, 'monitor')
    const chairman = await signIn(scene, 'chairman')
    const administrator = await signIn(scene, 'administrator')
    await monitor.push(
      monitor.op({ e: 'l1', k: 'activity', s: LOG, f: look }),
      monitor.op({ e: 'x1', k: 'activity', s: `${AREA}/log`, f: print }),
    )
    expect(await scene.store.quarantineOf(monitor.replica)).toEqual([])
    const [who, on] = [idOf('monitor'), monitor.replica]
    const looked = [who, on, LOG, 'look', 'submission', expect.any(String)]
    const printed = [who, on, `${AREA}/log`, 'export', 'progress-report', null]
    expect(await notesOf(chairman, COMMUNE)).toEqual([looked])
    expect(new Set((await notesOf(monitor, 'me')).map(([, , chain]) => chain))).toEqual(new Set([LOG, `${AREA}/log`]))
    expect(await notesOf(administrator, 'office')).toEqual(expect.arrayContaining([looked, printed]))
    expect((await scene.get(`${paths.trail}?of=${COMMUNE}`, monitor.headers)).statusCode).toBe(403)
  })

  it('TRL-18, TRL-20: a note is never written again, and no device downloads it', async () => {
    const scene = await createScene()
    const monitor = await signIn(scene, 'monitor')
    await monitor.push(monitor.op({ e: 'l1', k: 'activity', s: LOG, f: look }))
    await monitor.push(monitor.op({ e: 'l1', k: 'activity', s: LOG, f: { ...look, record: ['s2'] } }))
    expect((await scene.store.quarantineOf(monitor.replica)).map(({ code }) => code)).toEqual(['access.forbidden'])
    const chairman = await signIn(scene, 'chairman')
    const { feeds } = await chairman.sync()
    expect(Object.keys(feeds).filter((feed) => feed.endsWith('/log'))).toEqual([])
  })

  it('ACC-18: nobody notes anything in the log of a place outside their grant', async () => {
    const scene = await createScene()
    const secretary = await signIn(scene, 'secretary')
    await secretary.push(secretary.op({ e: 'l1', k: 'activity', s: `${NEIGHBOUR}/log`, f: look }))
    expect((await scene.store.quarantineOf(secretary.replica)).map(({ code }) => code)).toEqual(['access.forbidden'])
  })
})
