// A form in which one name stands in several groups, as a person fills it in and hands it in.
import { screen as page, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { labelNamed, photosAside } from '#features/forms/photos-aside.ts'
import { FillingScreen } from '#features/forms/filling-screen.tsx'
import { aForm, endOf, q } from '#support/questionnaire/form-builder.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, UNIT, valueOf } from '#support/store/test-store.ts'

const compiled = aForm([
  q('date', 'ngày', { label: 'Ngày' }),
  q('begin group', 'phần', { label: 'Phần' }),
  q('begin group', 'hộ', { label: 'Hộ' }),
  q('text', 'tên', { label: 'Tên hộ' }),
  endOf('group'),
  q('begin group', 'chủ', { label: 'Chủ hộ' }),
  q('text', 'tên', { label: 'Tên chủ hộ' }),
  endOf('group'),
  endOf('group'),
])

describe('a form in which one name stands in several groups', () => {
  it('FRM-37: is filled in and handed in with each answer under its own question', async () => {
    const store = await aStore()
    const form = valueOf(await store.forms.publish(compiled.form))
    const progress = { answered: 0, total: 3 }
    const id = valueOf(await store.fillings.start({ unitId: UNIT, form, answers: [], progress }))
    const { user } = await renderScreen((screen) => <FillingScreen {...screen} filling={id} />, { store })
    await user.click(await page.findByRole('button', { name: 'Phần sau' }))
    await user.type(await page.findByLabelText(/^Tên hộ/), 'A')
    await user.type(await page.findByLabelText(/^Tên chủ hộ/), 'B')
    await user.tab()
    const values = async () => (await store.fillings.get(id))?.answers.map(({ path, value }) => `${path}=${value}`)
    await waitFor(async () => expect((await values())?.sort()).toEqual(['/phần/chủ/tên:=B', '/phần/hộ/tên:=A']))
    valueOf(await store.fillings.submit(id, compiled, 'vi'))
    const sealed = (await store.fillings.submission(id))?.content.answers
    expect(sealed?.map(({ label, value }) => `${label}=${value}`)).toEqual(['Tên hộ=A', 'Tên chủ hộ=B'])
  })

  it('RVS-12: what lies aside is named by the question it was for', () => {
    const filling = 'fil.u.phieu@1.2026-1'
    const photos = ['/phần/hộ/tên:', '/phần/chủ/tên:', '/phần/chủ/tên:'].map((ref) => fillingAnswerId(filling, ref))
    const aside = photosAside(filling, photos, ['/phần/hộ/tên:'], compiled.form)
    expect(aside.map(({ count, label, name }) => [count, label, name])).toEqual([[2, { '': 'Tên chủ hộ' }, 'tên']])
    expect(labelNamed('/phần/chủ/tên', [aForm([q('text', 'x')]).form, compiled.form])).toEqual({ '': 'Tên chủ hộ' })
  })
})
