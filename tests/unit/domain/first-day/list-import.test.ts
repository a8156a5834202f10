import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellWords, type ListReading, MOST_LINES, readDay } from '#domain/first-day/list-import.ts'
import { newProcedure, type Procedure } from '#domain/first-day/procedure.ts'
import { readProcedures } from '#domain/first-day/procedure-import.ts'
import { type PastStage, type ProgressFacts, readProgress } from '#domain/first-day/progress-import.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { pilotStages } from '#domain/pilot/pilot-stages.ts'
import type { SheetCell } from '#domain/questionnaire/xlsform/sheet.ts'

type Rows = readonly (readonly SheetCell[])[]

const HEAD = [
  'Mã thủ tục',
  'Tên thủ tục',
  'Lĩnh vực',
  'Thời hạn (ngày làm việc)',
  'Mã quy trình',
  'Trong phạm vi (có/không)',
]

const linesOf = <Column extends string, Value>(reading: ListReading<Column, Value>) => {
  if (!reading.ok) throw new Error(reading.fault)
  return reading.lines
}

const procedures = (rows: Rows, register: readonly Procedure[] = []) =>
  linesOf(readProcedures({ Sheet1: [HEAD, ...rows] }, register))

const faults = (rows: Rows, register: readonly Procedure[] = []) =>
  procedures(rows, register).map(({ line, errors }) => [
    line,
    ...errors.map((e) => `${e.column} ${e.fault} ${e.help}`.trim()),
  ])

describe('a list of procedures out of a workbook', () => {
  it('DAY-10: finds the heading below titles, on any sheet, in any order, with or without tone marks', () => {
    const rows: Rows = [
      ['DANH MỤC THỦ TỤC HÀNH CHÍNH'],
      [],
      ['STT', 'ten thu tuc *', 'MÃ SỐ', 'Ghi chú riêng'],
      [1, 'Đăng ký khai sinh', '1.001193', 'xem lại'],
    ]
    const reading = readProcedures({ Bìa: [['UBND xã']], 'Danh mục': rows }, [])
    expect(linesOf(reading)).toMatchObject([
      { line: 4, errors: [], value: { code: '1.001193', name: 'Đăng ký khai sinh', isInScope: true, days: null } },
    ])
    expect(readProcedures({ a: [['Họ tên'], ['A']] }, [])).toEqual({ ok: false, fault: 'no-head' })
    expect(readProcedures({ a: [] }, [])).toEqual({ ok: false, fault: 'empty' })
    expect(readProcedures({ a: [HEAD] }, [])).toEqual({ ok: false, fault: 'empty' })
    const many = Array.from({ length: MOST_LINES + 1 }, (_, at) => [String(at), `Thủ tục ${at}`])
    expect(readProcedures({ a: [HEAD, ...many] }, [])).toEqual({ ok: false, fault: 'too-many' })
  })

  it('DAY-11: tells each mistake at its line and column, and gives a wrong line no value', () => {
    expect(
      faults([
        ['1', '', 'Hộ tịch', '5'],
        ['2', 'Chứng thực', '', '8 giờ', '', 'chưa rõ'],
        ['3', 'Đất đai', '#REF!', ''],
        ['4'.repeat(121), 'Khai tử'],
      ]),
    ).toEqual([
      [2, 'name missing'],
      [3, 'days days-unreadable 8 giờ', 'scope choice-unreadable chưa rõ'],
      [4, 'field formula-error #REF!'],
      [5, 'code too-long 120'],
    ])
    expect(procedures([['', 'x', '', 'năm ngày']])[0]?.value).toBeNull()
  })

  it('reads days and scope as offices write them', () => {
    const days = (cell: SheetCell) => procedures([['', 'Thủ tục', '', cell]])[0]?.value?.days
    expect(['5', 5, '05 ngày làm việc', '3 ngày', 'Trong ngày', 'ngay trong ngày làm việc', ''].map(days)).toEqual([
      5,
      5,
      5,
      3,
      1,
      1,
      null,
    ])
    const scope = (cell: SheetCell) => procedures([['', 'Thủ tục', '', '', '', cell]])[0]?.value?.isInScope
    expect(['', 'Có', 'x', true, 'Không', 'ngoài phạm vi', false].map(scope)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ])
  })

  it('DAY-14: what stands twice, or in the register, is told and not taken in again', () => {
    const register = [{ ...newProcedure, code: '1.1', name: 'Khai sinh', field: 'Hộ tịch' }]
    expect(
      faults(
        [
          ['1.1', 'Tên khác'],
          ['', 'KHAI SINH', 'hộ tịch'],
          ['1.2', 'Khai tử', 'Hộ tịch'],
          ['1.2', 'Khai tử (bản mới)'],
          ['', 'khai tử', 'Hộ tịch'],
          ['1.3', 'Khai tử', 'Hộ tịch'],
        ],
        register,
      ),
    ).toEqual([[2, 'code known'], [3, 'name known'], [4], [5, 'code twice 4'], [6, 'name twice 4'], [7]])
  })

  it('reads any cells without failing, and gives a value exactly to lines without a mistake', () => {
    const cell = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null), fc.date({ noInvalidDate: false }))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 8 }), (rows) => {
        const reading = readProcedures({ a: [HEAD, ...rows] }, [])
        if (reading.ok) for (const { errors, value } of reading.lines) expect(value === null).toBe(errors.length > 0)
      }),
    )
  })
})

