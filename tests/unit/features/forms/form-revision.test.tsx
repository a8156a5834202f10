// A form that was corrected or withdrawn while a draft of it is open, on the draft's own screen.
import { screen as page, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FillingScreen } from '#features/forms/filling-screen.tsx'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { importWorkbook } from '#domain/questionnaire/xlsform/import-workbook.ts'
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { aWorkbook, c, endOf, q, type RowByHeading } from '#support/questionnaire/form-builder.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { receive } from '#support/store/receive.ts'
import { aClock, aPhoto, aStore, UNIT, valueOf } from '#support/store/test-store.ts'

function version(name: string, rows: readonly RowByHeading[], choices: readonly RowByHeading[]): CompiledForm {
  const imported = importWorkbook(aWorkbook(rows, choices, { form_id: 'phieu', version: name, form_title: 'Phiếu' }))
  if (!imported.ok) throw new Error(JSON.stringify(imported.error))
  return imported.value
}

const yes = c('có', 'có', { label: 'Có' })
const first = version(
  '1',
  [
    q('text', 'tên', { label: 'Tên cơ quan' }),
    q('select_one có', 'biển', { label: 'Có biển không?' }),
    q('text', 'cũ', { label: 'Câu sẽ bỏ' }),
    q('image', 'ảnh', { label: 'Ảnh sẽ bỏ' }),
  ],
  [yes, c('có', 'không', { label: 'Không' })],
)
const second = version(
  '2',
  [
    q('text', 'tên', { label: 'Tên đầy đủ của cơ quan' }),
    q('select_one có', 'biển', { label: 'Có biển không?' }),
    q('text', 'mới', { label: 'Câu mới' }),
  ],
  [yes],
)

async function aDraft(storeId = 'a-draft') {
  const clock = aClock()
  const store = await aStore({ storeId, clock })
  const form = valueOf(await store.forms.publish(first.form))
  const progress = { answered: 0, total: 4 }
  const id = valueOf(await store.fillings.start({ unitId: UNIT, form, answers: [], progress }))
  const written = { '/tên': 'UBND xã', '/biển': 'không', '/cũ': 'đã ghi' }
  const patches = Object.entries(written).map(([path, value]) => ({ path, value }))
  valueOf(await store.fillings.save(id, patches, progress))
  const photo = { feed: `${UNIT}/self`, of: fillingAnswerId(id, '/ảnh'), caption: '', photo: aPhoto('a') }
  valueOf(await store.evidence.add(photo))
  return { store, id, clock }
}

