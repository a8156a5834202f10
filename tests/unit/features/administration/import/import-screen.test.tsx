import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { AddedPeople, Administration } from '#data/contract/administration-contract.ts'
import { isRole } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { err, ok } from '#domain/kernel/result.ts'
import { readSheetOf, writeSheets } from '#features/administration/import/excel-files.ts'
import { codeSheet, templateSheets } from '#features/administration/import/import-files.ts'
import type { ImportRow } from '#features/administration/import/import-row.ts'
import { ImportScreen } from '#features/administration/import/import-screen.tsx'
import { PART, sendPeople } from '#features/administration/import/send-people.ts'
import { aCode, anAdministration } from '#support/administration.ts'
import { renderScreen } from '#support/render-screen.tsx'
import { aStore, UNIT } from '#support/store/test-store.ts'
import { expectAxeClean } from '../../../ui/axe-clean.ts'

const HEAD = ['Chức danh', 'Đơn vị', 'Vai trò', 'Từ ngày', 'Đến ngày', 'Tên đăng nhập']

const aFile = async (rows: readonly (readonly string[])[]): Promise<File> =>
  new File([await writeSheets([{ name: 'A', head: HEAD, rows, widths: [10] }])], 'ds.xlsx', {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  })

async function show(rows: readonly (readonly string[])[], more: Partial<Administration> = {}) {
  const { administration, asked } = anAdministration(more)
  const shown = await renderScreen((props) => <ImportScreen {...props} />, {
    store: await aStore(),
    platform: { administration: async () => administration },
  })
  await shown.user.upload(await screen.findByLabelText('Chọn tệp Excel'), await aFile(rows))
  return { ...shown, asked }
}

const RIGHT = ['Thư ký ISO xã số 1', 'xã số 1', 'Thư ký ISO', '', '', '']
const WRONG = ['Chủ tịch', 'xã số 9', 'Chủ tịch UBND', '31/11/2026', '', '']

describe('the import of people', () => {
  it('shows each line with its mistakes at their cells, and makes nothing while one stands', async () => {
    const { user, asked, container } = await show([RIGHT, WRONG])
    expect(await screen.findByText('1 dòng đúng, 1 dòng có lỗi')).toBeInTheDocument()
    const wrong = within(screen.getByRole('table', { name: 'Dòng có lỗi: 1' }))
    expect(wrong.getByRole('rowheader')).toHaveTextContent('Dòng 3')
    expect(wrong.getByText('Không có đơn vị này')).toBeInTheDocument()
    expect(wrong.getByText('31/11/2026')).toBeInTheDocument()
    expect(wrong.getByText('Ngày không có trên lịch; gần nhất là 30/11/2026')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Tạo 1 tài khoản' })).toBeDisabled()
    await expectAxeClean(container)
    await user.click(screen.getByRole('checkbox', { name: /Bỏ 1 dòng có lỗi ra ngoài/ }))
    await user.click(screen.getByRole('button', { name: 'Tạo 1 tài khoản' }))
    expect(await screen.findByText('Đã tạo 1 tài khoản')).toBeInTheDocument()
    expect(screen.getByText(aCode.code)).toBeInTheDocument()
    expect(asked).toHaveLength(1)
    await expectAxeClean(container)
    await user.click(screen.getByRole('button', { name: 'In phiếu 1–1' }))
    expect(screen.getByRole('img', { name: /Mã QR/ })).toBeInTheDocument()
  })

  it('says where the file is none', async () => {
    const { user } = await show([])
    expect(await screen.findByText('Tệp không có dòng nào.')).toBeInTheDocument()
    await user.upload(
      screen.getByLabelText('Chọn tệp Excel'),
      new File(['a;b'], 'x.xlsx', { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }),
    )
    expect(await screen.findByText(/Đây không phải tệp Excel/)).toBeInTheDocument()
  })

  it('keeps what was made and the rest of the list where the line breaks', async () => {
    const { user } = await show([RIGHT], { addPeople: async () => err({ code: 'network.offline' }) })
    await user.click(await screen.findByRole('button', { name: 'Tạo 1 tài khoản' }))
    expect(await screen.findByText(/Đã dừng giữa chừng: 0 người đã tạo xong/)).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Tạo 1 tài khoản' })).toBeEnabled()
  })

  it('shows at its cell what only the server knew', async () => {
    const refused: AddedPeople = {
      isDone: false,
      rows: [
        {
          row: 0,
          username: 'thuky.so1',
          outcome: 'wrong',
          account: null,
          problems: [{ field: 'grants.0.scope', code: 'access.forbidden' }],
        },
      ],
    }
    const { user } = await show([RIGHT], { addPeople: async () => ok(refused) })
    await user.click(await screen.findByRole('button', { name: 'Tạo 1 tài khoản' }))
    expect(await screen.findByText('Không thuộc phần anh/chị quản trị')).toBeInTheDocument()
  })
})

const aRow = (line: number): ImportRow => ({
  line,
  texts: { position: 'A', unit: 'B', role: 'C', from: '', to: '', username: '' },
  errors: [],
  person: {
    displayName: 'A',
    username: `a${line}`,
    scope: UNIT,
    role: 'iso-secretary',
    from: '2026-12-01' as LocalDate,
    to: null,
  },
})

describe('a long list', () => {
  const rows = Array.from({ length: 2 * PART + 5 }, (_, at) => aRow(at + 2))

  it('goes in parts, and says how far it is', async () => {
    const { administration, asked } = anAdministration()
    const sent: number[] = []
    const outcome = await sendPeople(administration, rows, (count) => sent.push(count))
    expect(outcome).toMatchObject({ left: [], problem: null })
    expect(outcome.made).toHaveLength(rows.length)
    expect([asked.length, sent]).toEqual([3, [PART, 2 * PART, 2 * PART + 5]])
  })

  it('that breaks in its second part has the first made, and the second and third left as they were', async () => {
    const { administration } = anAdministration()
    let calls = 0
    const addPeople: Administration['addPeople'] = async (people) =>
      ++calls === 2 ? err({ code: 'network.timeout' }) : administration.addPeople(people)
    const outcome = await sendPeople({ addPeople }, rows, () => {})
    expect(outcome.made).toHaveLength(PART)
    expect(outcome.left).toEqual(rows.slice(PART))
    expect(outcome.problem).toEqual({ code: 'network.timeout' })
  })
})

describe('the files of the import', () => {
  const t = (key: string): string => key

  it('are a template that the import itself reads, with every role named', async () => {
    const [list, guide] = templateSheets(t)
    expect(list?.head).toHaveLength(6)
    expect(guide?.rows.filter(([role]) => isRole((role ?? '').replace('common:role.', '')))).toHaveLength(12)
    expect((await readSheetOf(new Blob([await writeSheets(templateSheets(t))]))).ok).toBe(true)
  })

  it('and a list of codes, where whoever has a password is said to have one', () => {
    const { person } = aRow(2)
    const made = [
      { person: person!, issued: aCode },
      { person: person!, issued: null },
    ]
    const sheet = codeSheet(
      made,
      t,
      () => 'Xã số 1',
      () => '28/11/2026',
    )
    expect(sheet.rows.map((row) => row[4])).toEqual([aCode.code, 'import.hasPassword'])
    expect(sheet.rows[0]?.[5]).toBe(`${window.location.origin}${aCode.path}`)
  })
})
