import { describe, expect, it } from 'vitest'
import { citizenNameIn, hasCitizenNumber } from '#domain/internal-audit/citizen-trace.ts'
import { checkSample, type Sample, type SampleInput, samplesByField } from '#domain/internal-audit/sample.ts'

const input = (patch: Partial<SampleInput> = {}): SampleInput => ({
  field: 'Hộ tịch',
  item: null,
  dossier: ' H37.25.12-261105-0012 ',
  state: 'on-time',
  note: '',
  ...patch,
})
const codeOf = (patch: Partial<SampleInput>) => {
  const checked = checkSample(input(patch))
  return checked.ok ? 'ok' : checked.error.code
}

describe('a sample', () => {
  it('AUD-13: is a field and a dossier number, kept without the blanks around it', () => {
    expect(checkSample(input())).toEqual({ ok: true, value: input({ dossier: 'H37.25.12-261105-0012' }) })
    expect(codeOf({ field: ' ' })).toBe('sample.field-missing')
    expect(codeOf({ dossier: ' ' })).toBe('sample.dossier-missing')
    expect(codeOf({ dossier: 'hồ sơ khai sinh' })).toBe('sample.not-a-number')
    expect(codeOf({ dossier: '1'.repeat(61) })).toBe('sample.not-a-number')
  })

  it('AUD-13: refuses the number of a person, written together or in threes, wherever it stands', () => {
    expect(codeOf({ dossier: '020190001234' })).toBe('sample.citizen-number')
    expect(codeOf({ note: 'CCCD 020 190 001 234' })).toBe('sample.citizen-number')
    expect(codeOf({ note: '020.190.001.234' })).toBe('sample.citizen-number')
    for (const fine of ['000.00.12.H37-261105-0012', '2611050012345', 'HS-12345678901', '12/2026/QĐ']) {
      expect(hasCitizenNumber(fine)).toBe(false)
    }
  })

  it('AUD-13: refuses what looks like the name of a person and says which words', () => {
    expect(checkSample(input({ note: 'trả cho Nguyễn Văn Mẫu ngày 5' }))).toEqual({
      ok: false,
      error: { code: 'sample.citizen-name', params: { text: 'Nguyễn Văn Mẫu' } },
    })
    for (const name of [
      'NÔNG THỊ MẪU',
      'Hoang Van Mau',
      'hồ sơ 12 bà Mẫu',
      'H12 Triệu Thị Mẫu Hai',
      'Bà Mẫu nộp muộn',
      'Trả sai. Ông Mẫu Hai',
    ]) {
      expect([name, citizenNameIn(name) !== null]).toEqual([name, true])
    }
  })

  it('AUD-13: lets places, offices and ordinary words pass', () => {
    const fine = [
      'xã Hoàng Văn Thụ',
      'UBND xã Đồng Đăng',
      'HỒ SƠ ĐẤT ĐAI trễ 2 ngày',
      'Lệ Phí Chứng Thực',
      'Hà Nội',
      '',
      'thiếu phiếu kiểm soát',
      'chưa có Quyết định phê duyệt',
      'hồ sơ cũ Mẫu số 01, ba Bản sao',
      'ông Chủ tịch chưa ký',
      'xã Anh Sơn',
      'Bà Rịa',
      'phường Hai Bà Trưng',
    ]
    for (const text of fine) expect([text, citizenNameIn(text)]).toEqual([text, null])
  })

  it('AUD-14: five of a field are asked for; a number twice counts once', () => {
    const sample = (field: string, dossier: string, state: Sample['state']): Sample => ({
      ...input({ field, dossier, state }),
      id: `${field}${dossier}`,
    })
    const many = ['1', '2', '3', '4', '5', '5'].map((number) => sample('Đất đai', number, 'late'))
    expect(samplesByField([...many, sample('Chứng thực', '1', 'on-time')])).toEqual([
      { field: 'Chứng thực', count: 1, onTime: 1, late: 0, missing: 4 },
      { field: 'Đất đai', count: 5, onTime: 0, late: 5, missing: 0 },
    ])
  })
})