describe('a form that changes while a draft of it is open', () => {
  it('RVS-8: the owner sees what changed, moves the draft, keeps what fits and sees what does not, photos too', async () => {
    const { store, id } = await aDraft()
    valueOf(await store.forms.publish(second.form))
    const { user } = await renderScreen((screen) => <FillingScreen {...screen} filling={id} />, { store })
    await user.click(await page.findByRole('button', { name: 'Xem thay đổi' }))
    const changes = await page.findByRole('list', { name: 'Các thay đổi' })
    expect(within(changes).getByText('Câu mới')).toBeVisible()
    expect(within(changes).getByText('Câu sẽ bỏ')).toBeVisible()
    expect(within(changes).getByText(/lời hỏi khác · trước đây: Tên cơ quan/)).toBeVisible()
    expect(page.getByText('3 câu trả lời không chuyển theo được')).toBeVisible()
    expect((await store.fillings.get(id))?.form).toBe('phieu@1')
    await user.click(page.getByRole('button', { name: 'Chuyển sang phiên bản 2' }))
    expect(await page.findByLabelText('Tên đầy đủ của cơ quan')).toHaveValue('UBND xã')
    expect(await page.findByLabelText('Câu mới')).toHaveValue('')
    await user.click(await page.findByText('Để riêng khi chuyển phiên bản: 3 mục'))
    expect(page.getByText(/câu hỏi đã bỏ · đã ghi/)).toBeVisible()
    expect(page.getByText(/lựa chọn không còn · không/)).toBeVisible()
    expect(await page.findByText('Ảnh sẽ bỏ')).toBeVisible()
    await waitFor(() => expect(page.getAllByRole('img').length).toBeGreaterThan(0))
    expect((await store.fillings.get(id))?.form).toBe('phieu@2')
  })

  it('RVS-10: what was answered under other words is marked on its question until somebody says that it holds', async () => {
    const { store, id, clock } = await aDraft('still-right')
    valueOf(await store.forms.publish(second.form))
    valueOf(await store.fillings.move(id, first, second))
    clock.at += 60_000
    const { user } = await renderScreen((screen) => <FillingScreen {...screen} filling={id} />, { store })
    const list = await page.findByRole('list', { name: /^1 câu trả lời có câu hỏi đã đổi lời/ })
    expect(within(list).getByText('Tên đầy đủ của cơ quan')).toBeVisible()
    expect(page.getAllByText('Câu hỏi đã đổi lời, xin xem lại')).toHaveLength(1)
    await user.click(page.getByRole('button', { name: 'Vẫn đúng' }))
    await waitFor(() => expect(page.queryByText(/Câu hỏi đã đổi lời/)).toBeNull())
    expect(await page.findByLabelText('Tên đầy đủ của cơ quan')).toHaveValue('UBND xã')
    const kept = (await store.fillings.get(id))?.answers.find(({ path }) => path === '/tên')
    expect(kept).toMatchObject({ value: 'UBND xã', hasConflict: false })
  })

  it('RVS-10: another answer takes the mark away as well', async () => {
    const { store, id, clock } = await aDraft('given-again')
    valueOf(await store.forms.publish(second.form))
    valueOf(await store.fillings.move(id, first, second))
    clock.at += 60_000
    const { user } = await renderScreen((screen) => <FillingScreen {...screen} filling={id} />, { store })
    await page.findByText('Câu hỏi đã đổi lời, xin xem lại')
    await user.type(page.getByLabelText('Tên đầy đủ của cơ quan'), ' Hoà Bình')
    await user.tab()
    await waitFor(() => expect(page.queryByText(/Câu hỏi đã đổi lời/)).toBeNull())
  })

  it('FIL-20: what a colleague answered under the earlier version meanwhile is under its question, or aside', async () => {
    const store = await aStore({ storeId: 'answered-meanwhile' })
    const form = valueOf(await store.forms.publish(first.form))
    const id = valueOf(
      await store.fillings.start({ unitId: UNIT, form, answers: [], progress: { answered: 0, total: 4 } }),
    )
    const third = version(
      '3',
      [
        q('begin group', 'nhóm', { label: 'Nhóm' }),
        q('select_one có', 'biển', { label: 'Có biển không?' }),
        endOf('group'),
      ],
      [yes],
    )
    valueOf(await store.forms.publish(third.form))
    valueOf(await store.fillings.move(id, first, third))
    for (const [path, value] of [
      ['/biển', 'có'],
      ['/cũ', 'ghi muộn'],
    ] as const) {
      const fields = { filling: id, path, value }
      await receive(store, { feed: `${UNIT}/self`, kind: 'filling-answer', entity: fillingAnswerId(id, path), fields })
    }
    const { user } = await renderScreen((screen) => <FillingScreen {...screen} filling={id} />, { store })
    expect(await page.findByRole('radio', { name: 'Có' })).toBeChecked()
    await user.click(await page.findByText(/Để riêng khi chuyển phiên bản/))
    expect(await page.findByText('Câu sẽ bỏ')).toBeVisible()
    expect(page.getByText(/câu hỏi đã bỏ · ghi muộn/)).toBeVisible()
  })

  it('a draft of a withdrawn form says so and takes answers', async () => {
    const { store, id } = await aDraft()
    valueOf(await store.forms.withdraw('phieu@1', 'Không dùng nữa'))
    const { user } = await renderScreen((screen) => <FillingScreen {...screen} filling={id} />, { store })
    expect(await page.findByText(/Phiếu đã bắt đầu vẫn điền và nộp được/)).toBeVisible()
    await user.type(page.getByLabelText('Tên cơ quan'), ' A')
    await user.tab()
    const named = async () => (await store.fillings.get(id))?.answers.find(({ path }) => path === '/tên')?.value
    await waitFor(async () => expect(await named()).toBe('UBND xã A'))
  })
})
