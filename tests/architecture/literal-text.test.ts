// What a person reads comes from locales/, never from a component. oxlint forbids literal children; this finds
// literal text in the attributes that are read out or shown too.
import { describe, expect, it } from 'vitest'
import { readFiles } from './source-tree.ts'
import { stripComments } from './strip-comments.ts'

const CHILD = />([^<>{}]*\p{L}{2,}[^<>{}]*)<\//gu
const ATTRIBUTE =
  /\s(?:aria-label|aria-description|aria-roledescription|aria-valuetext|alt|title|placeholder|label)=(?:"([^"]*\p{L}[^"]*)"|\{\s*['`"]([^'`"${}]*\p{L}[^'`"${}]*)['`"]\s*\})/gu

const literalTexts = (source: string): string[] => {
  const code = stripComments(source)
  return [...code.matchAll(CHILD), ...code.matchAll(ATTRIBUTE)].map((match) => (match[1] ?? match[2] ?? '').trim())
}

describe('a component', () => {
  it('holds no text of its own', () => {
    const components = readFiles('src', /\.tsx$/)
    expect(components.length).toBeGreaterThan(0)
    expect(components.flatMap(({ path, text }) => literalTexts(text).map((found) => `${path}: ${found}`))).toEqual([])
  })

  it.each(['<p>Đã gửi</p>', '<img alt="Ảnh" />', '<button aria-label={"Đóng"} />', "<a title={'Mở'} />"])(
    'is caught with %s',
    (source) => {
      expect(literalTexts(source)).toHaveLength(1)
    },
  )

  it.each(["<p>{t('sync:sent')}</p>", '<img alt="" />', '<i aria-label={t("x")}>·</i>', 'a: Map<string, Set<string>>'])(
    'is left alone with %s',
    (source) => {
      expect(literalTexts(source)).toEqual([])
    },
  )
})
