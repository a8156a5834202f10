// The sentences of both languages as flat lists, and what can be wrong with them.
import type { SourceFile } from './source-tree.ts'
import { stripComments } from './strip-comments.ts'

/** `pilot:stage.overdue` → sentence. */
export type Texts = ReadonlyMap<string, string>

type Tree = { readonly [key: string]: string | Tree }

const PLURAL = /_(zero|one|two|few|many|other)$/

function flatten(tree: Tree, prefix: string): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[prefix + key, value]] : flatten(value, `${prefix}${key}.`),
  )
}

/** Reads `locales/<language>/<namespace>.json`. */
export const textsOf = (files: readonly SourceFile[]): Texts =>
  new Map(
    files.flatMap((file) => {
      const name = /([^/]+)\.json$/.exec(file.path)?.[1] ?? ''
      // One catalogue in two files: what a start may need, and what comes after it.
      const namespace = name === 'problems-online' ? 'problems' : name
      return flatten(JSON.parse(file.text) as Tree, `${namespace}:`)
    }),
  )

/** The key a caller uses, without the plural form. */
export const baseKey = (key: string): string => key.replace(PLURAL, '')

const baseKeys = (texts: Texts) => new Set([...texts.keys()].map(baseKey))

export function missingFrom(texts: Texts, other: Texts): string[] {
  const present = baseKeys(texts)
  return [...baseKeys(other)].filter((key) => !present.has(key))
}

/** Plural keys that lack a form their language needs: `other` everywhere, `one` too in English. */
export function incompletePlurals(texts: Texts, forms: readonly string[]): string[] {
  const plurals = new Set([...texts.keys()].filter((key) => PLURAL.test(key)).map(baseKey))
  return [...plurals].flatMap((key) => forms.map((form) => `${key}_${form}`).filter((form) => !texts.has(form)))
}

export const emptyTexts = (texts: Texts): string[] =>
  [...texts].filter(([, text]) => text.trim() === '').map(([key]) => key)

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1] ?? '').sort((a, b) => a.localeCompare(b))

/** Sentences that do not get the same values in both languages; plural forms may leave out the count. */
export function unlikePlaceholders(texts: Texts, other: Texts): string[] {
  return [...texts].flatMap(([key, text]) => {
    const counterpart = other.get(key)
    if (counterpart === undefined || PLURAL.test(key)) return []
    return String(placeholders(text)) === String(placeholders(counterpart)) ? [] : [key]
  })
}

const LITERAL_KEY = /\bt\(\s*(['"`])([\w-]+:)?([\w.-]+)\1\s*[,)]/g
const HOOK = /\buseText\(\s*['"`]([\w-]+)['"`]\s*\)/g

export interface UsedKey {
  readonly path: string
  /** With its namespace when the caller named it. */
  readonly key: string
  /** Namespaces the module asked the hook for; a key that names none is in one of them. */
  readonly namespaces: readonly string[]
}

export const usedKeysOf = (files: readonly SourceFile[]): UsedKey[] =>
  files.flatMap(({ path, text }) => {
    const code = stripComments(text)
    const namespaces = [...code.matchAll(HOOK)].map((match) => match[1] ?? '')
    return [...code.matchAll(LITERAL_KEY)].map((match) => ({
      path,
      key: `${match[2] ?? ''}${match[3] ?? ''}`,
      namespaces,
    }))
  })

/** Keys that nobody wrote. Where a module is handed its `t`, its namespace is unknown here, and any will do. */
export function unknownKeys(used: readonly UsedKey[], texts: Texts): string[] {
  const known = baseKeys(texts)
  const withoutNamespace = new Set([...known].map((key) => key.replace(/^[^:]+:/, '')))
  const isKnown = ({ key, namespaces }: UsedKey) => {
    if (key.includes(':')) return known.has(key)
    return namespaces.length === 0
      ? withoutNamespace.has(key)
      : namespaces.some((namespace) => known.has(`${namespace}:${key}`))
  }
  return used.filter((entry) => !isKnown(entry)).map(({ path, key }) => `${path}: ${key}`)
}
