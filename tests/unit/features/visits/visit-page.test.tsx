import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { NewVisit } from '#data/contract/visit-contract.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { VisitPageScreen } from '#features/visits/visit-page-screen.tsx'
import { VisitScreen } from '#features/visits/visit-screen.tsx'
import { renderScreen } from '#support/render-screen.tsx'
import { TODAY, valueOf } from '#support/store/test-store.ts'
import { FIRST, followerStore } from '../communes/follower-scene.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const aVisit = (patch: Partial<NewVisit> = {}): NewVisit => ({
  unit: FIRST,
  on: writtenDate('21/11/2026'),
  stage: 'G1',
  flag: 'yellow',
  done: 'Soát xét 3 quy trình',
  lateReasons: [],
  recommendation: '',
  visitors: 'Người theo dõi A',
  received: 'Thư ký ISO',
  ...patch,
})

const openPage = async (store: OpenedPersonStore, patch: Partial<NewVisit> = {}) => {
  const id = valueOf(await store.visits.save(aVisit(patch)))
  const drawn = await renderScreen((props) => <VisitPageScreen {...props} unit={FIRST} id={id} />, { store })
  return { id, ...drawn }
}

const openForm = (store: OpenedPersonStore) =>
  renderScreen((props) => <VisitScreen {...props} />, { store, at: `/visits/new?unit=${FIRST}` })

const write = (label: string | RegExp, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } })

const placeAt = (latitude: number, longitude: number) =>
  vi.stubGlobal(
    'navigator',
    Object.create(navigator, {
      geolocation: {
        value: { getCurrentPosition: (found: (at: object) => void) => found({ coords: { latitude, longitude } }) },
      },
    }),
  )

afterEach(() => vi.unstubAllGlobals())

describe('the form of a visit', () => {
  it('VIS-7, VIS-8, VIS-9, VIS-15: begins with what is known, is confirmed or corrected line by line, and closes its plan', async () => {
    const store = await followerStore()
    placeAt(21.853_72, 106.761_49)
    const task = { unit: FIRST, of: 'earlier', question: 'visit', what: 'Niêm yết', who: 'Văn phòng' }
    valueOf(await store.reviews.addAction({ ...task, until: writtenDate('30/11/2026') }))
    const plan = valueOf(await store.visits.plan({ unit: FIRST, on: TODAY, from: null, order: 0, purpose: '' }, TODAY))
    const { user } = await openForm(store)
    const known = await screen.findByRole('group', {
      name: 'Việc giao lần trước: Niêm yết (Văn phòng, hạn 30/11/2026)',
    })
    await user.click(within(known).getByRole('radio', { name: 'Khác, ghi lại' }))
    write('Thực tế tại xã', 'Mới xong một nửa')
    await user.click(
      within(screen.getByRole('group', { name: /^Đang ở G/ })).getByRole('radio', { name: 'Đúng như vậy' }),
    )
    await user.click(screen.getByLabelText(/Tiến triển tốt/))
    write('Việc đã làm', 'Xong')
    await user.click(screen.getByText('Ghi vị trí'))
    expect(await screen.findByText('khoảng 21,85° Bắc, 106,76° Đông')).toBeInTheDocument()
    await user.click(screen.getByText('Lưu chuyến thăm'))
    await waitFor(async () => expect(await store.visits.list([FIRST])).toHaveLength(1))
    const [visit] = await store.visits.list([FIRST])
    expect(visit).toMatchObject({ planned: plan, spot: { north: 2185, east: 10_676 } })
    expect(visit?.checked.map(({ known: words, found }) => found === words || found)).toContain('Mới xong một nửa')
    expect(await store.visits.planned([FIRST])).toMatchObject([{ id: plan, visit: visit?.id }])
  })

  it('VIS-9: writes no place unless somebody asks for it', async () => {
    const store = await followerStore()
    placeAt(21.85, 106.76)
    await openForm(store)
    fireEvent.click(await screen.findByLabelText(/Tiến triển tốt/))
    write('Việc đã làm', 'Xong')
    fireEvent.click(screen.getByText('Lưu chuyến thăm'))
    await waitFor(async () => expect(await store.visits.list([FIRST])).toMatchObject([{ spot: null }]))
  })
})

describe('the page of a visit', () => {
  it('VIS-12: says what the record lacks, and where it is written', async () => {
    const { id } = await openPage(await followerStore(), { received: '' })
    expect(await screen.findByText(/^Chưa ghi người của xã tiếp/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Khóa biên bản' })).toBeDisabled()
    const ways = screen.getAllByRole('link', { name: 'Sửa' })
    expect(ways[0]).toHaveAttribute('href', `/visits/new?unit=${FIRST}&visit=${id}`)
  })

  it('VIS-13, VIS-14: gives a task, seals the record, shows it as paper with both sides to sign, and goes on in a further one', async () => {
    const store = await followerStore()
    const { id, user, container } = await openPage(store)
    await screen.findByLabelText('Việc phải làm')
    write('Việc phải làm', 'Niêm yết quy trình')
    write('Ai làm', 'Văn phòng')
    await user.click(screen.getByText('Giao việc này'))
    await waitFor(() => expect(screen.getByLabelText('Việc phải làm')).toHaveValue(''))
    expect((await screen.findByText('Niêm yết quy trình')).closest('a')).not.toBeNull()
    await user.click(screen.getByRole('button', { name: 'Khóa biên bản' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Khóa biên bản' }))
    const paper = await screen.findByRole('article', { name: 'BIÊN BẢN LÀM VIỆC TẠI XÃ' })
    expect(paper).toHaveTextContent('Niêm yết quy trình')
    for (const side of ['Người đến thăm', 'Đại diện xã'])
      expect(await screen.findByRole('heading', { level: 3, name: side })).toBeInTheDocument()
    await expectAxeClean(container)
    await user.click(screen.getByRole('button', { name: 'Lập biên bản bổ sung' }))
    expect(await screen.findByRole('button', { name: 'Khóa biên bản' })).toBeEnabled()
    expect((await store.visits.get(FIRST, id))?.records).toHaveLength(1)
  })
})
