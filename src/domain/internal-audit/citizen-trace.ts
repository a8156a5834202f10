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

/** How a person is spoken of, with marks: `có`, `chủ`, `cũ` are other words. Without marks only what is nothing else. */
const BEFORE_PERSON = new Set('ông bà anh chị em cháu cô chú bác cậu cụ ong'.split(' '))

/** What follows such a word and is no name: places, and posts that a note may speak of. */
const NO_PERSON = new Set(
  'ba ria,ba na,ba den,ba trung,ba trieu,chu tich,pho chu,bi thu,pho bi,truong phong,truong thon,giam doc,can bo,cong chuc'.split(
    ',',
  ),
)

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
  if (length >= 1 && isSpokenOf(words, at)) return length
  if (length < 3 || BEFORE_PLACE.has(plain(words[at - 1] ?? ''))) return 0
  const [first = '', second = ''] = run.map(plain)
  return FAMILY_NAMES.has(first) && !OFFICE_WORDS.has(`${first} ${second}`) ? length : 0
}

/** `bà Mẫu`, and `Bà Mẫu` at the head of a note, but neither `xã Bà Nà` nor `ông Chủ tịch`. */
function isSpokenOf(words: readonly string[], at: number): boolean {
  const [place = '', title = '', name = '', next = ''] = [at - 2, at - 1, at, at + 1].map((i) => words[i] ?? '')
  if (!BEFORE_PERSON.has(title.toLowerCase()) || BEFORE_PLACE.has(plain(place))) return false
  return ![`${title} ${name}`, `${name} ${next}`].some((pair) => NO_PERSON.has(plain(pair)))
}
