import { describe, expect, it } from 'vitest'
import { problemCodes } from '#domain/kernel/problem-code.ts'
import {
  baseKey,
  emptyTexts,
  incompletePlurals,
  missingFrom,
  textsOf,
  unknownKeys,
  unlikePlaceholders,
  usedKeysOf,
} from './locale-texts.ts'
import { modules, readFiles } from './source-tree.ts'

const vietnamese = textsOf(readFiles('locales/vi', /\.json$/))
const english = textsOf(readFiles('locales/en', /\.json$/))

const texts = (content: object) => textsOf([{ path: 'locales/vi/x.json', text: JSON.stringify(content) }])

describe('the sentences', () => {
  it('are there at all', () => {
    expect(vietnamese.size).toBeGreaterThan(0)
  })

  it('are the same in both languages', () => {
    expect({ inEnglish: missingFrom(english, vietnamese), inVietnamese: missingFrom(vietnamese, english) }).toEqual({
      inEnglish: [],
      inVietnamese: [],
    })
  })

  it('are never empty', () => {
    expect([...emptyTexts(vietnamese), ...emptyTexts(english)]).toEqual([])
  })

  it('have the plural forms of their language', () => {
    expect(incompletePlurals(vietnamese, ['other'])).toEqual([])
    expect(incompletePlurals(english, ['one', 'other'])).toEqual([])
  })

  it('take the same values in both languages', () => {
    expect(unlikePlaceholders(vietnamese, english)).toEqual([])
  })

  it.each([
    ['Vietnamese', vietnamese],
    ['English', english],
  ])('cover every problem code in %s', (_language, sentences) => {
    const keys = [...sentences.keys()].map(baseKey)
    const isCovered = (code: string) => keys.some((key) => `${key}.`.startsWith(`problems:${code}.`))
    expect(problemCodes.filter((code) => !isCovered(code))).toEqual([])
  })

  it('exist for every key the sources name', () => {
    const used = usedKeysOf(modules())
    expect(used.length).toBeGreaterThan(0)
    expect(unknownKeys(used, vietnamese)).toEqual([])
  })
})

describe('the comparison reports', () => {
  it('a key that one language lacks, whatever its plural forms', () => {
    const source = texts({ a: 'A', n_other: '{{count}} xã' })
    expect(missingFrom(texts({ n_one: 'one', n_other: 'many' }), source)).toEqual(['x:a'])
  })

  it('an empty sentence, a missing plural form and a forgotten value', () => {
    expect(emptyTexts(texts({ a: { b: ' ' } }))).toEqual(['x:a.b'])
    expect(incompletePlurals(texts({ n_other: 'x' }), ['one', 'other'])).toEqual(['x:n_one'])
    expect(unlikePlaceholders(texts({ a: 'gửi {{time}}' }), texts({ a: 'sent' }))).toEqual(['x:a'])
  })

  it('a key that is used but not written', () => {
    const hookless = "t('x:a') + t('b.c', { n: 1 }) + t('x:gone') // t('x:talk')"
    const hooked = "const { t } = useText('y')\nt('a')"
    const used = usedKeysOf([
      { path: 'a.tsx', text: hookless },
      { path: 'b.tsx', text: hooked },
    ])
    expect(unknownKeys(used, texts({ a: 'A', b: { c_other: 'C' } }))).toEqual(['a.tsx: x:gone', 'b.tsx: a'])
  })
})
