import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { CAPTURE_INTENT } from '#features/capture-intent.ts'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import type { Platform } from '#features/screen-props.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { aPhoto, aStore, UNIT, valueOf } from '#support/store/test-store.ts'

const FEED = `${UNIT}/self`
const OF = `ans.asm.${UNIT}.2026-1.Q4.1`
let stores = 0
// Dexie shares what it has read between databases of one name, so each store has its own.
const someStore = () => aStore({ storeId: `strip-${(stores += 1)}` })

// jsdom makes no object URLs.
let urls = 0
beforeEach(() => {
  Object.assign(URL, { createObjectURL: () => `blob:${(urls += 1)}`, revokeObjectURL: () => {} })
})

async function draw(store: PersonStore, platform: Partial<Platform> = {}, canEdit = true) {
  const prepare = async () => ok(aPhoto('one'))
  return renderScreen(
    (props) => <EvidenceStrip {...{ store, canEdit }} platform={props.platform} feed={FEED} of={OF} />,
    { store, platform: { preparePhoto: prepare, ...platform } },
  )
}

const stored = (store: PersonStore) => store.evidence.listOf(FEED, OF)
const file = new File(['x'], 'x.jpg', { type: 'image/jpeg' })
const take = async () => userEvent.upload(await screen.findByLabelText('Chụp bằng chứng'), file)
const withPhoto = async () => {
  const store = await someStore()
  valueOf(await store.evidence.add({ feed: FEED, of: OF, caption: 'Bảng niêm yết', photo: aPhoto('one') }))
  return store
}

