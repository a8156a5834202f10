import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { EvidenceStrip } from '#features/evidence-strip.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, UNIT } from '#support/store/test-store.ts'

const FEED = `${UNIT}/self`
let stores = 0

type Ask = MediaDevices['getUserMedia']
const give = (getUserMedia: Ask) =>
  Object.defineProperty(navigator, 'mediaDevices', { configurable: true, value: { getUserMedia } })

afterEach(() => {
  Reflect.deleteProperty(navigator, 'mediaDevices')
  Reflect.deleteProperty(document, 'visibilityState')
})

const look = (visibilityState: string) => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: visibilityState })
  document.dispatchEvent(new Event('visibilitychange'))
}

async function openCamera() {
  const store = await aStore({ storeId: `camera-${(stores += 1)}` })
  await renderScreen(({ platform }) => <EvidenceStrip {...{ store, platform }} canEdit feed={FEED} of="ans.x" />, {
    store,
  })
  await userEvent.click(await screen.findByRole('button', { name: 'Chụp ngay trong ứng dụng' }))
  await screen.findByRole('dialog', { name: 'Chụp bằng chứng' })
}

describe('the camera in the page', () => {
  it.each([
    ['NotAllowedError', 'Chưa được phép dùng máy ảnh'],
    ['NotFoundError', 'Không mở được máy ảnh'],
    ['NotReadableError', 'Không mở được máy ảnh'],
  ])('says what to do instead after %s', async (name, sentence) => {
    give(async () => {
      throw new DOMException('no', name)
    })
    await openCamera()
    expect(await screen.findByText(sentence)).toBeVisible()
    expect(screen.getByRole('button', { name: 'Chụp' })).toBeDisabled()
  })

  it('EVI-10: is let go when the page is hidden, asked for again when it is back, and let go when closed', async () => {
    const stopped: number[] = []
    let opened = 0
    HTMLMediaElement.prototype.play = async () => {}
    give(async () => {
      const number = (opened += 1)
      return { getTracks: () => [{ stop: () => stopped.push(number) }] } as unknown as MediaStream
    })
    await openCamera()
    await waitFor(() => expect(screen.getByRole('button', { name: 'Chụp' })).toBeEnabled())
    look('hidden')
    expect(stopped).toEqual([1])
    look('visible')
    await waitFor(() => expect(opened).toBe(2))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Chụp' })).toBeEnabled())
    await userEvent.click(screen.getByRole('button', { name: 'Xong' }))
    await waitFor(() => expect(stopped).toEqual([1, 2]))
  })

  it('is not offered where the browser has none to give', async () => {
    const store = await aStore({ storeId: 'camera-none' })
    await renderScreen(({ platform }) => <EvidenceStrip {...{ store, platform }} canEdit feed={FEED} of="ans.x" />, {
      store,
    })
    expect(await screen.findByLabelText('Chụp bằng chứng')).toBeEnabled()
    expect(screen.queryByRole('button', { name: 'Chụp ngay trong ứng dụng' })).toBeNull()
  })
})
