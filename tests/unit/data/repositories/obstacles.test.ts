import { describe, expect, it } from 'vitest'
import { addDays, formatLocalDate } from '#domain/kernel/local-date.ts'
import type { StageOfPlan } from '#data/contract/obstacle-contract.ts'
import { receive } from '#support/store/receive.ts'
import { aStore, codeOf, NOW, OTHER_UNIT, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'

const PUB = `${UNIT}/pub`
const STAGE: StageOfPlan = { unit: UNIT, plan: 'p-1', stage: 'G4' }

describe('obstacles on the device', () => {
  it('OBS-1: are raised with their stage and the day, and refused without words', async () => {
    const store = await aStore()
    expect(codeOf(await store.obstacles.raise({ unit: UNIT, stage: 'G4', text: ' ' }))).toBe('obstacle.text-missing')
    const id = valueOf(await store.obstacles.raise({ unit: UNIT, stage: 'G4', text: ' Chưa có mẫu ' }))
    expect(await store.obstacles.list([UNIT, OTHER_UNIT])).toEqual([
      expect.objectContaining({
        id,
        unit: UNIT,
        stage: 'G4',
        text: 'Chưa có mẫu',
        raisedOn: TODAY,
        state: 'open',
        by: 'acc-secretary',
        location: 'on-device',
      }),
    ])
    expect(await store.obstacles.list([OTHER_UNIT])).toEqual([])
  })

  it('OBS-2, OBS-3: an owner given elsewhere and an answer written here stand side by side', async () => {
    const store = await aStore()
    const id = valueOf(await store.obstacles.raise({ unit: UNIT, stage: null, text: 'Thiếu máy quét' }))
    const owner = { owner: 'Văn phòng sở', dueOn: addDays(TODAY, 5) }
    await receive(store, { feed: PUB, kind: 'obstacle', entity: id, fields: owner, at: NOW + 1000 })
    valueOf(await store.obstacles.step(UNIT, id, { type: 'answer', answer: 'Đã cấp' }))
    expect((await store.obstacles.list([UNIT]))[0]).toMatchObject({ ...owner, state: 'answered', answer: 'Đã cấp' })
    valueOf(await store.obstacles.step(UNIT, id, { type: 'settle', words: '' }))
    expect(codeOf(await store.obstacles.step(UNIT, id, { type: 'answer', answer: 'x' }))).toBe('obstacle.not-possible')
    expect(codeOf(await store.obstacles.step(UNIT, 'nowhere', { type: 'reopen' }))).toBe('obstacle.not-found')
  })

  it('OBS-5: are listed with what waits longest first', async () => {
    const store = await aStore()
    const raised = async (text: string) => valueOf(await store.obstacles.raise({ unit: UNIT, stage: null, text }))
    const [a, , c] = [await raised('A'), await raised('B'), await raised('C')]
    valueOf(await store.obstacles.step(UNIT, a, { type: 'answer', answer: 'Xong' }))
    const dueOn = formatLocalDate(TODAY)
    valueOf(await store.obstacles.step(UNIT, c, { type: 'assign', owner: 'Phòng TĐC', dueOn }))
    expect((await store.obstacles.list([UNIT])).map(({ text }) => text)).toEqual(['C', 'B', 'A'])
  })
})

describe('reasons for a delay on the device', () => {
  it('OBS-8: are refused without a reason and kept with one', async () => {
    const store = await aStore()
    const draft = { reasons: [], text: '', expectedOn: '' }
    expect(codeOf(await store.obstacles.explain(STAGE, draft))).toBe('stage-delay.reason-missing')
    expect(await store.obstacles.delays([UNIT])).toEqual([])
  })

  it('OBS-9: a further statement takes the place of the one before, also of somebody else', async () => {
    const store = await aStore()
    valueOf(await store.obstacles.explain(STAGE, { reasons: ['short-of-time'], text: '', expectedOn: '' }))
    const entity = `sdl.${UNIT}.p-1.G4`
    const fields = { ...STAGE, reasons: ['staff-moved'], on: TODAY, expectedOn: null }
    await receive(store, { feed: PUB, kind: 'stage-delay', entity, fields, at: NOW + 5000 })
    expect(await store.obstacles.delays([UNIT])).toEqual([
      expect.objectContaining({ id: entity, reasons: ['staff-moved'], by: 'acc-colleague' }),
    ])
    expect(await store.syncCentre.conflicts()).not.toEqual([])
    const expectedOn = formatLocalDate(addDays(TODAY, 10))
    valueOf(await store.obstacles.explain(STAGE, { reasons: ['other'], text: 'Mưa lũ', expectedOn }))
    expect(await store.obstacles.delays([UNIT])).toEqual([
      expect.objectContaining({ reasons: ['other'], text: 'Mưa lũ', expectedOn: addDays(TODAY, 10) }),
    ])
  })
})
