/**
 * Finds in a short note what could name a citizen: a sample is a dossier number, on time or late, never a person. It looks
 * for the shape of Vietnamese names and of the personal identity number; what it cannot know it lets through.
 */

/** Family names that most people of the country and of the mountain provinces have, without marks. */
const FAMILY_NAMES = new Set(
  (
    'nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly nong trieu luong vi ha loc chu dinh mai to ' +
    'doan trinh vuong lam be hua ma ban linh lo quach sam giang thao vang cao tang phung luu ninh thach kim chau quan lieu ' +
    'tong dam truong lai dao ta cu dieu hau leo lanh'
  ).split(' '),
)

/** A name of a place is no person: `xã Hoàng Văn Thụ`, `đường Trần Hưng Đạo`. */
const BEFORE_PLACE = new Set('xa phuong thon ban khu pho duong huyen tinh truong chua ap to quan ubnd thi'.split(' '))

/** Words of the office that begin like a family name: `Hồ sơ`, `Lệ phí`, `Tờ trình`. */
const OFFICE_WORDS = new Set(
  'ho so,ly do,le phi,to trinh,to khai,ban sao,vi pham,quan ly,an toan,do dac,cao diem,ha tang,mai tang,ta dat'.split(
    ',',
  ),
)

const BEFORE_PERSON = new Set('ong ba anh chi em chau co chu bac cu'.split(' '))

const MARKS = /[\u0300-\u036f]/g
const plain = (word: string): string => word.normalize('NFD').replace(MARKS, '').replaceAll(/[đĐ]/g, 'd').toLowerCase()

const isCapital = (word: string): boolean => /^\p{Lu}[\p{L}]*$/u.test(word)

/** Twelve digits in a row, or written in threes. Rule AUD-13. */
export const hasCitizenNumber = (text: string): boolean =>
  /(?<!\d)\d{12}(?!\d)/.test(text) || /(?<![\d.])\d{3}([ .])\d{3}\1\d{3}\1\d{3}(?![\d.])/.test(text)

/** The first words that look like the name of a person; null where there are none. Rule AUD-13. */
export function citizenNameIn(text: string): string | null {
  const words = text
    .normalize('NFC')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
  for (let at = 0; at < words.length; at++) {
    const length = nameLengthAt(words, at)
    if (length > 0) return words.slice(at, at + length).join(' ')
  }
  return null
}

function nameLengthAt(words: readonly string[], at: number): number {
  const run = words.slice(at, at + 5)
  const end = run.findIndex((word) => !isCapital(word))
  const length = end < 0 ? run.length : end
  const before = plain(words[at - 1] ?? '')
  if (length >= 1 && at > 0 && BEFORE_PERSON.has(before) && !isCapital(words[at - 1] ?? '')) return length
  if (length < 3 || BEFORE_PLACE.has(before)) return 0
  const [first = '', second = ''] = run.map(plain)
  return FAMILY_NAMES.has(first) && !OFFICE_WORDS.has(`${first} ${second}`) ? length : 0
}
