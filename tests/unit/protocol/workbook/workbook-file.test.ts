import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Form } from '#domain/questionnaire/form/form.ts'
import type { FormProblem } from '#domain/questionnaire/form/form-problem.ts'
import type { Result } from '#domain/kernel/result.ts'
import { exportWorkbook } from '#domain/questionnaire/xlsform/export-workbook.ts'
import type { SheetRows, Workbook } from '#domain/questionnaire/xlsform/sheet.ts'
import { writeTable } from '#domain/questionnaire/xlsform/table-text.ts'
import { type FormFile, readFormFiles } from '#protocol/workbook/read-form-files.ts'
import { MOST_OF_FILE, readWorkbookFile } from '#protocol/workbook/read-workbook-file.ts'
import { writeWorkbookFile } from '#protocol/workbook/write-workbook-file.ts'
import { aForm, aWorkbook, c, endOf, q, type RowByHeading } from '#support/questionnaire/form-builder.ts'
import { fiveHundredQuestions, levels, longList } from '#support/questionnaire/large-forms.ts'

const decode = (bytes: ArrayBuffer): string => new TextDecoder().decode(bytes)
const read = (...files: readonly FormFile[]) => readFormFiles(files, decode)
const fileOf = async (workbook: Workbook, name = 'Phiếu khảo sát 2026.xlsx'): Promise<FormFile> => ({
  name,
  bytes: (await writeWorkbookFile(workbook)).buffer,
})
const textFile = (name: string, text: string): FormFile => ({ name, bytes: new TextEncoder().encode(text).buffer })

const valueOf = (result: Result<Form, readonly FormProblem[]>): Form => {
  if (!result.ok) throw new Error(JSON.stringify(result.error.slice(0, 3)))
  return result.value
}
const problemsOf = (result: Result<unknown, readonly FormProblem[]>): readonly FormProblem[] =>
  result.ok ? [] : result.error
const codesOf = (result: Result<unknown, readonly FormProblem[]>) => problemsOf(result).map(({ code }) => code)

/** An archive whose list claims that one part unpacks to some gigabytes. */
function bomb(): ArrayBuffer {
  const zipped = zipSync({
    'xl/workbook.xml': strToU8('<workbook/>'),
    'xl/worksheets/sheet1.xml': strToU8('x'.repeat(50)),
  })
  const view = new DataView(zipped.buffer)
  for (let at = 0; at + 28 < zipped.length; at += 1)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 3_000_000_000, true)
  return zipped.buffer
}

/** A workbook whose first sheet, `survey`, was changed by another program's hand. */
async function reworked(workbook: Workbook, change: (xml: string) => string): Promise<FormFile> {
  const { name, bytes } = await fileOf(workbook)
  const parts = unzipSync(new Uint8Array(bytes))
  const path = 'xl/worksheets/sheet1.xml'
  const xml = change(new TextDecoder().decode(parts[path]))
  return { name, bytes: zipSync({ ...parts, [path]: strToU8(xml) }).buffer as ArrayBuffer }
}

const behind = (row: string) => (xml: string) => xml.replace('</sheetData>', `${row}</sheetData>`)

