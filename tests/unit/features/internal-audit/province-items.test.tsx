import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { sampleAuditItems } from '#domain/questionnaire/checklist/sample-forms.ts'
import { AuditItemScreen } from '#features/internal-audit/audit-item-screen.tsx'
import { AuditTeamScreen } from '#features/internal-audit/audit-team-screen.tsx'
import { anIdentity, aStore, UNIT, valueOf } from '#support/store/test-store.ts'
import { anAudit } from './an-audit.ts'
import { show } from './screen-bench.tsx'

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
