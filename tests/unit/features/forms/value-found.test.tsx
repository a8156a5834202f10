// What a monitor writes as the value found instead: read as the question's kind before it is stored, because the figures
// after verification are reckoned from it.
import { screen as page, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { VerifyAnswerScreen } from '#features/forms/verify-answer-screen.tsx'
import { aForm, c, q } from '#support/questionnaire/form-builder.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { anIdentity, aStore, UNIT, valueOf } from '#support/store/test-store.ts'

const compiled = aForm(
  [
    q('date', 'ngày', { label: 'Ngày ban hành' }),
    q('decimal', 'tỷ_lệ', { label: 'Tỷ lệ' }),
    q('select_multiple giấy', 'có', { label: 'Có những giấy nào' }),
    q('text', 'trống', { label: 'Không ai trả lời' }),
  ],
  [
    c('giấy', 'a', { label: 'Quyết định' }),
    c('giấy', 'b', { label: 'Quy chế' }),
    c('giấy', 'k', { label: 'Kế hoạch' }),
  ],
)

async function verifying(path: string) {
  const identity = anIdentity()
  const grant = { account: identity.account.id, scope: 'area-180', role: 'area-monitor' as const }
  const grants = [{ ...grant, from: '2026-01-01' as LocalDate, to: null }]
  const store = await aStore({ identity: { ...identity, grants } })
  const form = valueOf(await store.forms.publish(compiled.form))
  const progress = { answered: 3, total: 4 }
  const filling = valueOf(await store.fillings.start({ unitId: UNIT, form, answers: [], progress }))
  const patches = [
    { path: '/ngày', value: '30/11/2026' },
    { path: '/tỷ_lệ', value: '0,5' },
    { path: '/có', value: 'a b' },
    { path: '/trống', value: '', note: 'Hồ sơ ở huyện' },
  ]
  valueOf(await store.fillings.save(filling, patches, progress))
  valueOf(await store.fillings.submit(filling, compiled, 'vi'))
  const submission = (await store.fillings.submission(filling))?.id ?? ''
  const props = { filling, submission, path }
  const { user } = await renderScreen((screen) => <VerifyAnswerScreen {...screen} {...props} />, { store })
  const found = async () => (await store.fillingReviews.of(filling))?.verifications[`/${path}`]
  return { user, found }
}

const save = () => page.getByRole('button', { name: 'Lưu kết quả khác' })
const open = () => page.findByRole('button', { name: 'Chưa đồng ý, ghi lý do' })

describe('the value found instead', () => {
  it.each([
    ['ngày', '31/11/2026', /Lịch không có ngày này/, '29/11/2026'],
    ['tỷ_lệ', 'một nửa', /chưa phải là số/, '0,25'],
  ])('FIL-31: of %s written %s is refused and kept as it was written', async (path, wrong, told, right) => {
    const { user, found } = await verifying(path)
    await user.click(await open())
    await user.type(page.getByLabelText('Vì sao khác với xã'), 'Theo sổ')
    const field = page.getByLabelText('Giá trị xác minh được')
    await user.type(field, wrong)
    expect(await page.findByText(told)).toBeVisible()
    await user.click(save())
    expect(field).toHaveValue(wrong)
    expect(field).toHaveFocus()
    expect(await found()).toBeUndefined()
    await user.clear(field)
    await user.type(field, right)
    await user.click(save())
    await waitFor(async () => expect(await found()).toMatchObject({ level: 'other', value: right }))
  })

  it('FIL-31: of several choices is ticked, and said in their words', async () => {
    const { user, found } = await verifying('có')
    await user.click(await open())
    await user.click(page.getByRole('checkbox', { name: 'Kế hoạch' }))
    await user.click(page.getByRole('checkbox', { name: 'Quyết định' }))
    await user.type(page.getByLabelText('Vì sao khác với xã'), 'Theo sổ')
    await user.click(save())
    expect(await page.findByText(/Xác minh: Quyết định; Kế hoạch · Lý do: Theo sổ/)).toBeVisible()
    expect(await found()).toMatchObject({ value: 'k a' })
  })

  it('FIL-29: a question with a note and no answer is said to be unanswered', async () => {
    await verifying('trống')
    expect(await page.findByText('Hồ sơ ở huyện')).toBeVisible()
    expect(page.getByText('Chưa trả lời')).toBeVisible()
    expect(page.getByRole('button', { name: 'Đồng ý: Chưa trả lời' })).toBeVisible()
  })
})
