// An audit of the tests, with fixed defaults.
import type { NewAudit } from '#data/contract/internal-audit-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { FindingInput } from '#features/internal-audit/finding-form.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { INTERNAL_AUDIT_SHORT } from '#domain/questionnaire/instrument-registry.ts'
import { UNIT, valueOf } from '#support/store/test-store.ts'

export const anAudit = (change: Partial<NewAudit> = {}): NewAudit => ({
  unitId: UNIT,
  instrument: INTERNAL_AUDIT_SHORT,
  title: 'Đánh giá lần 1',
  on: writtenDate('20/11/2026'),
  department: 'Hộ tịch',
  ...change,
})

export const aFinding = (change: Partial<FindingInput> = {}): FindingInput => ({
  item: 'A3',
  grade: 'minor',
  clause: '6.2',
  facts: 'Mục tiêu quý III không có số liệu theo dõi',
  requirement: 'TCVN ISO 9001:2015, 6.2',
  objectiveEvidence: 'Bảng mục tiêu 2026',
  department: 'Hộ tịch',
  dueOn: writtenDate('21/12/2026'),
  ...change,
})

/** Every item conforming, but A3, which has a minor nonconformity. */
export async function answerAll(store: PersonStore, audit: string): Promise<void> {
  for (let item = 1; item <= 12; item++) {
    valueOf(await store.audits.saveItem(audit, `A${item}`, { result: item === 3 ? 'NC' : 'C' }))
  }
  valueOf(await store.audits.saveFinding(audit, aFinding()))
}
