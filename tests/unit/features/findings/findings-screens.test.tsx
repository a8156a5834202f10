import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { FindingDetailScreen } from '#features/findings/finding-detail-screen.tsx'
import { FindingsScreen } from '#features/findings/findings-screen.tsx'
import type { ScreenProps } from '#features/screen-props.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { FIRST, FIRST_NAME, follower, followerStore, reportFinding, SECOND } from '../communes/follower-scene.ts'

const open = (store: OpenedPersonStore, at = '/findings') =>
  renderScreen((props) => <FindingsScreen {...props} />, { store, at })

const factsShown = () => screen.getAllByRole('link', { name: /Mở$/ }).map((link) => link.textContent)

async function twoFindings(): Promise<OpenedPersonStore> {
  const store = await followerStore()
  await reportFinding(store, FIRST, { facts: 'Thiếu sổ giao nhận', dueOn: writtenDate('31/12/2026'), grade: 'major' })
  await reportFinding(store, SECOND, { facts: 'Quy trình chưa ký', dueOn: writtenDate('01/11/2026'), grade: 'minor' })
  return store
}

describe('the findings a monitor follows', () => {
  it('are those of all communes in scope, what is overdue first, each with its commune', async () => {
    await open(await twoFindings())
    expect(await screen.findByText('2 trong 2 phát hiện')).toBeInTheDocument()
    const [first, second] = factsShown()
    expect(first).toMatch(/Quy trình chưa ký.*Quá hạn/)
    expect(second).toMatch(new RegExp(`Thiếu sổ giao nhận.*${FIRST_NAME}`))
  })

  it('can be narrowed by grade, commune and what is overdue, and the address remembers it', async () => {
    const { user, location } = await open(await twoFindings())
    await user.selectOptions(await screen.findByLabelText('Mức độ'), 'major')
    expect(await screen.findByText('1 trong 2 phát hiện')).toBeInTheDocument()
    expect(location.history.at(-1)).toContain('grade=major')
    await user.click(screen.getByLabelText('Chỉ phát hiện quá hạn'))
    expect(await screen.findByText('Không có phát hiện nào khớp')).toBeInTheDocument()
    await user.click(screen.getAllByRole('link', { name: 'Bỏ lọc' })[0]!)
    await user.selectOptions(screen.getByLabelText('Xã'), SECOND)
    expect(factsShown()).toHaveLength(1)
  })

  it('are told to be none yet, and where they will come from', async () => {
    await open(await followerStore())
    expect(await screen.findByText('Chưa có phát hiện nào được báo cáo')).toBeInTheDocument()
  })
})

describe('who opened a finding', () => {
  const looks = async (store: OpenedPersonStore) =>
    (await store.syncCentre.unsentOps()).flatMap(({ s, k, f }) => (k === 'activity' ? [[s, f['what']?.[0]]] : []))
  const openIt = async (store: OpenedPersonStore) => {
    const [finding] = await store.audits.publishedFindings([FIRST])
    const draw = (props: ScreenProps) => <FindingDetailScreen {...props} unit={FIRST} id={finding!.id} />
    const { unmount } = await renderScreen(draw, { store })
    await screen.findByRole('heading', { level: 1, name: finding!.number })
    return unmount
  }

  it('TRL-18: is noted once a day when they follow the commune, and not when it is theirs', async () => {
    const followers = await followerStore()
    await reportFinding(followers, FIRST)
    const unmount = await openIt(followers)
    await waitFor(async () => expect(await looks(followers)).toEqual([[`${FIRST}/log`, 'finding']]))
    unmount()
    const unmountAgain = await openIt(followers)
    expect(await looks(followers)).toHaveLength(1)
    unmountAgain()
    const own = await followerStore(follower('iso-secretary', FIRST))
    await reportFinding(own, FIRST)
    await openIt(own)
    expect(await looks(own)).toEqual([])
  })
})

describe('the findings of a commune', () => {
  it('are its own, without a choice of communes, and begin with an internal audit', async () => {
    const store = await followerStore(follower('iso-secretary', FIRST))
    const { unmount } = await open(store)
    expect(await screen.findByRole('link', { name: 'Tới đánh giá nội bộ' })).toBeInTheDocument()
    unmount()
    await reportFinding(store, FIRST)
    await open(store)
    expect(await screen.findByText(/5 trong 12 hồ sơ/)).toBeInTheDocument()
    expect(screen.queryByLabelText('Xã')).not.toBeInTheDocument()
  })
})

describe('a finding', () => {
  it('is read in full, with its commune and area', async () => {
    const store = await followerStore()
    const id = await reportFinding(store, FIRST)
    await renderScreen((props) => <FindingDetailScreen {...props} unit={FIRST} id={id} />, { store })
    expect(await screen.findByText(`${FIRST_NAME} · Địa bàn Tràng Định`)).toBeInTheDocument()
    expect(screen.getByText('QT.CT.01 bước 6')).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Mở trang của xã' })).toHaveAttribute(
      'href',
      `/communes/${FIRST}?tab=findings`,
    )
  })

  it('that is not on this device is told so', async () => {
    const store = await followerStore()
    await renderScreen((props) => <FindingDetailScreen {...props} unit={FIRST} id="no" />, { store })
    expect(await screen.findByText('Phát hiện không có trên máy')).toBeInTheDocument()
  })
})
