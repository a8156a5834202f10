import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvCell, htmlText, personFiles } from '#domain/personal-data/export-files.ts'

const words = { title: 'Dữ liệu cá nhân', language: 'vi', sectionName: (name: string) => `Phần ${name}` }
const data = (text: string) => ({
  madeMs: 0,
  account: 'a',
  isCut: false,
  sections: [
    { name: 'records', rows: [{ note: text, number: -3 }] },
    { name: 'refused', rows: [] },
  ],
})

describe('the files of a person’s data', () => {
  it('PER-4: are JSON, a page and a table for each section with rows', () => {
    const files = personFiles(data('chữ'), words)
    expect(files.map(({ name }) => name)).toEqual(['data.json', 'data.html', 'records.csv'])
    expect(files[2]?.text).toBe('\uFEFFnote,number\r\nchữ,-3\r\n')
    expect(files[1]?.text).toContain('<h2>Phần records</h2>')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\r=1', '＝1', '\u00A0=1', '|cmd'])(
    'PER-4: %j is no formula in a table',
    (text) => {
      expect(csvCell(text).replace(/^"/, '').startsWith("'")).toBe(true)
    },
  )

  it('PER-4: whatever somebody wrote is text in the page and stays in its cell of the table', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(htmlText(text)).not.toMatch(/[<>"']/)
        const cell = csvCell(text)
        const inside = cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '') : cell
        expect(/^[=+\-@\t\r\n]/.test(inside)).toBe(false)
        if (!cell.startsWith('"')) expect(cell).not.toMatch(/[",\r\n]/)
        else expect(inside).not.toContain('"')
      }),
    )
  })
})
