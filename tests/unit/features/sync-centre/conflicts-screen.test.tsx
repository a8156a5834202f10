import { screen, within, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import { loadInstrument } from '#domain/questionnaire/instrument-registry.ts'
import { ConflictsScreen } from '#features/sync-centre/conflicts-screen.tsx'
import { renderScreen, type RenderScreenOptions } from '#support/render-screen.tsx'
import { receive } from '#support/store/receive.ts'
import { aStore, UNIT, valueOf } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../ui/axe-clean.ts'

const show = (store: OpenedPersonStore, options: Partial<RenderScreenOptions> = {}) =>
  renderScreen((props) => <ConflictsScreen {...props} />, { store, ...options })

async function disputedStore() {
  const store = await aStore()
  const id = valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
  valueOf(await store.assessments.saveAnswer(id, 'Q4.1', { score: 2 }))
  const feed = `${UNIT}/self`
  await receive(store, {
    feed,
    kind: 'answer',
    entity: `ans.${id}.Q4.1`,
    fields: { assessment: id, question: 'Q4.1', score: 1 },
  })
  const score = async () => (await store.assessments.question(id, 'Q4.1'))?.answer?.score
  return { store, id, score }
}

describe('places written differently', () => {
  it('CHG-4: stand with both values in words, who wrote them, and the way to the record', async () => {
    const { store, id } = await disputedStore()
    const { container } = await show(store)
    const card = within(await screen.findByRole('region', { name: 'Câu trả lời tự đánh giá 4.1' }))
    expect(card.getByText(/UBND xã đã xác định các vấn đề/)).toBeInTheDocument()
    expect(card.getByRole('link', { name: 'Mở bản ghi này' })).toHaveAttribute('href', `/self-assessment/${id}/q/Q4.1`)
    expect(card.getByRole('group', { name: 'Điểm: giá trị nào đúng?' })).toBeInTheDocument()
    const labels = card.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)
    expect(labels).toContainEqual(expect.stringMatching(/^ ?2 · Có văn bản, chưa áp dụng đều Anh\/chị, /))
    expect(labels).toContainEqual(expect.stringMatching(/^ ?1 · Có nhưng chưa đầy đủ Người khác, /))
    await expectAxeClean(container)
  })

  it('CHG-4: name the position of whoever else wrote, where this device knows it', async () => {
    const { store } = await disputedStore()
    const [conflict] = await store.syncCentre.conflicts()
    const other = conflict?.heads.find(({ author }) => author !== store.identity.account.id)?.author ?? ''
    const identity = { ...store.identity, people: [{ id: other, displayName: 'Chủ tịch UBND xã số 1' }] }
    valueOf(await store.sync.setIdentity(identity, 'v2'))
    await show(store)
    expect(await screen.findByRole('radio', { name: /^1 · .*Chủ tịch UBND xã số 1, / })).toBeInTheDocument()
  })

  it('CHG-4: a round that two people handed in offline says so in words, with who and when, and leads to the round', async () => {
    const store = await aStore()
    const id = valueOf(await store.assessments.start(UNIT, 'commune-self-assessment@1', '2015'))
    const { questions = [] } = (await loadInstrument('commune-self-assessment@1')) ?? {}
    for (const question of questions) valueOf(await store.assessments.saveAnswer(id, question.id, { score: 2 }))
    valueOf(await store.assessments.submit(id))
    const fields = { submission: '0199f3a0-0000-7000-8000-00000000000b' }
    await receive(store, { feed: `${UNIT}/self`, kind: 'assessment', entity: id, fields })
    await show(store)
    const card = within(await screen.findByRole('region', { name: /^Lần tự đánh giá 1\/20\d\d$/ }))
    expect(card.getByRole('group', { name: 'Bản đã nộp: giá trị nào đúng?' })).toBeInTheDocument()
    const labels = card.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)
    expect(labels).toContainEqual(expect.stringMatching(/^ ?Bản nộp này Anh\/chị, /))
    expect(labels).toContainEqual(expect.stringMatching(/^ ?Bản nộp này Người khác, /))
    expect(card.queryByText(/[0-9a-f]{8}-[0-9a-f]{4}/)).toBeNull()
    expect(card.getByRole('link', { name: 'Mở bản ghi này' })).toHaveAttribute('href', `/self-assessment/${id}`)
  })

  it('CHG-8: are settled by one choice, and by another choice after a slip', async () => {
    const { store, score } = await disputedStore()
    const { user } = await show(store)
    await user.click(await screen.findByRole('radio', { name: /^1 ·/ }))
    expect(await screen.findByText('Đã chọn')).toBeInTheDocument()
    expect(await score()).toBe(1)
    expect((await store.syncCentre.status()).conflicts).toBe(0)
    await user.click(screen.getByRole('radio', { name: /^2 ·/ }))
    await waitFor(() => expect(screen.getByRole('radio', { name: /^2 ·/ })).toBeChecked())
    expect(await score()).toBe(2)
    expect((await store.syncCentre.status()).conflicts).toBe(0)
  })

  it('keep both values and say why when the choice could not be stored', async () => {
    const { store } = await disputedStore()
    const broken: OpenedPersonStore = {
      ...store,
      syncCentre: { ...store.syncCentre, resolve: async () => ({ ok: false, error: { code: 'storage.full' } }) },
    }
    const { user } = await show(broken)
    await user.click(await screen.findByRole('radio', { name: /^1 ·/ }))
    expect(await screen.findByText(/^Bộ nhớ máy đã đầy/)).toBeInTheDocument()
    expect(screen.getAllByRole('radio')).toHaveLength(2)
    expect(screen.getByRole('radio', { name: /^1 ·/ })).not.toBeChecked()
  })

  it('teach what will stand here while there are none', async () => {
    const { container } = await show(await aStore(), { language: 'en' })
    expect(await screen.findByText('Nothing is written differently')).toBeInTheDocument()
    await expectAxeClean(container)
  })
})