describe('a spreadsheet file', () => {
  it('LIB-1: a cell in the last corner of a sheet is told with its place, and nothing is filled up to it', async () => {
    const book = aWorkbook([q('text', 'a')])
    const stray = '<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'
    expect(problemsOf(await read(await reworked(book, behind(stray))))).toEqual([
      { code: 'cell-far', sheet: 'survey', row: 1_048_576, column: 'XFD', word: 'XFD1048576' },
    ])
    const look = '<row r="9000"><c r="XFD9000" s="1"/></row>'
    expect(valueOf(await read(await reworked(book, behind(look)))).nodes).toHaveLength(1)
  })

  it('LIB-1: a cell whose formula went wrong is told with its place, and no rule is lost', async () => {
    const rows = [q('text', 'a'), q('text', 'b', { relevant: '${a} = 1' })]
    const broken = await reworked(aWorkbook(rows), (xml) =>
      xml.replace(/<c r="D3"[^>]*>.*?<\/c>/, '<c r="D3" t="e"><f>VLOOKUP(1,X!A:B,2)</f><v>#REF!</v></c>'),
    )
    expect(problemsOf(await read(broken))).toEqual([
      { code: 'cell-error', sheet: 'survey', row: 3, column: 'relevant', word: '#REF!' },
    ])
    const last = await reworked(aWorkbook(rows), behind('<row r="6"><c r="B6" t="e"><v>#N/A</v></c></row>'))
    expect(codesOf(await read(last))).toContain('cell-error')
    const list = await readWorkbookFile(broken.bytes, 'x')
    expect(list.ok && list.value['survey']?.[2]?.[3]).toBe(null)
  })

  it('LIB-1: what is no workbook, is locked, cut off or made of nothing is refused with its name', async () => {
    const whole = await fileOf(aWorkbook([q('text', 'a')]))
    const locked = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)])
    const broken: readonly ArrayBuffer[] = [
      new ArrayBuffer(0),
      strToU8('type,name\ntext,a').slice().buffer,
      locked.buffer,
      whole.bytes.slice(0, whole.bytes.byteLength / 2),
      zipSync({ 'word/document.xml': strToU8('<document/>') }).buffer as ArrayBuffer,
      zipSync({ '[Content_Types].xml': strToU8('<'), 'xl/workbook.xml': strToU8('<<<') }).buffer as ArrayBuffer,
    ]
    for (const bytes of broken) {
      const result = await readWorkbookFile(bytes, 'phieu.xlsx')
      expect(result).toMatchObject({ ok: false, error: { code: 'workbook-unreadable', word: 'phieu.xlsx' } })
    }
  })

  it('LIB-1: a file that would unpack to gigabytes, or is one of many megabytes, is not unpacked', async () => {
    expect(await readWorkbookFile(bomb(), 'x')).toMatchObject({ ok: false, error: { code: 'file-too-large' } })
    const long = await readWorkbookFile(new ArrayBuffer(MOST_OF_FILE + 1), 'x')
    expect(long).toMatchObject({ ok: false, error: { code: 'file-too-large', word: '21' } })
  })

  it('LIB-1: a form with its tables comes in whole, named after its file where it names itself nowhere', async () => {
    const survey = aWorkbook([q('select_one_from_file xa.csv', 'x')], [], { version: '1' })
    const table = textFile('xa.csv', '\uFEFFname;label\r\na;Xã A\r\nb;Xã B\r\n')
    const form = valueOf(await read(await fileOf(survey), table))
    expect(form).toMatchObject({ id: 'Phiếu-khảo-sát-2026', lists: { xa: { source: 'file' } } })
    const { workbook, files } = exportWorkbook(form)
    const again = await read(await fileOf(workbook), textFile('xa.csv', writeTable(files['xa.csv'] as SheetRows)))
    expect(valueOf(again)).toEqual(form)
    expect(codesOf(await read(await fileOf(survey)))).toEqual(['file-missing'])
    expect(codesOf(await read(table))).toEqual(['workbook-unreadable'])
    expect(codesOf(await read(await fileOf(survey), await fileOf(survey)))).toEqual(['workbook-unreadable'])
  })

  it('LIB-9: no cell is a formula, and names that objects have of their own survive', async () => {
    const rows = [q('text', 'constructor', { label: '=1+1' }), q('text', 'toString', { label: '@SUM(A1)', hint: '-2' })]
    const form = valueOf(await read(await fileOf(aWorkbook(rows))))
    expect(form.nodes.map(({ name, label }) => [name, label['']])).toEqual([
      ['constructor', '=1+1'],
      ['toString', '@SUM(A1)'],
    ])
    expect(valueOf(await read(await fileOf(exportWorkbook(form).workbook)))).toEqual(form)
  })
})

