/**
 * A form as text, and the text in parts: one record holds at most some hundred thousand characters, a list of choices
 * may have millions. The parts mean nothing by themselves; a hash over the whole text says whether all of them are there.
 */
import { type Form, type FormNode, isFormUse, questionKinds, type Texts } from '../form/form.ts'

/** Characters of one part: small enough for a weak line, and six bytes each would still be a record. */
export const PART_LENGTH = 100_000

export const formText = (form: Form): string => JSON.stringify(form)

const isHighSurrogate = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code >= 0xd800 && code <= 0xdbff
}

/** The text in order; no part ends in half a character. Rule LIB-2. */
export function cutText(text: string, length = PART_LENGTH): readonly string[] {
  const parts: string[] = []
  for (let from = 0; from < text.length || from === 0; ) {
    const wanted = Math.min(text.length, from + length)
    const to = wanted < text.length && isHighSurrogate(text, wanted - 1) ? wanted - 1 : wanted
    parts.push(text.slice(from, to))
    from = to
    if (to >= text.length) break
  }
  return parts
}

type Unknown = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string'

const isTexts = (value: unknown): value is Texts => isObject(value) && Object.values(value).every(isText)

const KINDS: ReadonlySet<string> = new Set(questionKinds)
const QUESTION_TEXTS = ['hint', 'guidance', 'requiredMessage', 'constraintMessage']
const WRITTEN = [
  'relevant',
  'appearance',
  'readOnly',
  'clause',
  'count',
  'list',
  'required',
  'constraint',
  'calculation',
  'choiceFilter',
  'default',
  'unit',
  'parameters',
]

function isNode(value: unknown): value is FormNode {
  if (!isObject(value) || !isText(value['name']) || !isText(value['kind']) || !isTexts(value['label'])) return false
  if (WRITTEN.some((column) => value[column] !== undefined && !isText(value[column]))) return false
  if (value['kind'] === 'group' || value['kind'] === 'repeat')
    return Array.isArray(value['children']) && value['children'].every(isNode)
  return KINDS.has(value['kind']) && QUESTION_TEXTS.every((texts) => isTexts(value[texts]))
}

const isChoice = (value: unknown): boolean =>
  isObject(value) && isText(value['name']) && isTexts(value['label']) && isTexts(value['columns'])

const isList = (value: unknown): boolean =>
  isObject(value) && isText(value['source']) && Array.isArray(value['choices']) && value['choices'].every(isChoice)

function isForm(value: unknown): value is Form {
  return (
    isObject(value) &&
    isText(value['id']) &&
    isText(value['version']) &&
    isText(value['defaultLanguage']) &&
    (value['edition'] === null || isText(value['edition'])) &&
    (value['use'] === undefined || (isText(value['use']) && isFormUse(value['use']))) &&
    isTexts(value['title']) &&
    Array.isArray(value['nodes']) &&
    value['nodes'].every(isNode) &&
    isObject(value['lists']) &&
    Object.values(value['lists']).every(isList)
  )
}

/** The form of a text, or nothing where it is none: it came from elsewhere. Rule LIB-4. */
export function readFormText(text: string): Form | undefined {
  try {
    const value: unknown = JSON.parse(text)
    return isForm(value) ? value : undefined
  } catch {
    // No JSON, or nested deeper than any form: either way it is none of ours.
    return undefined
  }
}
