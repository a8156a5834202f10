import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Place } from '#data/contract/store-contract.ts'
import type { Role } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { CellValue, ImportRow } from '#features/administration/import/import-row.ts'
import { MOST_ROWS, readPeople, type ReadingContext } from '#features/administration/import/read-people.ts'
import { roleReader } from '#features/administration/import/read-role.ts'

const places: readonly Place[] = [
  { id: 'p20', parent: null, kind: 'province', name: 'Tỉnh Lạng Sơn', code: '20' },
  { id: 'area-180', parent: 'p20', kind: 'area', name: 'Địa bàn Tràng Định', code: '180' },
  { id: 'area-181', parent: 'p20', kind: 'area', name: 'Địa bàn Bình Gia', code: '181' },
  { id: 'u1', parent: 'area-180', kind: 'commune', name: 'Xã Đoàn Kết', code: '06001' },
  { id: 'u2', parent: 'area-181', kind: 'commune', name: 'Xã Hòa Bình', code: '06058' },
  { id: 'u3', parent: 'area-180', kind: 'commune', name: 'Xã Hòa Bình', code: '06100' },
  { id: 'u4', parent: 'area-181', kind: 'commune', name: 'Xã Bình Gia', code: '06073' },
  { id: 'old', parent: 'area-181', kind: 'commune', name: 'Xã Cũ', code: '06074', until: '2026-06-30' },
]

const labels = new Map<string, Role>([
  ['Thư ký ISO', 'iso-secretary'],
  ['ISO secretary', 'iso-secretary'],
  ['Người theo dõi địa bàn', 'area-monitor'],
  ['Quản trị hệ thống', 'administrator'],
])

const TODAY = '2026-11-21' as LocalDate

const context = (more: Partial<ReadingContext> = {}): ReadingContext => ({
  places,
  accounts: [],
  readRole: roleReader(labels),
  today: TODAY,
  ...more,
})

const anAccount = (username: string, displayName = 'Ai đó'): ReadingContext['accounts'][number] => ({
  username,
  displayName,
  grants: [{ account: 'a', scope: 'u1', role: 'iso-secretary', from: TODAY, to: null, place: 'Xã Đoàn Kết' }],
})

const HEAD = ['Chức danh', 'Đơn vị', 'Vai trò', 'Từ ngày', 'Đến ngày', 'Tên đăng nhập']

function rowsOf(lines: readonly (readonly CellValue[])[], more: Partial<ReadingContext> = {}): readonly ImportRow[] {
  const reading = readPeople([HEAD, ...lines], context(more))
  if (!reading.ok) throw new Error(reading.fault)
  return reading.rows
}

const only = (line: readonly CellValue[], more: Partial<ReadingContext> = {}): ImportRow => rowsOf([line], more)[0]!
const faults = ({ errors }: ImportRow) => errors.map(({ column, fault }) => `${column} ${fault}`)

