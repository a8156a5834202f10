// A request for a corrective action as a finding of an audit gives rise to.
import type { RequestContent } from '#domain/corrective-action/request.ts'
import { writtenDate } from '#domain/kernel/local-date.ts'
import { UNIT } from '#support/store/test-store.ts'

export const aCorrectiveRequest: RequestContent = {
  unit: UNIT,
  source: 'internal-audit',
  of: 'fnd-1',
  grade: 'minor',
  clause: '7.5',
  department: 'Văn phòng',
  description: 'Hai quy trình cũ còn ở quầy',
  requirement: 'Quy trình kiểm soát tài liệu',
  evidence: 'Quầy số 2',
  dueOn: writtenDate('21/12/2026'),
  inspection: null,
}