describe('a day in a list', () => {
  it('DAY-12: is read as a date or as typed; one that no calendar has is told with the nearest', () => {
    expect(readDay(new Date(Date.UTC(2026, 0, 5)))).toEqual({ date: '2026-01-05' })
    expect(readDay('5/1/2026')).toEqual({ date: '2026-01-05' })
    expect(readDay('2026-01-05')).toEqual({ date: '2026-01-05' })
    expect(readDay(' ')).toEqual({ date: null })
    expect(readDay('31/11/2013')).toEqual({ fault: 'date-nonexistent', help: '30/11/2013' })
    expect(readDay('tháng 5')).toEqual({ fault: 'date-unreadable' })
    expect(cellWords(new Date(Number.NaN))).toBe('')
  })
})

const day = (text: string): LocalDate => text as LocalDate

const PROGRESS_HEAD = ['Giai đoạn', 'Tên giai đoạn', 'Ngày bắt đầu', 'Ngày hoàn thành', 'Hồ sơ chứng minh', 'Ghi chú']

const known = (more: Partial<ProgressFacts> = {}): ProgressFacts => ({
  template: pilotStages,
  today: day('2026-11-21'),
  declared: [],
  begun: [],
  openMajor: 0,
  ...more,
})

const progress = (rows: Rows, more: Partial<ProgressFacts> = {}) =>
  readProgress({ 'Tiến độ': [PROGRESS_HEAD, ...rows] }, known(more))

const progressFaults = (rows: Rows, more: Partial<ProgressFacts> = {}) =>
  linesOf(progress(rows, more)).map(({ errors }) => errors.map((e) => `${e.column} ${e.fault}`))

describe('progress of before out of a workbook', () => {
  it('DAY-15: takes a stage as done with its days and words about the proof, and leaves empty lines aside', () => {
    const reading = progress([
      ['G0', 'Khởi động', '05/01/2026', '16/01/2026', 'QĐ 45/QĐ-UBND, tủ 1', ''],
      ['giai đoạn 1', '', '19/01/2026', '', '', 'đang làm'],
      ['G2', 'Tập huấn', '', '', '', ''],
    ])
    expect(reading).toMatchObject({ ok: true, leftAside: 1 })
    const values = linesOf(reading).map(({ value }) => value)
    expect(values).toEqual([
      { stage: 'G0', startedOn: day('2026-01-05'), doneOn: day('2026-01-16'), proof: 'QĐ 45/QĐ-UBND, tủ 1', note: '' },
      { stage: 'G1', startedOn: day('2026-01-19'), doneOn: null, proof: '', note: 'đang làm' },
    ] satisfies PastStage[])
  })

  it('DAY-15: refuses what cannot count, each in its cell', () => {
    expect(
      progressFaults(
        [
          ['G12', '', '05/01/2026', '16/01/2026', 'x'],
          ['', '', '05/01/2026', '16/01/2026', 'x'],
          ['G0', '', '16/01/2026', '05/01/2026', 'x'],
          ['G1', '', '', '22/11/2026', 'x'],
          ['G2', '', '', '16/01/2026', ''],
          ['G7', '', '', '16/01/2026', 'x'],
          ['G10', '', '', '16/01/2026', 'x'],
          ['G3', '', '', '31/11/2025', 'x'],
          ['G4', '', '', '', 'x'],
          ['G5', '', '', '16/01/2026', 'x'],
          ['G2', '', '', '17/01/2026', 'y'],
          ['G6', '', '17/01/2026', '', ''],
        ],
        { openMajor: 2, declared: ['G5'], begun: ['G5', 'G6'] },
      ),
    ).toEqual([
      ['stage stage-unknown'],
      ['stage missing'],
      ['doneOn ends-before'],
      ['doneOn date-ahead'],
      ['proof proof-missing'],
      ['doneOn open-major'],
      ['stage not-yours'],
      ['doneOn date-nonexistent'],
      ['doneOn missing'],
      ['stage already-declared'],
      ['stage twice'],
      ['stage known'],
    ])
  })
})
