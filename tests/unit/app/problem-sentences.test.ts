import { describe, expect, it } from 'vitest'
import { problemCodes } from '#domain/kernel/problem-code.ts'
import enAtOnce from '#locales/en/problems.json' with { type: 'json' }
import enLater from '#locales/en/problems-online.json' with { type: 'json' }
import viAtOnce from '#locales/vi/problems.json' with { type: 'json' }
import viLater from '#locales/vi/problems-online.json' with { type: 'json' }

type Words = { readonly [key: string]: string | Words }

/** A group of codes may have sentences in both files. */
function together(atOnce: Words, later: Words): Words {
  const both = Object.entries(later).map(([key, value]) => {
    const known = atOnce[key]
    return [key, typeof value === 'object' && typeof known === 'object' ? together(known, value) : value] as const
  })
  return { ...atOnce, ...Object.fromEntries(both) }
}

const [vi, en] = [together(viAtOnce, viLater), together(enAtOnce, enLater)]

function sentenceOf(words: Words, code: string): unknown {
  return code.split('.').reduce<unknown>((at, part) => (at as Words | undefined)?.[part], words)
}

const keysOf = (words: Words, path = ''): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [path + key] : keysOf(value, `${path}${key}.`),
  )

describe.each([
  ['vi', vi],
  ['en', en],
])('problem sentences in %s', (_language, words) => {
  it.each(problemCodes)('%s has a sentence that ends as one', (code) => {
    expect(sentenceOf(words, code)).toMatch(/^[\p{Lu}“].{20,}\.$/su)
  })

  it('has no sentence for a code that does not exist', () => {
    const known = new Set<string>([...problemCodes, 'unknown'])
    expect(keysOf(words).filter((key) => !known.has(key))).toEqual([])
  })
})

it('a sentence about work that was not sent says that it is safe on the device', () => {
  const unsent = problemCodes.filter((code) => code.startsWith('network.') || code.startsWith('server.'))
  for (const code of unsent) {
    expect(sentenceOf(vi, code)).toContain('an toàn')
    expect(sentenceOf(en, code)).toContain('safe')
  }
})

it('a sentence about a failed write never claims that the words just written are safe', () => {
  for (const code of ['storage.failed', 'storage.full']) {
    expect(sentenceOf(vi, code)).toContain('chưa an toàn')
    expect(sentenceOf(en, code)).toContain('not safe')
  }
})
