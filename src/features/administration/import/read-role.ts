// The role somebody means by the word an office uses for it.
import { isRole, type Role } from '#domain/access/role.ts'
import { searchKey } from '#domain/kernel/search-key.ts'

/** Folded; Vietnamese whatever language is on the screen, because the lists are. */
const otherWords: Readonly<Record<string, Role>> = {
  'chu tich ubnd': 'chairman',
  'pho chu tich ubnd': 'vice-chairman',
  'thu ky iso': 'iso-secretary',
  'chuyen gia danh gia noi bo': 'internal-auditor',
  'cong chuc chuyen mon': 'professional-officer',
  'nguoi theo doi dia ban': 'area-monitor',
  'chuyen gia tu van': 'consultant',
  'so chu tri cua tinh': 'provincial-department',
  'doan kiem tra': 'inspection-team',
  'quan tri he thong': 'administrator',
  bo: 'ministry',
  'chu tich': 'chairman',
  'chu tich ubnd xa': 'chairman',
  'pho chu tich': 'vice-chairman',
  'pho chu tich ubnd xa': 'vice-chairman',
  'thu ky': 'iso-secretary',
  'thu ky ban chi dao iso': 'iso-secretary',
  'danh gia vien noi bo': 'internal-auditor',
  'danh gia noi bo': 'internal-auditor',
  'cong chuc': 'professional-officer',
  'chuyen mon': 'professional-officer',
  'giam sat dia ban': 'area-monitor',
  'theo doi dia ban': 'area-monitor',
  'tu van': 'consultant',
  so: 'provincial-department',
  'so kh&cn': 'provincial-department',
  'lanh dao tinh': 'provincial-leadership',
  'quan tri': 'administrator',
}

/** `labels`: the words the app shows in the language of the screen. */
export function roleReader(labels: ReadonlyMap<string, Role>): (text: string) => Role | undefined {
  const byWord = new Map<string, Role>(Object.entries(otherWords))
  for (const [label, role] of labels) byWord.set(searchKey(label), role)
  return (text) => {
    const key = searchKey(text)
    return isRole(key) ? key : byWord.get(key)
  }
}
