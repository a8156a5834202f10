/**
 * A signature drawn on a screen, bound to the content it was given for. Whether it still stands is not written anywhere:
 * it is worked out from the content of today, so a changed content can never carry an old signature.
 */
import { isLocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'
import { areStrokes, isDrawn, type Stroke } from './strokes.ts'

export type SignatureSide = 'auditor' | 'auditee' | 'team' | 'secretary' | 'approver'

/** In the order a paper has them. */
export const signatureSides: readonly SignatureSide[] = ['auditor', 'team', 'auditee', 'secretary', 'approver']

/** What a person gives when signing. */
export interface GivenSignature {
  readonly side: SignatureSide
  readonly name: string
  readonly post: string
  /** The day, `YYYY-MM-DD`. */
  readonly on: string
  readonly strokes: readonly Stroke[]
}

export interface Signature extends GivenSignature {
  /** Entity id of what was signed. */
  readonly of: string
  readonly ofKind: string
  /** Over the canonical JSON of the content signed. */
  readonly sha256: string
}

const SHA256 = /^[0-9a-f]{64}$/

export const isSha256 = (text: unknown): text is string => typeof text === 'string' && SHA256.test(text)

/** Every problem of a signature, in the order of the form. Rules SGN-1, SGN-4 and SGN-5. */
export function signatureProblems({ name, post, on, strokes }: GivenSignature): readonly Problem[] {
  const problems: Problem[] = []
  if (!hasText(name)) problems.push({ code: 'signature.name-missing' })
  if (!hasText(post)) problems.push({ code: 'signature.post-missing' })
  if (!isLocalDate(on)) problems.push({ code: 'date.nonexistent', params: { text: on } })
  if (!areStrokes(strokes)) problems.push({ code: 'signature.too-large' })
  else if (!isDrawn(strokes)) problems.push({ code: 'signature.not-drawn' })
  return problems
}

/** The signature with its texts trimmed, or its first problem. */
export function checkSignature(given: GivenSignature): Result<GivenSignature, Problem> {
  const [first] = signatureProblems(given)
  return first ? err(first) : ok({ ...given, name: given.name.trim(), post: given.post.trim() })
}

/** True while the content is the one that was signed. Rule SGN-2. */
export const isStanding = ({ sha256 }: Pick<Signature, 'sha256'>, contentSha256: string): boolean =>
  isSha256(sha256) && sha256 === contentSha256
