// Two answers to one question of a form: who chooses, and what everybody else sees.
import { screen as page, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { Role } from '#domain/access/role.ts'
import { fillingAnswerId } from '#domain/questionnaire/filling/filling-names.ts'
import { FillingSubmitScreen } from '#features/forms/filling-submit-screen.tsx'
import { FillingScreen } from '#features/forms/filling-screen.tsx'
import { aForm, c, q } from '#support/questionnaire/form-builder.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { receive } from '#support/store/receive.ts'
import { anIdentity, aStore, UNIT, valueOf } from '#support/store/test-store.ts'

const PATH = '/có_biển'
const compiled = aForm(
  [q('select_one có', 'có_biển', { label: 'Có biển chỉ dẫn không?' }), q('text', 'tên', { label: 'Tên cơ quan' })],
  [c('có', 'có', { label: 'Có biển' }), c('có', 'không', { label: 'Chưa có biển' })],
)

async function disputed(role: Role): Promise<{ readonly store: OpenedPersonStore; readonly id: string }> {
  const identity = anIdentity()
  const grants = identity.grants.map((grant) => ({ ...grant, role }))
  const store = await aStore({ storeId: `disputed-${role}`, identity: { ...identity, grants } })
  const form = valueOf(await store.forms.publish(compiled.form))
  const progress = { answered: 0, total: 2 }
  const id = valueOf(await store.fillings.start({ unitId: UNIT, form, answers: [], progress }))
  valueOf(await store.fillings.save(id, [{ path: PATH, value: 'có' }], progress))
  const fields = { filling: id, path: PATH, value: 'không' }
  await receive(store, { feed: `${UNIT}/self`, kind: 'filling-answer', entity: fillingAnswerId(id, PATH), fields })
  return { store, id }
}

const draw = ({ store, id }: Awaited<ReturnType<typeof disputed>>) =>
  renderScreen((screen) => <FillingScreen {...screen} filling={id} />, { store, at: '/forms/x' })

describe('two answers to one question of a form', () => {
  it('FIL-8, FIL-9: the ISO secretary sees both in the words of the form and chooses', async () => {
    const dispute = await disputed('iso-secretary')
    const { user } = await draw(dispute)
    const buttons = await page.findAllByRole('button', { name: 'Chọn câu này' })
    expect(buttons).toHaveLength(2)
    expect(page.getAllByRole('radio')[0]).toBeEnabled()
    await user.click(buttons[0]!)
    await waitFor(() => expect(page.queryByText('Hai người trả lời khác nhau')).toBeNull())
    expect((await dispute.store.fillings.get(dispute.id))?.answers.some(({ hasConflict }) => hasConflict)).toBe(false)
  })

  it('FIL-22: nothing is handed in over both: the screen leads to the question, and hands in once one is chosen', async () => {
    const { store, id } = await disputed('iso-secretary')
    await renderScreen((screen) => <FillingSubmitScreen {...screen} filling={id} />, { store, at: '/forms/x' })
    const list = await page.findByRole('list', { name: '1 câu có hai câu trả lời khác nhau' })
    expect(within(list).getByRole('link')).toHaveTextContent('Có biển chỉ dẫn không?')
    expect(page.getByRole('button', { name: 'Nộp phiếu' })).toBeDisabled()
    const [conflict] = await store.syncCentre.conflicts()
    valueOf(await store.syncCentre.resolve(conflict!, 'có'))
    await waitFor(() => expect(page.getByRole('button', { name: 'Nộp phiếu' })).toBeEnabled())
    expect(page.queryByRole('list', { name: /hai câu trả lời khác nhau/ })).toBeNull()
  })

  it('FIL-9: an officer sees both with their times and who chooses, and answers nothing over them', async () => {
    await draw(await disputed('professional-officer'))
    expect(await page.findByText(/Thư ký ISO, Chủ tịch hoặc Phó Chủ tịch xã chọn câu đúng/)).toBeVisible()
    const both = await page.findByRole('list', { name: 'Câu trả lời' })
    expect(both).toHaveTextContent('Có biển')
    expect(both).toHaveTextContent('Chưa có biển')
    expect(both).toHaveTextContent(/2026/)
    expect(page.queryByRole('button', { name: 'Chọn câu này' })).toBeNull()
    expect(page.getAllByRole('radio')[0]).toBeDisabled()
    expect(page.getByLabelText('Tên cơ quan')).toBeEnabled()
  })
})
