// Text reaches the page as text only: nothing in the client turns a string into markup, script, style or an address.
import { describe, expect, it } from 'vitest'
import { modules, type SourceFile } from './source-tree.ts'
import { stripComments } from './strip-comments.ts'

const SINKS: readonly (readonly [string, RegExp])[] = [
  ['markup', /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|srcdoc|createContextualFragment)\b/],
  ['markup', /\bdocument\s*\.\s*write(?:ln)?\b|\bDOMParser\b|\bsetHTMLUnsafe\b/],
  ['script', /\beval\s*\(|\bnew\s+Function\b|\bset(?:Timeout|Interval)\s*\(\s*['"`]/],
  ['script', /['"`]\s*(?:javascript|vbscript):|['"`]text\/html['"`]/],
  ['another window', /\bwindow\s*\.\s*open\b|\bpostMessage\s*\([^)]*['"`]\*['"`]/],
  ['a command', /\bchild_process\b|\bexecSync\b|\bspawn\s*\(/],
]

const sinksIn = ({ path, text }: SourceFile): readonly string[] => {
  const code = stripComments(text)
  return SINKS.filter(([, sink]) => sink.test(code)).map(
    ([what, sink]) => `${path}: ${what} ${sink.exec(code)?.[0] ?? ''}`,
  )
}

/** A pattern made of text would take a person's brackets and stars for its own. */
const MADE_PATTERN = /\bRegExp\s*\(/
/** The author of a questionnaire writes a pattern and means one (`regex()` of XLSForm). */
const PATTERNS_MEANT = [
  'src/domain/questionnaire/expression/pattern-parts.ts',
  'src/domain/questionnaire/expression/pattern.ts',
]

describe('the sources', () => {
  it('make no pattern of text, but where a pattern is what somebody wrote', () => {
    const made = modules().filter(({ text }) => MADE_PATTERN.test(stripComments(text)))
    expect(made.map(({ path }) => path)).toEqual(PATTERNS_MEANT)
    expect(MADE_PATTERN.test('new RegExp(typed)')).toBe(true)
  })

  it('turn no text into markup, script or a command', () => {
    const files = modules()
    expect(files.length).toBeGreaterThan(100)
    expect(files.flatMap(sinksIn)).toEqual([])
  })

  it.each([
    'x.innerHTML = name',
    '<p dangerouslySetInnerHTML={{ __html: note }} />',
    'setTimeout("go()", 1)',
    'new Function(text)()',
    "link.href = 'javascript:' + x",
    "import { spawn } from 'node:child_process'",
    "frame.postMessage(secret, '*')",
  ])('would be caught at %s', (text) => {
    expect(sinksIn({ path: 'x.ts', text })).toHaveLength(1)
  })
})
