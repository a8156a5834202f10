import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTable, writeTable } from '#domain/questionnaire/xlsform/table-text.ts'

describe('tables beside a form', () => {
  it('LIB-10: are read whatever parts their cells, with quotes, line ends and the mark of UTF-8', () => {
    const expected = [
      ['name', 'label', 'dân'],
      ['a', 'Xã "A", cũ', '1,5'],
      ['b', 'hai\ndòng', ''],
    ]
    expect(readTable('\uFEFFname,label,dân\r\na,"Xã ""A"", cũ","1,5"\r\n\r\nb,"hai\ndòng",\r\n')).toEqual(expected)
    expect(readTable('name;label;dân\na;"Xã ""A"", cũ";1,5\nb;"hai\ndòng";')).toEqual(expected)
    expect(readTable('name\tlabel\tdân\na\tXã "A", cũ\t1,5')).toEqual(expected.slice(0, 2))
    expect(readTable('')).toEqual([])
    expect(readTable('name\n"chưa đóng')).toEqual([['name'], ['chưa đóng']])
  })

  it('LIB-10: are read as what was written', () => {
    const cell = fc
      .string({ unit: 'grapheme-composite', maxLength: 12 })
      .filter((text) => text.trim() === text && text !== '')
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 6 }), (rows) => {
        const head = ['name', 'label']
        expect(readTable(writeTable([head, ...rows]))).toEqual([head, ...rows])
      }),
      { seed: 5, numRuns: 300 },
    )
  })
})
