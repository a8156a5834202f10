import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readSheetOf, writeSheets } from '#features/administration/import/excel-files.ts'

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The least a workbook can be, with the cells as they stand in it. */
const aWorkbook = (cells: string): Blob =>
  new Blob([
    zipSync({
      '[Content_Types].xml': strToU8(
        `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
      ),
      'xl/workbook.xml': strToU8(
        `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': strToU8(
        `${XML}<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      'xl/worksheets/sheet1.xml': strToU8(
        `${XML}<worksheet xmlns="${MAIN}"><sheetData><row r="1">${cells}</row></sheetData></worksheet>`,
      ),
    }) as Uint8Array<ArrayBuffer>,
  ])

describe('a workbook', () => {
  it('gives the last result of a formula', async () => {
    const read = await readSheetOf(aWorkbook('<c r="A1" t="str"><f>CONCATENATE("Đoàn"," Kết")</f><v>Đoàn Kết</v></c>'))
    expect(read).toEqual({ ok: true, rows: [['Đoàn Kết']] })
  })

  it('gives nothing where a formula was never reckoned, and its error where it failed', async () => {
    const read = await readSheetOf(
      aWorkbook(
        '<c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="B1" t="str"><f>C1</f></c><c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E1" t="inlineStr"><is><t>e</t></is></c>',
      ),
    )
    expect(read).toEqual({ ok: true, rows: [['a', null, null, null, 'e']] })
  })

  it('is told from what only has its name', async () => {
    expect(await readSheetOf(new Blob(['Chức danh;Đơn vị']))).toEqual({ ok: false, fault: 'unreadable' })
  })

  it('that we wrote is read again, and what looks like a formula in it is text', async () => {
    const bytes = await writeSheets([
      {
        name: 'Mã',
        head: ['Chức danh', 'Mã'],
        rows: [
          ['=HYPERLINK("http://x")', '+84 1'],
          ['Thư ký', ''],
        ],
        widths: [30, 12],
      },
    ])
    expect(await readSheetOf(new Blob([bytes]))).toEqual({
      ok: true,
      rows: [
        ['Chức danh', 'Mã'],
        ['=HYPERLINK("http://x")', '+84 1'],
        ['Thư ký', null],
      ],
    })
  })
})
