import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import { argon2idKey } from '#app/lock/argon2id-key.ts'
import { placeTreeOf } from '#app/session/person.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { HandOverScreen } from '#features/hand-over/hand-over-screen.tsx'
import { ScanCodesScreen } from '#features/hand-over/scan-codes-screen.tsx'
import { ShowCodesScreen } from '#features/hand-over/show-codes-screen.tsx'
import type { HandOverParts } from '#sync/hand-over/hand-over-parts.ts'
import { aModule, withCachesInMemory } from '#support/caches-in-memory.ts'
import { useBuffersOfThisWorld } from '#support/crypto-in-jsdom.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { aClock, aStore, UNIT, valueOf } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

beforeAll(useBuffersOfThisWorld)
afterEach(() => vi.unstubAllGlobals())

const envelopeKey = async (): Promise<string> => {
  const { publicKey } = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits'])
  return JSON.stringify(await crypto.subtle.exportKey('jwk', publicKey))
}

/** What the app hands to the screen, with a key of its own and a pass no endpoint ever signed. */
async function partsOf(store: OpenedPersonStore, hasPass = true): Promise<HandOverParts> {
  const files = await store.handOver()
  const certificate = { text: '{}', signature: '' }
  const pass = { endpointKey: await envelopeKey(), signingKey: '{}', certificate, grantsVersion: '', fetchedAt: 0 }
  if (hasPass) valueOf(await files.keepPass(pass))
  return {
    store: files,
    sync: store.sync,
    signer: { sign: async () => 'A'.repeat(86) },
    clock: aClock(),
    identity: () => store.identity,
    tree: () => placeTreeOf(store.identity.places),
    stretch: argon2idKey,
  }
}

async function answeredStore(): Promise<OpenedPersonStore> {
  const store = await aStore()
  const id = valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
  valueOf(await store.assessments.saveAnswer(id, 'Q4.1', { score: 2 }))
  return store
}

async function show(store: OpenedPersonStore, hasPass = true) {
  const parts = await partsOf(store, hasPass)
  return renderScreen((props) => <HandOverScreen {...props} />, { store, platform: { handOver: async () => parts } })
}

const makeButton = () => screen.findByRole('button', { name: 'Tạo tệp' })

