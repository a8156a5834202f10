import { describe, expect, it } from 'vitest'
import { documentName } from '#domain/evidence/document-mime.ts'

const name = (given: string): string => documentName(given, 'application/pdf')

describe('the name of a document', () => {
  it.each([
    ['Quyết định 12.pdf', 'Quyết định 12.pdf'],
    ['Bảng Điểm.PDF', 'Bảng Điểm.pdf'],
    ['hop-dong.docm', 'hop-dong.docm.pdf'],
    ['../../etc/passwd', 'etc passwd.pdf'],
    ['C:\\tệp\\a.pdf', 'C tệp a.pdf'],
    ['a\u202Efdp.exe', 'a fdp.exe.pdf'],
    ['hai\ndòng\0.pdf', 'hai dòng.pdf'],
    ['.pdf', 'tep.pdf'],
    ['', 'tep.pdf'],
    [`${'ộ'.repeat(300)}.pdf`, `${'ộ'.repeat(100)}.pdf`],
  ])('EVI-13: %j is kept as %j', (given, kept) => {
    expect(name(given)).toBe(kept)
    expect(name(kept)).toBe(kept)
  })
})
