// Every numbered rule of a SPEC.md is proved by a test that names it: `- **PIL-3** …` by `it('PIL-3: …')`.
// Skipped tests prove nothing and are not counted.
import type { SourceFile } from './source-tree.ts'
import { stripComments } from './strip-comments.ts'

const RULE = /^\s*[-*]\s+\*\*([A-Z]{2,6}-\d+[a-z]?):?\*\*/gm
const TITLE =
  /(\.(?:skip|todo|skipIf|runIf)\b[^'"`\n]{0,80})?\(\s*['"`]((?:[A-Z]{2,6}-\d+[a-z]?)(?:,\s*[A-Z]{2,6}-\d+[a-z]?)*):/g

export interface RulePlace {
  readonly rule: string
  readonly path: string
}

export const rulesOf = (specs: readonly SourceFile[]): RulePlace[] =>
  specs.flatMap(({ path, text }) => [...text.matchAll(RULE)].map((match) => ({ rule: match[1] ?? '', path })))

export const namedRulesOf = (tests: readonly SourceFile[]): RulePlace[] =>
  tests.flatMap(({ path, text }) =>
    [...stripComments(text).matchAll(TITLE)]
      .filter((match) => match[1] === undefined)
      .flatMap((match) => (match[2] ?? '').split(/,\s*/).map((rule) => ({ rule, path }))),
  )

export interface Trace {
  readonly unproved: readonly string[]
  readonly unknown: readonly string[]
  readonly twice: readonly string[]
}

export function traceRules(rules: readonly RulePlace[], named: readonly RulePlace[]): Trace {
  const known = new Set(rules.map(({ rule }) => rule))
  const proved = new Set(named.map(({ rule }) => rule))
  const say = ({ rule, path }: RulePlace) => `${rule} (${path})`
  return {
    unproved: rules.filter(({ rule }) => !proved.has(rule)).map(say),
    unknown: named.filter(({ rule }) => !known.has(rule)).map(say),
    twice: rules.filter((place, index) => rules.findIndex(({ rule }) => rule === place.rule) !== index).map(say),
  }
}