describe('a list of people in Excel', () => {
  it('is read with its days as Excel keeps them and as they are typed', () => {
    const day = new Date(Date.UTC(2026, 11, 1))
    expect(only(['Thư ký ISO xã Đoàn Kết', 'Xã Đoàn Kết', 'Thư ký ISO', day, '31/12/2027', null]).person).toEqual({
      displayName: 'Thư ký ISO xã Đoàn Kết',
      username: 'thuky.doanket',
      scope: 'u1',
      role: 'iso-secretary',
      from: '2026-12-01',
      to: '2027-12-31',
    })
  })

  it('begins today and has no end where no day is written', () => {
    expect(only(['A', 'Đoàn Kết', 'Thư ký ISO', null, '', null]).person).toMatchObject({ from: TODAY, to: null })
  })

  it('is found under a title, with its columns in any order, without tone marks and with remarks in brackets', () => {
    const reading = readPeople(
      [
        ['DANH SÁCH TÀI KHOẢN', null, null, null],
        [null, null, null, null],
        ['VAI TRO *', 'Ghi chú', 'don vi (tên hoặc mã)', 'Chuc danh'],
        ['thu ky iso', 'bỏ qua', 6001, 'Thư ký'],
      ],
      context(),
    )
    expect(reading.ok && reading.rows.map(({ line, person }) => [line, person?.scope])).toEqual([[4, 'u1']])
  })

  it('keeps the text of a day that no calendar has, and names one near by', () => {
    const row = only(['A', 'Đoàn Kết', 'Thư ký ISO', '31/11/2026', 'sang năm', null])
    expect(row.texts).toMatchObject({ from: '31/11/2026', to: 'sang năm' })
    expect(row.errors).toEqual([
      { column: 'from', fault: 'date-nonexistent', help: '30/11/2026' },
      { column: 'to', fault: 'date-unreadable' },
    ])
    expect(row.person).toBeNull()
  })

  it('says where an end comes before the beginning, and where it has passed', () => {
    expect(faults(only(['A', 'Đoàn Kết', 'Thư ký ISO', '01/12/2026', '30/11/2026', null]))).toEqual(['to ends-before'])
    expect(faults(only(['A', 'Đoàn Kết', 'Thư ký ISO', '01/01/2026', '30/06/2026', null]))).toEqual(['to ended'])
  })

  it('finds a unit by name with and without its kind and tone marks, and by a code that lost its zeros', () => {
    for (const unit of ['Xã Đoàn Kết', 'doan ket', 'ĐOÀN KẾT', '06001', 6001, 'Đoàn Kết, Tràng Định'])
      expect(only(['A', unit, 'Thư ký ISO', null, null, null]).person?.scope).toBe('u1')
  })

  it('asks for the district where several units have that name, and takes it after a comma or in brackets', () => {
    const row = only(['A', 'Hòa Bình', 'Thư ký ISO', null, null, null])
    expect(row.errors).toEqual([
      {
        column: 'unit',
        fault: 'unit-ambiguous',
        help: 'Xã Hòa Bình, Địa bàn Bình Gia; Xã Hòa Bình, Địa bàn Tràng Định',
      },
    ])
    for (const [unit, scope] of [
      ['xã Hoà Bình, Bình Gia', 'u2'],
      ['Hòa Bình (Tràng Định)', 'u3'],
      ['Hòa Bình - địa bàn Bình Gia', 'u2'],
    ] as const)
      expect(only(['A', unit, 'Thư ký ISO', null, null, null]).person?.scope).toBe(scope)
  })

  it('takes the commune or the area of one name by the role', () => {
    expect(only(['A', 'Bình Gia', 'Thư ký ISO', null, null, null]).person?.scope).toBe('u4')
    expect(only(['A', 'Bình Gia', 'Người theo dõi địa bàn', null, null, null]).person?.scope).toBe('area-181')
    expect(faults(only(['A', 'Đoàn Kết', 'Người theo dõi địa bàn', null, null, null]))).toEqual(['unit unit-unfit'])
  })

  it('knows neither a unit that is gone nor one that never was, nor a role it has no word for', () => {
    expect(faults(only(['A', 'Xã Cũ', 'Thư ký ISO', null, null, null]))).toEqual(['unit unit-unknown'])
    expect(faults(only(['A', 'Xã Trên Trời', 'Ông lớn', null, null, null]))).toEqual([
      'role role-unknown',
      'unit unit-unknown',
    ])
  })

  it('says at each cell what is missing', () => {
    expect(faults(only([null, '', ' ', null, null, 'x.y']))).toEqual([
      'position missing',
      'unit missing',
      'role missing',
    ])
  })

  it('takes the result of a formula, and says where a formula failed', () => {
    expect(faults(only(['A', '#REF!', 'Thư ký ISO', '#N/A', null, null]))).toEqual([
      'unit formula-error',
      'from formula-error',
    ])
  })

  it('refuses a sign-in name that stands twice, at both lines, and one that somebody has', () => {
    const rows = rowsOf(
      [
        ['A', 'Đoàn Kết', 'Thư ký ISO', null, null, 'mot.hai'],
        ['B', 'Đoàn Kết', 'Thư ký ISO', null, null, 'da.co'],
        ['C', 'Đoàn Kết', 'Thư ký ISO', null, null, 'mot.hai'],
        ['D', 'Đoàn Kết', 'Thư ký ISO', null, null, 'Có Dấu'],
      ],
      { accounts: [anAccount('da.co')] },
    )
    expect(rows.flatMap(({ line, errors }) => errors.map(({ fault, help }) => [line, fault, help]))).toEqual([
      [2, 'username-twice', '4'],
      [3, 'username-taken', undefined],
      [4, 'username-twice', '2'],
      [5, 'username-form', undefined],
    ])
  })

  it('that is read in a second time makes nobody twice', () => {
    const accounts = [anAccount('thuky.doanket', 'Thư ký ISO xã Đoàn Kết')]
    const row = only(['thư ký ISO  xã Đoàn Kết', 'Đoàn Kết', 'Thư ký ISO', null, null, null], { accounts })
    expect(row.errors).toEqual([{ column: 'position', fault: 'person-exists', help: 'thuky.doanket' }])
  })

  it('proposes names nobody has: neither at the server, nor further down in the list', () => {
    const rows = rowsOf(
      [
        ['A', 'Đoàn Kết', 'Thư ký ISO', null, null, null],
        ['B', 'Đoàn Kết', 'Thư ký ISO', null, null, null],
        ['C', 'Đoàn Kết', 'Thư ký ISO', null, null, 'thuky.doanket2'],
      ],
      { accounts: [anAccount('thuky.doanket')] },
    )
    expect(rows.map(({ person }) => person?.username)).toEqual(['thuky.doanket3', 'thuky.doanket4', 'thuky.doanket2'])
  })

  it('passes over empty lines and counts as Excel does', () => {
    const rows = rowsOf([[null], ['A', 'Đoàn Kết', 'Thư ký ISO', null, null, null], [' ', null]])
    expect(rows.map(({ line }) => line)).toEqual([3])
  })

  it('says why nothing at all can be read', () => {
    expect(readPeople([], context())).toEqual({ ok: false, fault: 'empty' })
    expect(readPeople([HEAD, [null]], context())).toEqual({ ok: false, fault: 'empty' })
    expect(
      readPeople(
        [
          ['Họ tên', 'Điện thoại'],
          ['A', 'B'],
        ],
        context(),
      ),
    ).toEqual({ ok: false, fault: 'no-head' })
    const many = Array.from({ length: MOST_ROWS + 1 }, () => ['A', 'Đoàn Kết', 'Thư ký ISO', null, null, null])
    expect(readPeople([HEAD, ...many], context())).toMatchObject({ ok: false, fault: 'too-many' })
  })

  it('reads 3,000 lines, each with a name of its own', () => {
    const names = ['Đoàn Kết', 'Hòa Bình, Bình Gia', 'Bình Gia']
    const lines = Array.from({ length: 3_000 }, (_, i) => [
      `Thư ký ${i}`,
      names[i % 3]!,
      'Thư ký ISO',
      null,
      null,
      null,
    ])
    const rows = rowsOf(lines)
    expect(rows.filter(({ errors }) => errors.length > 0)).toEqual([])
    expect(new Set(rows.map(({ person }) => person?.username)).size).toBe(3_000)
  })

  it('never throws, whatever stands in the cells, and gives a person exactly where nothing is wrong', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.constantFrom<CellValue>(null, true, 6001, 'Đoàn Kết', 'Thư ký ISO', '31/11/2026', '=1+1', '#REF!'),
      fc.date(),
      fc.double(),
    )
    fc.assert(
      fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 8 }), (lines) => {
        const reading = readPeople([HEAD, ...lines], context())
        if (reading.ok) for (const { errors, person } of reading.rows) expect(person === null).toBe(errors.length > 0)
      }),
      { numRuns: 200 },
    )
  })
})
