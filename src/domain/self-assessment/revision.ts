/**
 * A correction after handing in is a new revision: a further sealed submission of the same round, with a number and the
 * name of the one it corrects. The earlier one stays as it was signed, byte by byte, and can be read.
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { SubmissionContent } from './submission.ts'
import type { SubmissionState } from './verification.ts'

type Numbered = Pick<SubmissionContent, 'revision' | 'submittedAt'>

/** The first submission of a round carries no number: those sealed before there were revisions are first ones. Rule SA-13. */
export const revisionOf = ({ revision }: Pick<SubmissionContent, 'revision'>): number => revision ?? 1

/** Latest first: by revision, then by when it was handed in (two people may have handed in the same one offline). */
export const compareRevisions = (a: Numbered, b: Numbered): number =>
  revisionOf(b) - revisionOf(a) || (a.submittedAt < b.submittedAt ? 1 : a.submittedAt > b.submittedAt ? -1 : 0)

/** What a further submission of the round says about itself; nothing for the first. Rule SA-13. */
export function nextRevision(
  earlier: readonly { readonly id: string; readonly content: Numbered }[],
): Pick<SubmissionContent, 'revision' | 'corrects'> {
  const [latest] = [...earlier].sort((a, b) => compareRevisions(a.content, b.content))
  return latest === undefined ? {} : { revision: revisionOf(latest.content) + 1, corrects: latest.id }
}

/** A round takes answers again only after it was sent back. Rule SA-13. */
export const checkRevisable = (state: SubmissionState): Result<true, Problem> =>
  state === 'reopened' ? ok(true) : err({ code: 'assessment.not-reopened' })
