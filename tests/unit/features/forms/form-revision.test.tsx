// A form that was corrected or withdrawn while a draft of it is open, on the draft's own screen.
import { screen as page, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FillingScreen } from '#features/forms/filling-screen.tsx'
import type { CompiledForm } from '#domain/questionnaire/form/compile-form.ts'
import { importWorkbook } from '#domain/questionnaire/xlsform/import-workbook.ts'
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { aWorkbook, c, q, type RowByHeading } from '#support/questionnaire/form-builder.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { aPhoto, aStore, UNIT, valueOf } from '#support/store/test-store.ts'

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

async function aDraft() {
  const store = await aStore()
  const form = valueOf(await store.forms.publish(first.form))
  const progress = { answered: 0, total: 4 }
  const id = valueOf(await store.fillings.start({ unitId: UNIT, form, answers: [], progress }))
  const written = { '/tên': 'UBND xã', '/biển': 'không', '/cũ': 'đã ghi' }
  const patches = Object.entries(written).map(([path, value]) => ({ path, value }))
  valueOf(await store.fillings.save(id, patches, progress))
  const photo = { feed: `${UNIT}/self`, of: fillingAnswerId(id, '/ảnh'), caption: '', photo: aPhoto('a') }
  valueOf(await store.evidence.add(photo))
  return { store, id }
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
