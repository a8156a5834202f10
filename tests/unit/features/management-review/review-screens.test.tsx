import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { reviewInputs } from '#domain/management-review/review-input.ts'
import { ReviewOfLeadersScreen } from '#features/management-review/review-screen.tsx'
import { ReviewsOfLeadersScreen } from '#features/management-review/reviews-screen.tsx'
import { conflictSubject } from '#features/sync-centre/conflict-subject.ts'
import { receive } from '#support/store/receive.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const head = { place: 'Phòng họp', chair: 'Chủ tịch UBND xã', secretary: 'Thư ký ISO' }

async function opened(fill: boolean) {
  const store = await aStore()
  const { managementReviews } = store
  const id = valueOf(await managementReviews.start(UNIT, TODAY, head))
  if (fill) {
    for (const { id: input } of reviewInputs)
      valueOf(await managementReviews.saveInput(UNIT, id, { input, text: 'Không thay đổi', gatheredAt: null }))
    for (const side of ['chair', 'secretary'] as const)
      valueOf(
        await managementReviews.saveAttendee(UNIT, id, {
          name: `Người ${side}`,
          post: 'Cán bộ',
          side,
          isPresent: true,
        }),
      )
  }
  const drawn = await renderScreen((props) => <ReviewOfLeadersScreen {...props} unit={UNIT} id={id} />, { store })
  return { ...drawn, store, id }
}

