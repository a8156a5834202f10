// A finding as an auditor writes it on site, and what the audited says to it.
import { TODAY } from '#support/store/test-store.ts'

export const aMinorFinding = {
  item: 'A3',
  grade: 'minor',
  clause: '6.2',
  facts: 'Không có số liệu quý III',
  requirement: '',
  objectiveEvidence: '',
  department: 'Văn phòng',
  dueOn: null,
} as const

export const anAgreement = {
  agrees: true,
  words: '',
  name: 'Người xác nhận',
  post: 'Phó Chủ tịch',
  on: TODAY as string,
  grade: null,
}
