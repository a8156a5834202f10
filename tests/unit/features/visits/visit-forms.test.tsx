import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { personOf } from '#app/session/person.ts'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { fillingId } from '#domain/questionnaire/filling/filling-names.ts'
import { fillingPath } from '#features/filling-path.ts'
import { FillingScreen } from '#features/forms/filling-screen.tsx'
import { FillingSubmitScreen } from '#features/forms/filling-submit-screen.tsx'
import { FormsScreen } from '#features/forms/forms-screen.tsx'
import { VisitPageScreen } from '#features/visits/visit-page-screen.tsx'
import { aForm, c, q } from '#support/questionnaire/form-builder.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { TODAY, valueOf } from '#support/store/test-store.ts'
import { FIRST, follower, followerStore } from '../communes/follower-scene.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const { form } = aForm(
  [
    q('select_one có', 'niêm', { label: 'Đã niêm yết?', required: 'yes' }),
    q('integer', 'bộ', { label: 'Số bộ', required: 'yes', unit: 'bộ' }),
  ],
  [c('có', 'co', { label: 'Có rồi' }), c('có', 'chua', { label: 'Chưa có' })],
)

const NONE = { answered: 0, total: 0 }

async function aVisitWithForm() {
  const store = await followerStore()
  valueOf(await store.forms.publish({ ...form, use: 'visit' }))
  const visit = valueOf(
    await store.visits.save({
      unit: FIRST,
      on: writtenDate('21/11/2026'),
      stage: 'G1',
      flag: 'green',
      done: 'Xem bảng niêm yết',
      lateReasons: [],
      recommendation: '',
      visitors: 'Người theo dõi A',
      received: 'Thư ký ISO',
    }),
  )
  return { store, visit, filling: fillingId(FIRST, 'phieu@1', visit) }
}

const begin = (store: OpenedPersonStore, visit: string) =>
  store.fillings.start({ unitId: FIRST, form: 'phieu@1', answers: [], progress: NONE, visit })

const drawVisit = (store: OpenedPersonStore, id: string, props = {}) =>
  renderScreen((given) => <VisitPageScreen {...given} unit={FIRST} id={id} />, { store, props })

const formsSection = () => screen.findByRole('region', { name: 'Biểu mẫu của tỉnh' })

describe('forms of the province on the page of a visit', () => {
  it('VIS-19, VIS-20: one is begun there, hinders the seal while it lacks something, and is printed with the record', async () => {
    const { store, visit, filling } = await aVisitWithForm()
    const { user, location, container } = await drawVisit(store, visit)
    await user.click(within(await formsSection()).getByRole('button', { name: /phieu/ }))
    await waitFor(() => expect(location.history?.at(-1)).toBe(fillingPath(filling)))
    expect(await screen.findByText('Đã trả lời 0 trong 2 câu')).toBeInTheDocument()
    expect(await screen.findByText(/^Biểu mẫu “phieu” còn 2 chỗ/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Khóa biên bản' })).toBeDisabled()
    const answers = [
      { path: '/niêm', value: 'co' },
      { path: '/bộ', value: '12' },
    ]
    valueOf(await store.fillings.save(filling, answers, NONE))
    expect(await screen.findByText('đã đủ')).toBeInTheDocument()
    await user.click(await screen.findByRole('button', { name: 'Khóa biên bản' }))
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Khóa biên bản' }))
    const paper = await screen.findByRole('article', { name: 'BIÊN BẢN LÀM VIỆC TẠI XÃ' })
    const rows = within(within(paper).getByRole('table', { name: 'phieu' })).getAllByRole('row')
    expect(rows.map((row) => row.textContent)).toEqual(['Câu hỏiTrả lời', 'Đã niêm yết?Có rồi', 'Số bộ12 bộ'])
    expect(screen.queryByRole('region', { name: 'Biểu mẫu của tỉnh' })).toBeNull()
    await expectAxeClean(container)
  })

  it('VIS-21: one is taken away and brought back with its answers', async () => {
    const { store, visit, filling } = await aVisitWithForm()
    valueOf(await begin(store, visit))
    valueOf(await store.fillings.save(filling, [{ path: '/bộ', value: '12' }], NONE))
    const { user } = await drawVisit(store, visit)
    await user.click(within(await formsSection()).getByRole('button', { name: /^Bỏ khỏi chuyến thăm/ }))
    await waitFor(() => expect(screen.getByRole('button', { name: 'Khóa biên bản' })).toBeEnabled())
    await user.click(await screen.findByRole('button', { name: 'Hoàn tác' }))
    expect(await screen.findByText('Đã trả lời 1 trong 2 câu')).toBeInTheDocument()
  })

  it('VIS-21: the commune reads what is begun, begins nothing, and finds it in no list of its forms', async () => {
    const { store, visit, filling } = await aVisitWithForm()
    valueOf(await begin(store, visit))
    const props = { person: personOf(follower('chairman', FIRST), TODAY)! }
    const { unmount } = await drawVisit(store, visit, props)
    const link = await within(await formsSection()).findByRole('link', { name: /phieu/ })
    expect(link).toHaveAttribute('href', fillingPath(filling))
    expect(within(await formsSection()).queryByRole('button')).toBeNull()
    unmount()
    const read = await renderScreen((given) => <FillingScreen {...given} filling={filling} />, { store, props })
    expect(await screen.findByText(/^Người đến thăm điền biểu mẫu này/)).toBeInTheDocument()
    expect(screen.getAllByRole('radio')[0]).toBeDisabled()
    read.unmount()
    await renderScreen((given) => <FormsScreen {...given} />, { store, props })
    await screen.findByRole('heading', { level: 1 })
    expect(screen.queryByText('phieu')).toBeNull()
  })
})

describe('a form of a visit while it is filled in', () => {
  it('FIL-19: leads back to its visit, and says there what is missing in place of handing in', async () => {
    const { store, visit, filling } = await aVisitWithForm()
    valueOf(await begin(store, visit))
    const there = `/visits/${FIRST}/${visit}`
    const list = await renderScreen((props) => <FillingScreen {...props} filling={filling} />, { store })
    expect(await screen.findByRole('link', { name: 'Về chuyến thăm' })).toHaveAttribute('href', there)
    await list.user.click(await screen.findByRole('radio', { name: 'Có rồi' }))
    await waitFor(async () => expect((await store.fillings.get(filling))?.answers).toHaveLength(1))
    list.unmount()
    await renderScreen((props) => <FillingSubmitScreen {...props} filling={filling} />, { store })
    expect(await screen.findByText(/^Còn 1 chỗ\./)).toBeInTheDocument()
    expect(screen.getByRole('link', { name: 'Xong, về chuyến thăm' })).toHaveAttribute('href', there)
    expect(screen.queryByRole('button', { name: 'Nộp phiếu' })).toBeNull()
  })

  it('VIS-21: once the record is sealed it shows the way to the record', async () => {
    const { store, visit, filling } = await aVisitWithForm()
    valueOf(await begin(store, visit))
    const answers = [
      { path: '/niêm', value: 'co' },
      { path: '/bộ', value: '12' },
    ]
    valueOf(await store.fillings.save(filling, answers, NONE))
    valueOf(await store.visits.seal(FIRST, visit))
    await renderScreen((props) => <FillingScreen {...props} filling={filling} />, { store })
    expect(await screen.findByText('Biểu mẫu đã khóa cùng biên bản')).toBeInTheDocument()
    const ways = screen.getAllByRole('link', { name: 'Về chuyến thăm' })
    expect(ways.every((way) => way.getAttribute('href') === `/visits/${FIRST}/${visit}`)).toBe(true)
  })
})
