/** What the column `type` can say, with the spellings that have gathered over the years. */
import { type ChoiceSource, type QuestionKind, questionKinds } from '../form/form.ts'

export type TypeCell =
  | { readonly is: 'begin'; readonly what: 'group' | 'repeat' }
  | { readonly is: 'end'; readonly what: 'group' | 'repeat' }
  | {
      readonly is: 'question'
      readonly kind: QuestionKind
      readonly list?: string
      readonly source?: ChoiceSource
      /** `or_other`, a number between the ends that `parameters` names, or a position nobody was to be asked for. */
      readonly shorthand?: 'or-other' | 'range' | 'start-position'
    }
  | { readonly is: 'table'; readonly file: string }
  /** `list` is the list it would have chosen from, so that nobody is told that it is not there. */
  | { readonly is: 'unsupported'; readonly word: string; readonly list?: string }
  /** A question that chooses, without the list to choose from. */
  | { readonly is: 'listless'; readonly word: string }
  | { readonly is: 'unknown'; readonly word: string }

const SPELLINGS: Readonly<Record<string, QuestionKind>> = {
  int: 'integer',
  string: 'text',
  photo: 'image',
  datetime: 'dateTime',
  gps: 'geopoint',
  location: 'geopoint',
  trigger: 'acknowledge',
  phone_number: 'phonenumber',
  device_id: 'deviceid',
  'phone number': 'phonenumber',
  'device id': 'deviceid',
  'start time': 'start',
  'end time': 'end',
  imei: 'deviceid',
  'get start time': 'start',
  'get end time': 'end',
  'get today': 'today',
  'get device id': 'deviceid',
  'get phone number': 'phonenumber',
  // No browser tells either, and every change is kept with its moment and author anyway: places that stay empty.
  simserial: 'hidden',
  subscriberid: 'hidden',
  'sim id': 'hidden',
  'subscriber id': 'hidden',
  'get sim id': 'hidden',
  'get subscriber id': 'hidden',
  audit: 'hidden',
}

/** Words of XLSForm that this engine does not take; known, so that the refusal can say so. */
const UNSUPPORTED = new Set([
  'audio',
  'background-audio',
  'background-geopoint',
  'geoshape',
  'geotrace',
  'include',
  'osm',
  'rank',
  'video',
  'xml-external',
])

const CHOOSING = /^(select_one|select_multiple)(_from_file|_external)?\s+(\S+)(?:\s+(\S.*))?$/

const unified = (written: string) =>
  written
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/^(begin|end)[ _](group|repeat)$/i, (_, edge: string, what: string) => `${edge} ${what}`.toLowerCase())
    .replace(/^add (.+) prompt(?= |$)/i, '$1')
    .replace(/^select(?:[ _]one|1)([ _](?:from(?!_file)|using))?(?= |$)/i, 'select_one')
    .replace(/^(select[ _]multiple|select all that apply)([ _](?:from(?!_file)|using))?(?= |$)/i, 'select_multiple')
    .replace(/ or(?: specify)?[ _]other$/i, ' or_other')

const isKind = (word: string): word is QuestionKind => (questionKinds as readonly string[]).includes(word)

/** A list in a file is known by the name of the file without its ending. */
export const listOfFile = (file: string): string => file.replace(/\.csv$/i, '')

function choosing(match: RegExpExecArray): TypeCell {
  const [, kind = '', from, list = '', more] = match
  const hasOther = more === 'or_other' && from === undefined
  if (more !== undefined && !hasOther) return { is: 'unsupported', word: more }
  if (list.startsWith('${')) return { is: 'unsupported', word: list }
  if (from !== '_from_file') {
    const source: ChoiceSource = from === '_external' ? 'external' : 'choices'
    const question = { is: 'question', kind: kind as QuestionKind, list, source } as const
    return hasOther ? { ...question, shorthand: 'or-other' } : question
  }
  return /\.csv$/i.test(list)
    ? { is: 'question', kind: kind as QuestionKind, list: listOfFile(list), source: 'file' }
    : { is: 'unsupported', word: list, list: list.replace(/\.[^.]*$/, '') }
}

/** Rule FRM-18. */
export function readType(written: string, name: string): TypeCell {
  const word = unified(written)
  const edge = /^(begin|end) (group|repeat)$/.exec(word)
  if (edge !== null)
    return { is: edge[1] === 'begin' ? 'begin' : 'end', what: edge[2] === 'group' ? 'group' : 'repeat' }
  const match = CHOOSING.exec(word)
  if (match !== null) return choosing(match)
  if (word === 'range') return { is: 'question', kind: 'decimal', shorthand: 'range' }
  if (word === 'start-geopoint') return { is: 'question', kind: 'geopoint', shorthand: 'start-position' }
  if (word === 'csv-external') return { is: 'table', file: name }
  const kind = isKind(word) ? word : (SPELLINGS[word.toLowerCase()] ?? word.toLowerCase())
  if (isKind(kind) && kind !== 'select_one' && kind !== 'select_multiple') return { is: 'question', kind }
  if (/^select_(one|multiple)(_from_file|_external)?$/.test(word)) return { is: 'listless', word }
  const isKnown = UNSUPPORTED.has(word.toLowerCase().split(' ')[0] ?? '') || /^(begin|end)[ _]loop( |$)/i.test(word)
  return { is: isKnown ? 'unsupported' : 'unknown', word }
}
