/** What is wrong with a list of places, row by row, for whoever reads the terminal. */
import type { PlaceFault, UnusablePlacesError } from './place-fault.ts'

const WORDS: Readonly<Record<PlaceFault['what'], readonly [vi: string, en: string]>> = {
  'no-list': [
    'không đọc được: cần CSV có dòng tên cột code,kind,name,parent, hoặc JSON là một mảng',
    'cannot be read: a CSV file with the head code,kind,name,parent is needed, or a JSON array',
  ],
  'too-long': ['quá dài', 'too long'],
  missing: ['còn trống', 'is empty'],
  unfit: ['chỉ dùng chữ số và chữ cái không dấu, nhiều nhất 12', 'only figures and plain letters, 12 at most'],
  twice: ['trùng với một dòng trước', 'stands in a row before'],
  unknown: ['không có trong danh sách', 'is not known'],
  'one-province': ['cần đúng một tỉnh hoặc thành phố', 'exactly one province is needed'],
  'no-commune': ['chưa có xã, phường, đặc khu nào', 'there is no commune'],
}
const MOST_TOLD = 40

function lineOf({ row, column, what }: PlaceFault, language: 0 | 1): string {
  const at = row === 0 ? '' : language === 0 ? `dòng ${row}` : `row ${row}`
  const where = [at, column ?? ''].filter((text) => text !== '').join(', ')
  return `  ${where === '' ? '' : `${where}: `}${WORDS[what][language]}`
}

export function explainPlaces({ source, faults }: UnusablePlacesError): string {
  const told = faults.slice(0, MOST_TOLD)
  const more = faults.length > told.length ? `\n  … ${faults.length - told.length}` : ''
  const lines = (language: 0 | 1): string => `${told.map((fault) => lineOf(fault, language)).join('\n')}${more}`
  return `Chưa dùng được danh sách đơn vị ${source}; chưa lập gì cả:\n${lines(0)}\nThe list of units ${source} cannot be used; nothing was made:\n${lines(1)}`
}
