/** Five communes that audit one after the other, and the six people whose devices the year is played on. */
import type { YearPerson } from './year-world.ts'

export const communes = ['ls25-06001', 'ls25-06004', 'ls25-06007', 'ls25-06010', 'ls25-06013'] as const

export const fields = ['Tư pháp - hộ tịch', 'Đất đai - môi trường', 'Văn hóa - xã hội'] as const

/**
 * The three auditors are lent from commune to commune; each has a field of work of their own, which they never audit.
 * Secretary and head stand for the five of them: what they write is judged commune by commune.
 */
export const cast = {
  first: 'danhgia.mot',
  second: 'danhgia.hai',
  third: 'danhgia.ba',
  secretary: 'thuky',
  head: 'chutich',
  department: 'sokhcn',
} as const

export const people: readonly YearPerson[] = [
  { username: cast.first, role: 'internal-auditor', scopes: communes },
  { username: cast.second, role: 'internal-auditor', scopes: communes },
  { username: cast.third, role: 'internal-auditor', scopes: communes },
  { username: cast.secretary, role: 'iso-secretary', scopes: communes },
  { username: cast.head, role: 'chairman', scopes: communes },
  { username: cast.department, role: 'provincial-department', scopes: ['p20'] },
]
