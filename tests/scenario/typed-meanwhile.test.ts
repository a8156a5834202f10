// A colleague's answer arrives while somebody types: neither settles over the other.
import { describe, expect, it } from 'vitest'
import { COMMUNE_SELF_ASSESSMENT } from '#domain/questionnaire/instrument-registry.ts'
import { MemoryRelay, syncAll } from '#support/store/memory-relay.ts'
import { aStore, anIdentity, UNIT, valueOf } from '#support/store/test-store.ts'

const feeds = [`${UNIT}/self`, `${UNIT}/pub`]
const progress = { answered: 1, total: 1 }

async function twoDevices() {
  const relay = new MemoryRelay()
  const one = await aStore({ identity: anIdentity('a1', 'acc-secretary') })
  const two = await aStore({ identity: anIdentity('b2', 'acc-chairman') })
  const sync = async (...devices: readonly (typeof one)[]) => {
    for (const device of devices) await syncAll(device.sync, relay, feeds)
  }
  return { one, two, sync }
}

describe('an answer that arrives while another is typed', () => {
  it('FIL-17: stays beside what is typed into a form, on both devices; what was seen is replaced', async () => {
    const { one, two, sync } = await twoDevices()
    const answers = [{ path: '/tên', value: 'Ban đầu' }]
    const id = valueOf(await one.fillings.start({ unitId: UNIT, form: 'phieu@1', answers, progress }))
    await sync(one, two)
    valueOf(await two.fillings.save(id, [{ path: '/tên', value: 'Của đồng nghiệp' }], progress))
    await sync(two, one)
    const typed = { path: '/tên', value: 'Đang gõ', seen: ['Ban đầu', '', ''] }
    valueOf(await one.fillings.save(id, [typed], progress))
    await sync(one, two)
    for (const { fillings, syncCentre } of [one, two]) {
      expect((await fillings.get(id))?.answers[0]?.hasConflict).toBe(true)
      const [conflict] = await syncCentre.conflicts()
      expect(conflict?.heads.map(({ value }) => value).sort()).toEqual(['Của đồng nghiệp', 'Đang gõ'])
    }
  })

  it('FIL-17: what was seen makes no conflict, with oneself neither', async () => {
    const { one, two, sync } = await twoDevices()
    const answers = [{ path: '/tên', value: 'Ban đầu' }]
    const id = valueOf(await one.fillings.start({ unitId: UNIT, form: 'phieu@1', answers, progress }))
    await sync(one, two)
    const seen = ['Ban đầu', '', '']
    valueOf(await two.fillings.save(id, [{ path: '/tên', value: 'Một', seen }], progress))
    valueOf(await two.fillings.save(id, [{ path: '/tên', value: 'Một hai', seen }], progress))
    await sync(two, one)
    const next = { path: '/tên', value: 'Một hai ba', seen: ['Một hai', '', ''] }
    valueOf(await one.fillings.save(id, [next], progress))
    await sync(one, two)
    for (const { fillings } of [one, two])
      expect((await fillings.get(id))?.answers).toMatchObject([{ value: 'Một hai ba', hasConflict: false }])
  })

  it('SA-26: stays beside what is typed or chosen in a self-assessment', async () => {
    const { one, two, sync } = await twoDevices()
    const id = valueOf(await one.assessments.start(UNIT, COMMUNE_SELF_ASSESSMENT, '2015'))
    valueOf(await one.assessments.saveAnswer(id, 'Q4.1', { score: 1, note: 'cũ' }))
    await sync(one, two)
    valueOf(await two.assessments.saveAnswer(id, 'Q4.1', { score: 3, note: 'của đồng nghiệp' }))
    await sync(two, one)
    const seen = { score: 1, reason: '', note: 'cũ' } as const
    valueOf(await one.assessments.saveAnswer(id, 'Q4.1', { note: 'đang gõ' }, seen))
    valueOf(await one.assessments.saveAnswer(id, 'Q4.1', { score: 2 }, seen))
    await sync(one, two)
    for (const { syncCentre } of [one, two]) {
      const conflicts = await syncCentre.conflicts()
      const shown = conflicts.map(({ field, heads }) => [field, new Set(heads.map(({ value }) => value))])
      expect(Object.fromEntries(shown)).toEqual({
        note: new Set(['của đồng nghiệp', 'đang gõ']),
        score: new Set([2, 3]),
      })
    }
  })
})
