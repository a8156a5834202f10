import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { sampleAuditItems } from '#domain/questionnaire/checklist/sample-forms.ts'
import { INTERNAL_AUDIT_SHORT } from '#domain/questionnaire/instrument-registry.ts'
import { AuditReportScreen } from '#features/audit-report/audit-report-screen.tsx'
import { AuditItemScreen } from '#features/internal-audit/audit-item-screen.tsx'
import { AuditScreen } from '#features/internal-audit/audit-screen.tsx'
import { AuditTeamScreen } from '#features/internal-audit/audit-team-screen.tsx'
import { NewAuditScreen } from '#features/internal-audit/new-audit-screen.tsx'
import { plainStart } from '#features/internal-audit/new-audit-start.ts'
import { MemoryRelay, syncAll } from '#support/store/memory-relay.ts'
import { anIdentity, aStore, TODAY, UNIT, valueOf } from '#support/store/test-store.ts'
import { anAudit, answerAll } from './an-audit.ts'
import { aStoreOf, show } from './screen-bench.tsx'

/** Forms come from the province: one who may do both stands for the two. */
async function opened() {
  const identity = anIdentity()
  const [grant] = identity.grants
  const roles = [
    { ...grant!, role: 'internal-auditor' as const },
    { ...grant!, role: 'provincial-department' as const, scope: 'p20', from: '2026-01-02' as LocalDate },
  ]
  const store = await aStore({ identity: { ...identity, grants: roles } })
  valueOf(await store.forms.publish(sampleAuditItems))
  const id = valueOf(await store.audits.start({ ...anAudit(), unitId: UNIT }))
  return { store, id, view: async () => (await store.audits.get(id))! }
}

it('AUD-22: takes chosen parts of the province’s form, tells which are there already, and shows what to look at', async () => {
  const { store, id, view } = await opened()
  const drawn = await show(store, (props) => <AuditTeamScreen {...props} id={id} />)
  await userEvent.click(await screen.findByRole('button', { name: 'Thêm từ biểu mẫu của tỉnh' }))
  await userEvent.click(await screen.findByRole('checkbox', { name: /Bộ phận một cửa/ }))
  await userEvent.click(screen.getByRole('button', { name: 'Thêm 2 câu đã chọn' }))
  await waitFor(async () => expect((await view()).ownItems).toHaveLength(2))
  await userEvent.click(await screen.findByRole('button', { name: 'Thêm từ biểu mẫu của tỉnh' }))
  expect(await screen.findByText(/2\/3 câu đã có trong phiếu/)).toBeVisible()
  expect(screen.getByRole('checkbox', { name: /Bộ phận một cửa/ })).toBeDisabled()
  expect(screen.getByRole('button', { name: 'Thêm 0 câu đã chọn' })).toBeDisabled()
  drawn.unmount()
  await show(store, (props) => <AuditItemScreen {...props} id={id} item="mau-cau-hoi-danh-gia:y_kien" />)
  expect(await screen.findByText(/Sổ góp ý, phiếu khảo sát/)).toBeInTheDocument()
})

/** An auditor's device with the form that the province published on another. */
async function auditorWithForm() {
  const { store: other } = await opened()
  const [store, relay] = [await aStoreOf('internal-auditor'), new MemoryRelay()]
  for (const { sync } of [other, store]) await syncAll(sync, relay, ['p20/plan'])
  return store
}

describe('the beginning of an audit', () => {
  const begin = async (store: PersonStore) => {
    const drawn = await show(store, (props) => <NewAuditScreen {...props} />)
    await userEvent.selectOptions(await screen.findByLabelText(/Lĩnh vực, bộ phận/), 'Hộ tịch')
    return drawn
  }
  const press = () => userEvent.click(screen.getByRole('button', { name: 'Bắt đầu đánh giá' }))
  const offer = () => screen.findByRole('checkbox', { name: /Câu hỏi đánh giá nội bộ \(mẫu/ })
  const begunIn = async (store: PersonStore) => {
    await waitFor(async () => expect(await store.audits.list(UNIT)).toHaveLength(1))
    const [begun] = await store.audits.list(UNIT)
    return (await store.audits.get(begun!.id))!
  }

  it('AUD-27: offers the province’s forms, takes none by itself and the chosen one whole', async () => {
    const store = await auditorWithForm()
    const first = await begin(store)
    expect(await offer()).not.toBeChecked()
    await userEvent.click(await offer())
    await waitFor(async () =>
      expect(await store.drafts.get(`audit:new:${UNIT}`)).toMatchObject({ forms: ['mau-cau-hoi-danh-gia@1'] }),
    )
    first.unmount()
    await begin(store)
    expect(await offer()).toBeChecked()
    await press()
    expect(await begunIn(store)).toMatchObject({ total: 15, ownItems: [{}, {}, {}] })
  })

  it('AUD-27: begins without them where none is chosen, and a choice that was withdrawn meanwhile is no choice', async () => {
    const store = await auditorWithForm()
    const draft = { ...plainStart(TODAY), title: 'Đợt hai', instrument: INTERNAL_AUDIT_SHORT }
    valueOf(await store.drafts.put(`audit:new:${UNIT}`, { ...draft, forms: ['mau-cau-hoi-danh-gia@0'] }))
    await begin(store)
    expect(await offer()).not.toBeChecked()
    await press()
    expect(await begunIn(store)).toMatchObject({ title: 'Đợt hai', total: 12, ownItems: [] })
  })

  it('AUD-27: says nothing of forms where the province published none', async () => {
    await show(await aStoreOf('internal-auditor'), (props) => <NewAuditScreen {...props} />)
    await screen.findByLabelText(/Lĩnh vực, bộ phận/)
    expect(screen.queryByText('Câu hỏi của tỉnh')).toBeNull()
  })
})

describe('who reads English', () => {
  const inEnglish = /Is what citizens say written down and answered\?/
  const taken = async () => {
    const scene = await opened()
    valueOf(await scene.store.onSite.addFormItems(scene.id, 'mau-cau-hoi-danh-gia@1', ['y_kien']))
    return scene
  }

  it('AUD-28: sees the question as the form says it, in the audit and on the printed report', async () => {
    const { store, id } = await taken()
    const list = await show(store, (props) => <AuditScreen {...props} id={id} />, { language: 'en' })
    expect(await screen.findByText(inEnglish)).toBeVisible()
    list.unmount()
    await answerAll(store, id)
    valueOf(await store.audits.saveItem(id, 'mau-cau-hoi-danh-gia:y_kien', { result: 'C' }))
    valueOf(await store.audits.conclude(id))
    const paper = await show(store, (props) => <AuditReportScreen {...props} unit={UNIT} id={id} />, { language: 'en' })
    expect(await screen.findByRole('cell', { name: inEnglish })).toBeVisible()
    paper.unmount()
    await show(store, (props) => <AuditReportScreen {...props} unit={UNIT} id={id} />)
    expect(await screen.findByRole('cell', { name: /Ý kiến của người dân/ })).toBeVisible()
  })

  it('AUD-28: sees it in Vietnamese while the form is not on the device', async () => {
    const { store, id } = await taken()
    const without = { ...store, forms: { ...store.forms, load: async () => undefined } }
    await show(without, (props) => <AuditScreen {...props} id={id} />, { language: 'en' })
    expect(await screen.findByText(/Ý kiến của người dân/)).toBeVisible()
  })
})
