// A single choice that nobody has to make is taken back on the screen of a filling.
import { screen as page, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FillingScreen } from '#features/forms/filling-screen.tsx'
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { aForm, c, q } from '#support/questionnaire/form-builder.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { receive } from '#support/store/receive.ts'
import { aStore, NOW, UNIT, valueOf } from '#support/store/test-store.ts'

const asked = aForm(
  [
    q('select_one ck', 'a', { label: 'Có biển không?' }),
    q('select_one ck', 'b', { label: 'Có sổ không?', required: 'yes' }),
  ],
  ['có', 'không'].map((name) => c('ck', name, { label: `Chọn ${name}` })),
)

describe('a single choice', () => {
  it('FIL-25: that is not required is taken back with the keyboard, and chosen again; a required one is not', async () => {
    const store = await aStore({ storeId: 'taken-back' })
    const form = valueOf(await store.forms.publish(asked.form))
    const progress = { answered: 0, total: 2 }
    const id = valueOf(await store.fillings.start({ unitId: UNIT, form, answers: [], progress }))
    const { user } = await renderScreen((screen) => <FillingScreen {...screen} filling={id} />, { store })
    const [inA, inB] = await page.findAllByRole('radio', { name: 'Chọn có' })
    expect(page.queryByRole('button', { name: /^Bỏ chọn/ })).toBeNull()
    await user.click(inA!)
    await user.click(inB!)
    const clear = await page.findByRole('button', { name: 'Bỏ chọn: Có biển không?' })
    expect(page.getAllByRole('button', { name: /^Bỏ chọn/ })).toHaveLength(1)
    clear.focus()
    await user.keyboard('{Enter}')
    expect(inA).not.toBeChecked()
    expect(inA).toHaveFocus()
    expect(page.queryByRole('button', { name: /^Bỏ chọn/ })).toBeNull()
    const value = async () => (await store.fillings.get(id))?.answers.find(({ path }) => path === '/a')?.value
    await waitFor(async () => expect(await value()).toBe(''))
    expect(await store.fillings.get(id)).toMatchObject({ answered: 1 })
    await user.click(inA!)
    await waitFor(async () => expect(await value()).toBe('có'))
  })

  it('FIL-25: taken back on one device while another chose differently, both stand', async () => {
    const store = await aStore({ storeId: 'taken-back-beside' })
    const form = valueOf(await store.forms.publish(asked.form))
    const progress = { answered: 1, total: 2 }
    const id = valueOf(await store.fillings.start({ unitId: UNIT, form, answers: [], progress }))
    valueOf(await store.fillings.save(id, [{ path: '/a', value: 'có' }], progress))
    valueOf(await store.fillings.save(id, [{ path: '/a', value: '', seen: ['có', '', ''] }], progress))
    const entity = fillingAnswerId(id, '/a')
    const fields = { filling: id, path: '/a', value: 'không' }
    await receive(store, { feed: `${UNIT}/self`, kind: 'filling-answer', entity, fields, at: NOW + 5000 })
    expect((await store.fillings.get(id))?.answers.find(({ path }) => path === '/a')?.hasConflict).toBe(true)
  })
})
