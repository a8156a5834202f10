/** Which answers of the auditee speak for words that stand no more; hashes are worked out before the gesture that needs them. */
import type { EntityState } from '#domain/change/entity-state.ts'
import { findingBytes, findingWords, isOfOldWords } from '#domain/internal-audit/answered-words.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { GestureReader } from '#data/gesture.ts'
import { findingOf } from './audit-views.ts'
import { type Fielded, nullable } from './entity-query.ts'
import type { RepositoryParts } from './repository-parts.ts'

type Hashing = Pick<RepositoryParts, 'hasher'>

/** SHA-256 by the words themselves. */
export type HashByWords = ReadonlyMap<string, string>

export const hashOfFinding = ({ hasher }: Hashing, finding: Fielded): Promise<string> =>
  hasher.sha256(findingBytes(findingOf(finding, '')))

export async function hashesOf(parts: Hashing, findings: readonly Fielded[]): Promise<HashByWords> {
  const hashed = await Promise.all(findings.map((finding) => hashOfFinding(parts, finding)))
  return new Map(findings.map((finding, at) => [wordsOf(finding), hashed[at] ?? '']))
}

export const wordsOf = (finding: Fielded): string => findingWords(findingOf(finding, ''))

export const answeredHash = (response: Fielded): string | null => nullable<string>(response, 'sha256')

const isAnswer = ({ kind, ...state }: EntityState): boolean =>
  kind === 'finding-response' && nullable(state, 'grade') === null

/** Ids of the answers to a finding that were given to other words; words nobody hashed are others. Rule AUD-30. */
export const oldAnswers = (
  finding: EntityState,
  responses: readonly EntityState[],
  hashes: HashByWords,
): readonly string[] =>
  responses
    .filter((state) => isAnswer(state) && nullable(state, 'of') === finding.entity)
    .filter((state) => isOfOldWords(answeredHash(state), hashes.get(wordsOf(finding)) ?? ''))
    .map(({ entity }) => entity)

/** Old answers of these findings, by id. */
export async function readOldAnswers(
  parts: Hashing,
  reader: GestureReader,
  feed: string,
  findingIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = await Promise.all(
    findingIds.map(async (id) => ({
      finding: await reader.entity(feed, id),
      responses: await reader.childrenOf(feed, id),
    })),
  )
  const old: string[] = []
  for (const { finding, responses } of found) {
    if (finding === undefined || !responses.some((state) => isAnswer(state) && answeredHash(state) !== null)) continue
    old.push(...oldAnswers(finding, responses, await hashesOf(parts, [finding])))
  }
  return new Set(old)
}

/** The answer that holds of each finding was given to its words, or the problem with how many were not. Rule AUD-30. */
export function checkAnswered(
  findings: readonly EntityState[],
  standingOf: (finding: string) => string | undefined,
  old: ReadonlySet<string>,
): Result<null, Problem> {
  const count = findings.filter(({ entity }) => old.has(standingOf(entity) ?? '')).length
  return count === 0 ? ok(null) : err({ code: 'response.old-words', params: { count } })
}