describe('the strip of photos', () => {
  it('keeps a picture from the camera and says it is on this device', async () => {
    const store = await someStore()
    await draw(store)
    await take()
    await waitFor(() =>
      expect(screen.getByRole('img', { name: 'Ảnh 1' })).toHaveAttribute('src', expect.stringMatching(/^blob:/)),
    )
    expect(screen.getByText('Trên máy')).toBeVisible()
    expect(await stored(store)).toHaveLength(1)
    expect(screen.getByText('Không chụp hồ sơ, giấy tờ tùy thân của công dân.')).toBeVisible()
  })

  it('says so when the file is no picture', async () => {
    await draw(await someStore(), { preparePhoto: async () => err({ code: 'evidence.not-an-image' }) })
    await take()
    expect(await screen.findByRole('alert')).toHaveTextContent('không phải ảnh')
  })

  it('says so when the disk is full', async () => {
    const store = await someStore()
    const add = async () => err({ code: 'storage.full' } as const)
    await draw({ ...store, evidence: { ...store.evidence, add } })
    await take()
    expect(await screen.findByRole('alert')).toHaveTextContent('Bộ nhớ máy đã đầy')
  })

  it('takes a picture away with a way back', async () => {
    const store = await withPhoto()
    await draw(store)
    await userEvent.click(await screen.findByRole('button', { name: 'Bỏ Bảng niêm yết' }))
    await waitFor(() => expect(screen.queryByRole('img', { name: 'Bảng niêm yết' })).toBeNull())
    await userEvent.click(await screen.findByRole('button', { name: 'Hoàn tác' }))
    expect(await screen.findByRole('button', { name: 'Bỏ Bảng niêm yết' })).toBeVisible()
    cleanup()
    expect(await stored(store)).toHaveLength(1)
  })

  it('removes it for good when the screen is left', async () => {
    const store = await withPhoto()
    await draw(store)
    await userEvent.click(await screen.findByRole('button', { name: 'Bỏ Bảng niêm yết' }))
    await waitFor(() => expect(screen.queryByRole('img', { name: 'Bảng niêm yết' })).toBeNull())
    expect(await stored(store)).toHaveLength(1)
    cleanup()
    await waitFor(async () => expect(await stored(store)).toHaveLength(0))
  })

  it('opens a photo large, and its caption keeps itself', async () => {
    const store = await withPhoto()
    await draw(store)
    await userEvent.click(await screen.findByRole('button', { name: 'Bảng niêm yết' }))
    const caption = await screen.findByLabelText(/^Chú thích ảnh/)
    await userEvent.clear(caption)
    await userEvent.type(caption, 'Cửa trước')
    await userEvent.tab()
    await waitFor(async () => expect(await stored(store)).toMatchObject([{ caption: 'Cửa trước' }]))
  })

  it('shows a blank with the caption when a photo of somebody else cannot be fetched', async () => {
    const store = await withPhoto()
    const bytes = async () => null
    await draw({ ...store, evidence: { ...store.evidence, bytes } })
    expect(await screen.findByRole('img', { name: 'Bảng niêm yết' })).not.toHaveAttribute('src')
  })

  it('EVI-5: before the camera opens the device holds what the photo is for, and no longer than until it is stored', async () => {
    const store = await someStore()
    await draw(store)
    const input = await screen.findByLabelText('Chụp bằng chứng')
    fireEvent.click(input)
    await waitFor(async () => expect(await store.drafts.get(CAPTURE_INTENT)).toMatchObject({ feed: FEED, of: OF }))
    expect(screen.queryByText(/Anh\/chị đang chụp ảnh cho câu/)).toBeNull()
    fireEvent(input, new Event('cancel', { bubbles: true }))
    await waitFor(async () => expect(await store.drafts.get(CAPTURE_INTENT)).toBeUndefined())
    await take()
    await waitFor(async () => expect(await stored(store)).toHaveLength(1))
    await waitFor(async () => expect(await store.drafts.get(CAPTURE_INTENT)).toBeUndefined())
  })

  it('EVI-5: after a kill the question says that its photo was being taken, takes it, and says so no more', async () => {
    const store = await someStore()
    const intent = { feed: FEED, of: OF, deliverable: null, about: 'Phạm vi?', path: '/x', at: Date.now(), page: 1 }
    await store.drafts.put(CAPTURE_INTENT, intent)
    await draw(store)
    expect(await screen.findByText('Anh/chị đang chụp ảnh cho câu: Phạm vi?')).toBeVisible()
    await userEvent.upload(screen.getByLabelText('Chọn hoặc chụp lại ảnh'), file)
    await waitFor(async () => expect(await stored(store)).toHaveLength(1))
    await waitFor(() => expect(screen.queryByText(/Anh\/chị đang chụp ảnh cho câu/)).toBeNull())
  })

  it('EVI-5: the question of another photo says nothing, and a person may let it go', async () => {
    const store = await someStore()
    const intent = { feed: FEED, of: OF, deliverable: null, about: 'Phạm vi?', path: '/x', at: Date.now(), page: 1 }
    await store.drafts.put(CAPTURE_INTENT, { ...intent, of: `${OF}.other` })
    await draw(store)
    await screen.findByLabelText('Chụp bằng chứng')
    expect(screen.queryByText(/Anh\/chị đang chụp ảnh cho câu/)).toBeNull()
    await store.drafts.put(CAPTURE_INTENT, intent)
    await userEvent.click(await screen.findByRole('button', { name: 'Không chụp nữa' }))
    await waitFor(async () => expect(await store.drafts.get(CAPTURE_INTENT)).toBeUndefined())
  })

  it('EVI-7: shows the day of each photo, and keeps another as it was written', async () => {
    const store = await withPhoto()
    await draw(store)
    await userEvent.click(await screen.findByRole('button', { name: 'Bảng niêm yết' }))
    const day = await screen.findByLabelText(/^Ngày của bằng chứng/)
    await userEvent.clear(day)
    await userEvent.type(day, '31/11/2025')
    await userEvent.tab()
    await waitFor(async () => expect((await stored(store))[0]?.on).toEqual({ text: '31/11/2025', date: null }))
    expect(await screen.findByText('31/11/2025 · Bảng niêm yết')).toBeInTheDocument()
  })

  it('lets nobody change photos who may only read', async () => {
    await draw(await withPhoto(), {}, false)
    expect(await screen.findByRole('button', { name: 'Bảng niêm yết' })).toBeVisible()
    expect(screen.queryByLabelText('Chụp bằng chứng')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Bỏ Bảng niêm yết' })).toBeNull()
  })
})
