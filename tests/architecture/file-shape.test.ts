// Length and name of every module: a smell detector with a ceiling, and the house's way of naming things.
import { describe, expect, it } from 'vitest'
import { allowedLengths } from './allowed-lengths.ts'
import { modules, readFiles, type SourceFile } from './source-tree.ts'
import { stripComments } from './strip-comments.ts'

const CEILING = 250
const DRAWERS = /(^|\/)(utils?|helpers?|common|misc|shared|lib)(\/|\.tsx?$)/
const KEBAB_CASE = /^([a-z0-9]+(-[a-z0-9]+)*)(\.[a-z0-9]+(-[a-z0-9]+)*)*$/

const lengthOf = (file: SourceFile) => file.text.trimEnd().split('\n').length

const tooLong = (files: readonly SourceFile[], allowed: Readonly<Record<string, string>>) =>
  files
    .filter((file) => lengthOf(file) > CEILING && !allowed[file.path])
    .map((file) => `${file.path}: ${lengthOf(file)} lines`)

const badNames = (paths: readonly string[]) =>
  paths.filter((path) => DRAWERS.test(path) || !path.split('/').every((part) => KEBAB_CASE.test(part)))

const isBarrel = (file: SourceFile) => {
  const code = stripComments(file.text).trim()
  return (
    code !== '' &&
    code.replace(/export\s+(type\s+)?(\*|\{[^}]*\})(\s+as\s+\w+)?\s+from\s+['"][^'"]+['"];?/g, '').trim() === ''
  )
}

describe('a module', () => {
  it(`has at most ${CEILING} lines, or a reason`, () => {
    const files = modules()
    expect(files.length).toBeGreaterThan(0)
    expect(tooLong(files, allowedLengths)).toEqual([])
    expect(tooLong([{ path: 'src/a/b.ts', text: 'x\n'.repeat(CEILING + 1) }], {})).toHaveLength(1)
  })

  it('with a reason to be longer still is', () => {
    const long = new Set(tooLong(modules(), {}).map((line) => line.split(':')[0]))
    expect(Object.keys(allowedLengths).filter((path) => !long.has(path))).toEqual([])
  })

  it('is named in kebab-case and lies in no drawer', () => {
    expect(
      badNames(
        readFiles('src')
          .map((file) => file.path)
          .filter((path) => !path.endsWith('.md')),
      ),
    ).toEqual([])
    expect(badNames(['src/domain/utils/x.ts', 'src/ui/Button.tsx', 'src/domain/kernel/result.ts'])).toHaveLength(2)
  })

  it('is no barrel', () => {
    expect(
      modules()
        .filter(isBarrel)
        .map((file) => file.path),
    ).toEqual([])
    expect(
      isBarrel({ path: 'src/ui/index.ts', text: "export * from './button.tsx'\nexport { A } from './a.ts'\n" }),
    ).toBe(true)
  })

  it('has no default export', () => {
    const withDefault = (file: SourceFile) => /^export default\b/m.test(stripComments(file.text))
    expect(
      modules()
        .filter(withDefault)
        .map((file) => file.path),
    ).toEqual([])
    expect(withDefault({ path: 'src/a.ts', text: 'export default 1' })).toBe(true)
  })
})
