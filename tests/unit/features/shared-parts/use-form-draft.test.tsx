import { act, renderHook, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { DraftRepository } from '#data/contract/store-contract.ts'
import { err } from '#domain/kernel/result.ts'
import { DRAFT_EVERY_MS, WRITE_AFTER_MS } from '#features/autosave.ts'
import { useFormDraft } from '#features/use-form-draft.ts'
import { hasUnsavedWork } from '#ui/unsaved-work.ts'
import { aClock, aStore } from '#support/store/test-store.ts'

type Form = { readonly text: string }

const open = (drafts: DraftRepository) =>
  renderHook(() => useFormDraft<Form>({ drafts, draftKey: 'form:1', initial: { text: '' }, clock: aClock() })).result

const pause = (ms: number) => act(() => new Promise((done) => setTimeout(done, ms)))

describe('a form that is no record yet', () => {
  it('counts as unsaved work only until its draft is kept', async () => {
    const { drafts } = await aStore()
    const form = open(drafts)
    await pause(0)
    expect(hasUnsavedWork()).toBe(false)
    act(() => form.current.change({ text: 'Đang viết' }))
    expect(hasUnsavedWork()).toBe(true)
    await act(() => form.current.flush())
    expect(hasUnsavedWork()).toBe(false)
    expect(await drafts.get('form:1')).toEqual({ text: 'Đang viết' })
  })

  it('stays unsaved work, with the reason, while the draft cannot be kept', async () => {
    const { drafts } = await aStore()
    const form = open({ ...drafts, put: async () => err({ code: 'storage.full' } as const) })
    await pause(0)
    act(() => form.current.change({ text: 'Đang viết' }))
    await pause(DRAFT_EVERY_MS + WRITE_AFTER_MS)
    expect(hasUnsavedWork()).toBe(true)
    expect(form.current).toMatchObject({ value: { text: 'Đang viết' }, problem: { code: 'storage.full' } })
  })

  it('keeps its draft after every write, and drops it once it became a record', async () => {
    const { drafts } = await aStore()
    const form = open(drafts)
    await pause(0)
    act(() => form.current.change({ text: 'Một' }))
    await act(() => form.current.flush())
    const again = open(drafts)
    await waitFor(() => expect(again.current.value).toEqual({ text: 'Một' }))
    await act(() => again.current.drop())
    expect(await drafts.get('form:1')).toBeUndefined()
  })
})