describe('handing over by file', () => {
  it('makes a file for the endpoint, says what is in it, and lets it leave by the ways this browser has', async () => {
    const { user, container } = await show(await answeredStore())
    await waitFor(async () => expect(await makeButton()).toBeEnabled())
    await user.click(await makeButton())
    expect(
      await screen.findByText(/^so-tay-a1-\d{8}-\d{4}\.sotay \(.+\): \d+ thay đổi và 1 lời xin việc mới\./),
    ).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Lưu tệp' })).toBeEnabled()
    expect(screen.queryByRole('button', { name: 'Chia sẻ' })).not.toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Hiện mã QR' })).toHaveAttribute(
      'href',
      '/sync/hand-over/show?to=endpoint&feeds=',
    )
    await expectAxeClean(container)
  })

  it('lets the person choose what a colleague may read', async () => {
    const { user } = await show(await answeredStore())
    await user.click(await screen.findByRole('radio', { name: /Đồng nghiệp/ }))
    const drafts = await screen.findByRole('checkbox', { name: 'xã số 1: bản nháp' })
    expect(drafts).toBeChecked()
    expect(screen.getByText(/Ai có tệp này cũng đọc được/)).toBeInTheDocument()
    await user.click(drafts)
    await user.click(await makeButton())
    const link = await screen.findByRole('link', { name: 'Hiện mã QR' })
    expect(link.getAttribute('href')).not.toContain(encodeURIComponent(`${UNIT}/self`))
  })

  it('HND-11: locks what a colleague may read once the phrase is long enough, and offers no codes then', async () => {
    const { user, container } = await show(await answeredStore())
    await user.click(await screen.findByRole('radio', { name: /Đồng nghiệp/ }))
    await user.click(screen.getByRole('checkbox', { name: /Khóa bằng cụm mật khẩu/ }))
    await waitFor(async () => expect(await makeButton()).toBeDisabled())
    await user.type(screen.getByLabelText('Cụm mật khẩu'), 'mưa rào trên đồi chè')
    expect(screen.getByText('Tốt')).toBeInTheDocument()
    await user.click(await makeButton())
    expect(await screen.findByText(/phần khóa bằng cụm mật khẩu/)).toBeInTheDocument()
    expect(screen.queryByRole('link', { name: 'Hiện mã QR' })).not.toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('TRL-18: notes the file for the trail before it is made', async () => {
    const store = await answeredStore()
    const { user } = await show(store)
    await waitFor(async () => expect(await makeButton()).toBeEnabled())
    await user.click(await makeButton())
    await screen.findByText('Tệp đã sẵn sàng')
    expect((await store.syncCentre.unsentOps()).at(-1)).toMatchObject({ k: 'activity', s: `${UNIT}/log` })
  })

  it('says that there is nothing to hand over instead of making an empty file', async () => {
    const { user } = await show(await aStore())
    await waitFor(async () => expect(await makeButton()).toBeEnabled())
    await user.click(screen.getByRole('checkbox', { name: /Xin máy chủ/ }))
    await user.click(await makeButton())
    expect(await screen.findByText(/Không có gì cần chuyển/)).toBeInTheDocument()
  })

  it('says what is missing on a device that never got its pass', async () => {
    await show(await answeredStore(), false)
    expect(await screen.findByText(/chưa nối mạng lần nào/)).toBeInTheDocument()
  })

  it('tells of a file that is none, by name and with what to do', async () => {
    const { user, container } = await show(await aStore())
    const input = () => container.querySelector<HTMLInputElement>('input[type=file]:enabled')
    await waitFor(() => expect(input()).not.toBeNull())
    await user.upload(input() as HTMLInputElement, new File(['%PDF'], 'bao-cao.sotay'))
    const part = within(await screen.findByRole('group', { name: 'bao-cao.sotay' }))
    expect(part.getByText(/không phải tệp chuyển dữ liệu/)).toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('tells what is kept for others', async () => {
    const store = await aStore()
    const bytes = new Uint8Array(4)
    const section = {
      sha256: 'f'.repeat(64),
      form: 'envelope',
      type: 'ops',
      origin: 'b2',
      from: 1,
      to: 3,
      feed: null,
      bytes,
    } as const
    valueOf(await (await store.handOver()).keepSections([section]))
    await show(store)
    expect(await screen.findByText(/^1 phần niêm phong của 1 máy khác/)).toBeInTheDocument()
  })
})

describe('codes', () => {
  it('HND-10: are shown frame by frame, with the time they take, and can be paused', async () => {
    const store = await answeredStore()
    const parts = await partsOf(store)
    const { user } = await renderScreen(
      (props) => <ShowCodesScreen {...props} query={{ to: 'endpoint', feeds: '' }} />,
      {
        store,
        platform: { handOver: async () => parts },
      },
    )
    expect(await screen.findByText(/khoảng \d+ giây/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Dừng' }))
    const shown = screen.getByText(/^Khung \d+ trong \d+$/).textContent
    vi.useFakeTimers({ shouldAdvanceTime: true })
    await vi.advanceTimersByTimeAsync(1000)
    vi.useRealTimers()
    expect(screen.getByText(/^Khung \d+ trong \d+$/).textContent).toBe(shown)
  })

  it('HND-10: without a reader on the device the person is told to use a file', async () => {
    const store = await aStore()
    const parts = await partsOf(store)
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
    const { container } = await renderScreen((props) => <ScanCodesScreen {...props} />, {
      store,
      platform: { handOver: async () => parts },
    })
    expect(await screen.findByText(/chưa có bộ đọc mã/)).toBeInTheDocument()
    await expectAxeClean(container)
  })

  it('HND-16: a camera without a reader begins when the network is back, and when it is asked to', async () => {
    const scan = async () => {
      vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
      const parts = await partsOf(await aStore())
      const shown = await renderScreen((props) => <ScanCodesScreen {...props} />, {
        store: await aStore(),
        platform: { handOver: async () => parts },
      })
      await screen.findByText(/chưa có bộ đọc mã/)
      vi.stubGlobal('fetch', async () => new Response(aModule()))
      return shown
    }
    const first = await scan()
    globalThis.dispatchEvent(new Event('online'))
    // jsdom has no camera, and without a reader nobody would have looked for one.
    expect(await screen.findByText(/không mở được máy ảnh/)).toBeInTheDocument()
    first.unmount()
    const { user } = await scan()
    await user.click(screen.getByRole('button', { name: 'Thử lại' }))
    expect(await screen.findByText(/không mở được máy ảnh/)).toBeInTheDocument()
  })
})

describe('the reader of codes', () => {
  it('HND-16: the way by film stays in its place while a camera is asked for again, as after filming', async () => {
    const store = await aStore()
    const parts = await partsOf(store)
    vi.stubGlobal('fetch', async () => new Response(aModule()))
    const asked = vi
      .fn<() => Promise<MediaStream>>()
      .mockRejectedValueOnce(new DOMException('none', 'NotFoundError'))
      .mockReturnValue(new Promise(() => undefined))
    Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia: asked } })
    onTestFinished(() => void Reflect.deleteProperty(navigator, 'mediaDevices'))
    const { container } = await renderScreen((props) => <ScanCodesScreen {...props} />, {
      store,
      platform: { handOver: async () => parts },
    })
    await screen.findByText(/không mở được máy ảnh/)
    const film = container.querySelector('input[type=file]')
    expect(film).not.toBeNull()
    document.dispatchEvent(new Event('visibilitychange'))
    await waitFor(() => expect(screen.queryByText(/không mở được máy ảnh/)).toBeNull())
    expect(asked).toHaveBeenCalledTimes(2)
    expect(container.querySelector('input[type=file]')).toBe(film)
  })

  it('HND-16: is said to be missing while it can still be fetched, and fetched by a button', async () => {
    withCachesInMemory()
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
    const { user, container } = await show(await aStore())
    expect(await screen.findByText(/chưa đọc được mã QR khi không có mạng/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: /Tải bộ đọc mã/ }))
    expect(await screen.findByText(/Chưa tải được bộ đọc mã/)).toBeInTheDocument()
    await expectAxeClean(container)
    vi.stubGlobal('fetch', async () => new Response(aModule()))
    await user.click(screen.getByRole('button', { name: /Tải bộ đọc mã/ }))
    expect(await screen.findByText(/đọc được mã QR cả khi không có mạng/)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: /Tải bộ đọc mã/ })).not.toBeInTheDocument()
  })
})
