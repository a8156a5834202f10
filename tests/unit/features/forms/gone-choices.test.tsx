// Choices that another answer takes out of the list, on the screen of a filling.
import { screen as page, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FillingScreen } from '#features/forms/filling-screen.tsx'
import { aForm, c, q } from '#support/questionnaire/form-builder.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, UNIT, valueOf } from '#support/store/test-store.ts'

const compiled = aForm(
  [
    q('select_one tỉnh', 'tỉnh', { label: 'Tỉnh' }),
    q('select_one xã', 'xã', { label: 'Xã', choice_filter: 'tỉnh = ${tỉnh}' }),
    q('select_multiple xã', 'các_xã', { label: 'Các xã', choice_filter: 'tỉnh = ${tỉnh}' }),
  ],
  [
    c('tỉnh', 't1', { label: 'Lạng Sơn' }),
    c('tỉnh', 't2', { label: 'Cao Bằng' }),
    c('xã', 'x1', { label: 'Hoà Bình', tỉnh: 't1' }),
    c('xã', 'x2', { label: 'Thiện Thuật', tỉnh: 't1' }),
  ],
)

describe('a choice that is offered no longer', () => {
  it('FIL-24: is named in words and taken out by a press, also where nothing else is offered', async () => {
    const store = await aStore()
    const form = valueOf(await store.forms.publish(compiled.form))
    const progress = { answered: 3, total: 3 }
    const id = valueOf(await store.fillings.start({ unitId: UNIT, form, answers: [], progress }))
    const written = { '/tỉnh': 't1', '/xã': 'x1', '/các_xã': 'x1 x2' }
    const patches = Object.entries(written).map(([path, value]) => ({ path, value }))
    valueOf(await store.fillings.save(id, patches, progress))
    const { user } = await renderScreen((screen) => <FillingScreen {...screen} filling={id} />, { store })
    await user.click(await page.findByRole('radio', { name: 'Cao Bằng' }))
    expect(await page.findByText(/“Hoà Bình” không còn trong danh sách/)).toBeVisible()
    const [one, ...several] = page.getAllByRole('button', { name: /^Bỏ “/ })
    expect(several).toHaveLength(2)
    await user.click(one!)
    await user.click(page.getByRole('button', { name: 'Bỏ “Hoà Bình”' }))
    await user.click(page.getByRole('button', { name: 'Bỏ “Thiện Thuật”' }))
    expect(page.queryByText(/không còn trong danh sách/)).toBeNull()
    const values = async () => (await store.fillings.get(id))?.answers.map(({ path, value }) => `${path}=${value}`)
    await waitFor(async () => expect(await values()).toEqual(expect.arrayContaining(['/xã=', '/các_xã='])))
  })
})
