import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DraftRepository } from '#data/contract/store-contract.ts'
import type { JsonValue } from '#domain/change/op.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { createAutosave, DRAFT_EVERY_MS, WRITE_AFTER_MS } from '#features/autosave.ts'

type Saved = Result<{ readonly savedAt: number }, Problem>

/** Drafts in memory: this test is about time, which a database in memory does not share with fake timers. */
function aField(initial = '', drafts = new Map<string, JsonValue>(), diskTakes = 0) {
  const saves: string[] = []
  let answer: () => Promise<Saved> = async () => ok({ savedAt: 7 })
  const repository: DraftRepository = {
    put: async (key, value) => {
      if (diskTakes > 0) await new Promise((done) => setTimeout(done, diskTakes))
      drafts.set(key, value)
      return ok(null)
    },
    get: async (key) => drafts.get(key),
    remove: async (key) => void drafts.delete(key),
  }
  const field = createAutosave<string>({
    initial,
    draftKey: 'note',
    drafts: repository,
    save: (value) => {
      saves.push(value)
      return answer()
    },
  })
  const answerWith = (next: () => Promise<Saved>) => {
    answer = next
  }
  return { field, drafts, saves, answerWith }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('a field that keeps itself (D15)', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('DAT-9: puts the draft on disk every 250 ms while somebody types on', async () => {
    const { field, drafts, saves } = aField()
    field.change('a')
    await pass(200)
    field.change('ab')
    await pass(DRAFT_EVERY_MS - 200)
    expect(drafts.get('note')).toBe('ab')
    field.change('abc')
    await pass(DRAFT_EVERY_MS)
    expect(drafts.get('note')).toBe('abc')
    expect(saves).toEqual([])
  })

  it.each([
    [120, 250],
    [400, 500],
  ])(
    'DAT-9: begins earlier where the disk takes %i ms, so that what is typed is there after %i ms',
    async (takes, within) => {
      const { field, drafts } = aField('', new Map(), takes)
      field.change('a')
      await pass(DRAFT_EVERY_MS + takes)
      expect(drafts.get('note')).toBe('a')
      field.change('ab')
      await pass(within - 1)
      expect(drafts.get('note')).toBe('a')
      await pass(1)
      expect(drafts.get('note')).toBe('ab')
    },
  )

  it('writes on a pause of 1.5 s, once, and then drops the draft', async () => {
    const { field, drafts, saves } = aField()
    field.change('a')
    await pass(WRITE_AFTER_MS - 1)
    field.change('ab')
    await pass(WRITE_AFTER_MS - 1)
    expect(saves).toEqual([])
    await pass(1)
    expect(saves).toEqual(['ab'])
    expect(field.state()).toEqual({ value: 'ab', isUnsaved: false, savedAt: 7, problem: null })
    expect(drafts.has('note')).toBe(false)
  })

  it('writes at once when asked, and says so only after the receipt', async () => {
    const { field, answerWith } = aField()
    let arrive: (saved: Saved) => void = () => {}
    answerWith(() => new Promise((resolve) => (arrive = resolve)))
    field.change('a')
    const flushed = field.flush()
    await pass(0)
    expect(field.state()).toMatchObject({ isUnsaved: true, savedAt: null })
    arrive(ok({ savedAt: 9 }))
    expect(await flushed).toBe(true)
    expect(field.state()).toMatchObject({ isUnsaved: false, savedAt: 9 })
  })

  it('DAT-3: keeps what was typed, and its draft, when the write fails', async () => {
    const { field, drafts, answerWith } = aField()
    answerWith(async () => err({ code: 'storage.full' }))
    field.change('a')
    expect(await field.flush()).toBe(false)
    expect(field.state()).toMatchObject({ value: 'a', isUnsaved: true, problem: { code: 'storage.full' } })
    expect(drafts.get('note')).toBe('a')
    answerWith(async () => ok({ savedAt: 3 }))
    expect(await field.flush()).toBe(true)
    expect(field.state().problem).toBeNull()
  })

  it('goes on being unsaved when more was typed during a write', async () => {
    const { field, saves, answerWith } = aField()
    let arrive: (saved: Saved) => void = () => {}
    answerWith(() => new Promise((resolve) => (arrive = resolve)))
    field.change('a')
    void field.flush()
    field.change('ab')
    answerWith(async () => ok({ savedAt: 8 }))
    arrive(ok({ savedAt: 5 }))
    await pass(0)
    expect(field.state()).toMatchObject({ value: 'ab', isUnsaved: true })
    await pass(WRITE_AFTER_MS)
    expect(saves).toEqual(['a', 'ab'])
    expect(field.state()).toMatchObject({ isUnsaved: false, savedAt: 8 })
  })

  it('DAT-9: brings back what a killed browser left, and writes it', async () => {
    const { field, saves } = aField('cũ', new Map([['note', 'mới']]))
    await field.restore()
    expect(field.state()).toMatchObject({ value: 'mới', isUnsaved: true })
    await pass(WRITE_AFTER_MS)
    expect(saves).toEqual(['mới'])
  })

  it('shows what somebody else wrote, but never over what is being typed', async () => {
    const { field } = aField('cũ')
    field.adopt('của người khác')
    expect(field.state().value).toBe('của người khác')
    field.change('đang viết')
    field.adopt('lại khác')
    expect(field.state().value).toBe('đang viết')
  })

  it('is not thrown back by the late echo of its own earlier write', async () => {
    const { field } = aField()
    field.change('a')
    await field.flush()
    field.change('ab')
    await field.flush()
    field.adopt('a')
    expect(field.state().value).toBe('ab')
  })

  it('goes on keeping drafts after a write', async () => {
    const { field, drafts } = aField()
    field.change('a')
    await field.flush()
    field.change('ab')
    await pass(DRAFT_EVERY_MS)
    expect(drafts.get('note')).toBe('ab')
  })
})
