// Documents in the strip of evidence: chosen, refused, listed, handed out, taken away. The file adapter is the real one.
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { browserHasher } from '#app/platform/browser-kernel.ts'
import { prepareFile } from '#app/platform/prepare-file.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import type { Platform } from '#features/screen-props.ts'
import { aDocument } from '#support/evidence/a-document.ts'
import { aDocx, aPdf, utf8 } from '#support/evidence/documents.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, UNIT, valueOf } from '#support/store/test-store.ts'

const FEED = `${UNIT}/self`
const OF = `ans.asm.${UNIT}.2026-1.Q4.1`
const NAME = 'Quyết định 12.pdf'
let stores = 0
const someStore = () => aStore({ storeId: `documents-${(stores += 1)}` })

// jsdom makes no object URLs and follows no download.
const saved: { name: string; type: string }[] = []
beforeEach(() => {
  saved.length = 0
  const types = new Map<string, string>()
  const createObjectURL = (blob: Blob): string => {
    types.set(`blob:${types.size}`, blob.type)
    return `blob:${types.size - 1}`
  }
  Object.assign(URL, { createObjectURL, revokeObjectURL: () => {} })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function click(this: HTMLAnchorElement) {
    saved.push({ name: this.download, type: types.get(this.href) ?? '' })
  })
})

const draw = (store: PersonStore, platform: Partial<Platform> = {}, canEdit = true) =>
  renderScreen(
    (props) => <EvidenceStrip {...{ store, canEdit }} platform={props.platform} feed={FEED} of={OF} takesFiles />,
    { store, platform: { prepareFile: (file) => prepareFile(file, browserHasher), ...platform } },
  )

const choose = async (name: string, bytes: Uint8Array): Promise<void> => {
  const file = new File([new Uint8Array(bytes)], name)
  fireEvent.change(await screen.findByLabelText('Chọn tệp'), { target: { files: [file] } })
}
const withDocument = async () => {
  const store = await someStore()
  valueOf(await store.evidence.addDocument({ feed: FEED, of: OF, caption: '', document: aDocument(NAME) }))
  return store
}
const open = async () => userEvent.click(await screen.findByRole('button', { name: new RegExp(`^${NAME}`) }))

describe('documents of an answer', () => {
  it('EVI-11: one that is chosen is kept on the device, and listed with its name, kind, size and where it is', async () => {
    const store = await someStore()
    await draw(store)
    await choose(NAME, aPdf(NAME))
    const row = await screen.findByRole('button', { name: new RegExp(`^${NAME}`) })
    expect(row).toHaveTextContent(/PDF · 106 byte · 21\/11\/2026/)
    expect(row).toHaveTextContent('Trên máy')
    expect(await store.evidence.listOf(FEED, OF)).toMatchObject([{ sha256: aDocument(NAME).sha256 }])
    expect(screen.queryByRole('img', { name: NAME })).toBeNull()
  })

  it('EVI-12: what is refused says what to do, and nothing of it is stored', async () => {
    const store = await someStore()
    await draw(store)
    await choose('a.docx', aDocx({ 'word/vbaProject.bin': 'x' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('lưu thành .docx hoặc .xlsx không macro')
    await choose('a.pdf', utf8('<html><script>alert(1)</script>'))
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('xuất nội dung ra PDF'))
    expect(await store.evidence.listOf(FEED, OF)).toEqual([])
  })

  it('EVI-13: is downloaded under its name and kind, from the endpoint where this device has not got it', async () => {
    const store = await withDocument()
    const asked: unknown[] = []
    const evidence = { ...store.evidence, bytes: async () => null }
    const fetchPhoto = async (sha256: string, size?: number) => {
      asked.push([sha256, size])
      return ok(aDocument(NAME).bytes)
    }
    await draw({ ...store, evidence }, { fetchPhoto }, false)
    await open()
    await waitFor(() => expect(saved).toEqual([{ name: NAME, type: 'application/pdf' }]))
    expect(asked).toEqual([[aDocument(NAME).sha256, aDocument(NAME).bytes.length]])
    expect(screen.queryByLabelText('Chọn tệp')).toBeNull()
  })

  it('EVI-13: bytes that are not what the record says are not handed out', async () => {
    const store = await withDocument()
    const evidence = { ...store.evidence, bytes: async () => utf8('<html><script>alert(1)</script>') }
    await draw({ ...store, evidence })
    await open()
    expect(await screen.findByRole('alert')).toHaveTextContent('không đúng là tệp này')
    expect(saved).toEqual([])
  })

  it('says what is missing where there is no network', async () => {
    const store = await withDocument()
    const evidence = { ...store.evidence, bytes: async () => null }
    await draw({ ...store, evidence }, { fetchPhoto: async () => err({ code: 'network.offline' }) })
    await open()
    expect(await screen.findByRole('alert')).toHaveTextContent('không có mạng')
  })

  it('EVI-14: is taken away like a photo, with a way back', async () => {
    const store = await withDocument()
    await draw(store)
    await userEvent.click(await screen.findByRole('button', { name: `Bỏ ${NAME}` }))
    await waitFor(() => expect(screen.queryByRole('button', { name: `Bỏ ${NAME}` })).toBeNull())
    cleanup()
    await waitFor(async () => expect(await store.evidence.listOf(FEED, OF)).toEqual([]))
  })
})