/** Groups and repeats within each other, each with a rule that names the one outside. */
function nested(depth: number): readonly RowByHeading[] {
  const levelsOf = Array.from({ length: depth }, (_, at) => at)
  const begin = levelsOf.flatMap((at) => [
    q(at % 2 === 0 ? 'begin repeat' : 'begin group', `v${at}`, at === 0 ? {} : { relevant: `\${c${at - 1}} >= 0` }),
    q('integer', `c${at}`),
  ])
  const end = levelsOf.toReversed().map((at) => endOf(at % 2 === 0 ? 'repeat' : 'group'))
  return [...begin, ...end, q('calculate', 'tổng', { calculation: 'sum(${c0}) + count(${v0})' })]
}

describe('forms nobody here wrote', () => {
  it('LIB-9: 500 questions with 420 rules, repeats twelve deep and a list of 2 MB come back as the same form', async () => {
    const { choices } = longList()
    const survey = [
      ...fiveHundredQuestions(),
      ...nested(12),
      q('select_one tỉnh', 'p'),
      q('select_one xã', 'x', { choice_filter: 'tỉnh = ${p}' }),
    ]
    const form = valueOf(await read(await fileOf(aWorkbook(survey, [...levels, ...choices]))))
    expect(form.lists['xã']?.choices).toHaveLength(26_000)
    expect(valueOf(await read(await fileOf(exportWorkbook(form).workbook)))).toEqual(form)
  }, 90_000)

  it('LIB-1: a sheet broken in a hundred places is refused with all of them, each with its row and column', async () => {
    const good = fiveHundredQuestions()
    const spoil: readonly ((row: RowByHeading) => RowByHeading)[] = [
      (row) => ({ ...row, relevant: '${không_có} = 1' }),
      (row) => ({ ...row, constraint: '. >' }),
      (row) => ({ ...row, type: 'hologram' }),
      (row) => ({ ...row, calculation: 'digest(.)' }),
      (row) => ({ ...row, type: `select_one không_có_${row.name ?? ''}` }),
      (row) => ({ ...row, name: 'q 1' }),
    ]
    const survey = good.map((row, at) =>
      at % 5 === 2 && row.type === 'integer' ? (spoil[at % spoil.length]?.(row) ?? row) : row,
    )
    const spoilt = survey.flatMap((row, at) => (row === good[at] ? [] : [at + 2]))
    const problems = problemsOf(await read(await fileOf(aWorkbook(survey, levels))))
    expect(spoilt.length).toBeGreaterThan(60)
    const told = new Set(problems.map(({ row }) => row))
    expect(spoilt.filter((row) => !told.has(row))).toEqual([])
    expect(problems.every(({ sheet, row, column }) => sheet === 'survey' && row > 1 && column !== '')).toBe(true)
  })

  it('LIB-1: rows thrown about at random are refused or imported whole, and never break the reader', async () => {
    let state = 20_261_121
    const dice = (most: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
      return state % most
    }
    const words = [
      '',
      'begin group',
      'end group',
      'end repeat',
      'begin repeat',
      'text',
      'select_one a',
      '${',
      'a b',
      '1',
      '((((',
      "concat('",
      'or',
      '=',
    ]
    const headings = [
      'type',
      'name',
      'label',
      'relevant',
      'calculation',
      'choice_filter',
      'label::vi',
      'media::image',
      '',
      'type',
    ]
    let refused = 0
    for (let round = 0; round < 60; round += 1) {
      const rows = Array.from({ length: dice(30) }, () => headings.map(() => words[dice(words.length)] ?? ''))
      const result = await read(await fileOf({ survey: [headings.slice(0, 3 + dice(8)), ...rows], settings: [] }))
      if (!result.ok) refused += 1
      for (const { sheet, row } of problemsOf(result)) expect([typeof sheet, row >= 0]).toEqual(['string', true])
    }
    expect(refused).toBeGreaterThan(50)
  })

  it('LIB-9: a list’s own columns and a form without a title come back too', async () => {
    const { form } = aForm([q('select_one a', 'x')], [c('a', '1', { ghi_chú: 'x' })])
    expect(valueOf(await read(await fileOf(exportWorkbook(form).workbook)))).toEqual(form)
  })
})