describe('reviews of the leaders on the screen', () => {
  it('teaches while there are none, and begins one a week ahead', async () => {
    const store = await aStore()
    const { user, location, container } = await renderScreen((props) => <ReviewsOfLeadersScreen {...props} />, {
      store,
    })
    expect(await screen.findByText('Chưa có cuộc họp xem xét nào')).toBeInTheDocument()
    await expectAxeClean(container)
    await user.click(screen.getByRole('button', { name: 'Tạo' }))
    const [review] = await store.managementReviews.list([UNIT])
    expect(review).toMatchObject({ on: '2026-11-28', chair: 'Chủ tịch UBND xã', number: 1 })
    expect(location.history?.at(-1)).toBe(`/management-review/${UNIT}/${review?.id}`)
  })

  it('MR-4: says what is missing, and seals once nothing is', async () => {
    const { user, store, id, container } = await opened(true)
    expect(await screen.findByText(/Chưa có quyết định nào/)).toBeInTheDocument()
    await user.click(screen.getByRole('checkbox', { name: /Không có quyết định nào/ }))
    expect(await screen.findByText('Đã đủ nội dung để đóng biên bản.')).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Đóng biên bản' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Đóng biên bản' }))
    expect(await screen.findByRole('article', { name: 'Biên bản họp xem xét của lãnh đạo' })).toHaveTextContent(
      /Cuộc họp không đưa ra quyết định nào/,
    )
    expect((await store.managementReviews.get(UNIT, id))?.isSealed).toBe(true)
    await expectAxeClean(container)
  })

  it('UI-4: says once that it keeps itself, and at a field from its first word on', async () => {
    const { user } = await opened(false)
    expect(await screen.findAllByText('Tự lưu trên máy khi anh/chị dừng viết.')).toHaveLength(1)
    await user.type(screen.getByLabelText('Địa điểm'), ' 2')
    expect(screen.getByText('Đang viết, chưa lưu…')).toBeInTheDocument()
    await user.tab()
    expect(await screen.findByText(/^Đã lưu trên máy/)).toBeInTheDocument()
  })

  it('MR-5: a notice of less than a week is said and blocks nothing', async () => {
    const { user } = await opened(false)
    const field = await screen.findByLabelText(/Ngày gửi thông báo họp/)
    await user.type(field, '18/11/2026')
    await user.tab()
    expect(await screen.findByText('Thông báo dưới 7 ngày')).toBeInTheDocument()
  })

  it('MR-3: what the app knows is taken over by a press, with its moment', async () => {
    const { user, store, id } = await opened(false)
    await receive(store, {
      feed: `${UNIT}/pub`,
      kind: 'finding',
      entity: 'fin-1',
      fields: { unit: UNIT, grade: 'major', number: '1' },
    })
    await user.click(await screen.findByText('Sự không phù hợp và hành động khắc phục', { selector: 'b' }))
    await user.click(await screen.findByRole('button', { name: 'Đưa vào nội dung' }))
    expect(await screen.findByText(/Số liệu lấy lúc/)).toBeInTheDocument()
    const [input] = (await store.managementReviews.get(UNIT, id))?.inputs ?? []
    expect(input?.text).toContain('1 điểm không phù hợp nặng')
    expect(input?.gatheredAt).not.toBeNull()
  })

  it('two people who conclude apart are led to the review they disagree about', async () => {
    const { store, id } = await opened(false)
    valueOf(await store.managementReviews.save(UNIT, id, { conclusion: 'Phù hợp' }))
    const other = { feed: `${UNIT}/pub`, kind: 'management-review', entity: id, fields: { conclusion: 'Chưa' } }
    await receive(store, other)
    const [conflict] = await store.syncCentre.conflicts()
    expect(conflict).toMatchObject({ kind: 'management-review', field: 'conclusion' })
    expect(await conflictSubject(store, conflict!)).toEqual({
      label: '1/2026',
      text: null,
      href: `/management-review/${UNIT}/${id}`,
    })
  })

  it('MR-12: is not sealed while two people wrote one input differently, and leads to where one is chosen', async () => {
    const { store, id } = await opened(true)
    valueOf(await store.managementReviews.save(UNIT, id, { hasNoDecision: true }))
    expect(await screen.findByRole('button', { name: 'Đóng biên bản' })).toBeEnabled()
    const fields = { review: id, input: 'risks', text: 'Một rủi ro mới' }
    await receive(store, { feed: `${UNIT}/pub`, kind: 'review-input', entity: `rin.${id}.risks`, fields })
    expect(await screen.findByText(/1 chỗ có hai người ghi khác nhau/)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Chọn một' })).toHaveAttribute('href', '/sync/conflicts')
    expect(screen.queryByRole('button', { name: 'Đóng biên bản' })).toBeNull()
    const [conflict] = await store.syncCentre.conflicts()
    valueOf(await store.syncCentre.resolve(conflict!, 'Một rủi ro mới'))
    expect(await screen.findByRole('button', { name: 'Đóng biên bản' })).toBeEnabled()
  })

  it('MR-11: offers a day after the meeting, also where the meeting is still to come', async () => {
    const store = await aStore()
    const on = '2027-03-01' as LocalDate
    const id = valueOf(await store.managementReviews.start(UNIT, on, head))
    await renderScreen((props) => <ReviewOfLeadersScreen {...props} unit={UNIT} id={id} />, { store })
    expect(await screen.findByLabelText('Hạn')).toHaveValue('31/03/2027')
    expect(screen.queryByText(/quá sớm/)).toBeNull()
  })

  it('MR-11: a decision due before the meeting is told beside its field and not added', async () => {
    const { user, store } = await opened(false)
    await user.type(await screen.findByLabelText('Việc phải làm'), 'Mua máy quét')
    await user.type(screen.getByLabelText('Chức danh chịu trách nhiệm'), 'Văn phòng')
    const until = screen.getByLabelText('Hạn')
    await user.clear(until)
    await user.type(until, '20/11/2026')
    await user.click(screen.getByRole('button', { name: 'Thêm quyết định' }))
    expect(await screen.findByText(/Ngày 20\/11\/2026 quá sớm: ở đây nhận từ ngày 21\/11\/2026/)).toBeInTheDocument()
    expect(until).toHaveValue('20/11/2026')
    expect(await store.reviews.actions([UNIT])).toEqual([])
    await user.clear(until)
    await user.type(until, '21/11/2026')
    await user.click(screen.getByRole('button', { name: 'Thêm quyết định' }))
    expect(await screen.findByRole('link', { name: /Mua máy quét/ })).toBeInTheDocument()
  })

  it('MR-8: a decision names its kind, post and day, and is followed as an action', async () => {
    const { user, store, id } = await opened(false)
    await user.selectOptions(await screen.findByLabelText('Loại quyết định'), 'resource')
    await user.type(screen.getByLabelText('Việc phải làm'), 'Mua máy quét')
    await user.click(screen.getByRole('button', { name: 'Thêm quyết định' }))
    expect(await screen.findByText(/Chưa ghi chức danh chịu trách nhiệm/)).toBeInTheDocument()
    await user.type(screen.getByLabelText('Chức danh chịu trách nhiệm'), 'Văn phòng')
    await user.click(screen.getByRole('button', { name: 'Thêm quyết định' }))
    expect(await screen.findByRole('link', { name: /Mua máy quét/ })).toBeInTheDocument()
    const [action] = await store.reviews.actions([UNIT])
    expect(action).toMatchObject({ of: id, question: 'resource', who: 'Văn phòng' })
  })
})
