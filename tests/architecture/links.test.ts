import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { readFiles, root, type SourceFile } from './source-tree.ts'

const LINK = /\]\(\s*<?([^)\s>]+)>?(?:\s+"[^"]*")?\s*\)/g
const IMAGE_TAG = /<img\b[^>]*\bsrc="([^"]+)"/g
const CODE = /```[\s\S]*?```|`[^`\n]*`/g

const isElsewhere = (link: string) => /^([a-z]+:|#|\/)/.test(link)

function brokenLinks({ path: from, text }: SourceFile): string[] {
  const prose = text.replace(CODE, '')
  const links = [...prose.matchAll(LINK), ...prose.matchAll(IMAGE_TAG)].map((match) => match[1] ?? '')
  return links
    .filter((link) => !isElsewhere(link))
    .filter((link) => !existsSync(path.join(root, path.dirname(from), decodeURI(link.replace(/[#?].*$/, '')))))
    .map((link) => `${from}: ${link}`)
}

describe('a link in a text of ours', () => {
  it('leads to a file that exists', () => {
    const texts = readFiles('', /\.md$/)
    expect(texts.length).toBeGreaterThan(0)
    expect(texts.flatMap(brokenLinks)).toEqual([])
  })

  it('is reported when it does not', () => {
    const text = '[a](./gone.md) [b](package.json) [c](https://x.example) `[d](no.md)` <img src="no.png">'
    expect(brokenLinks({ path: 'README.md', text })).toEqual(['README.md: ./gone.md', 'README.md: no.png'])
  })
})
