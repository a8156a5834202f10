/**
 * Whether a sealed declaration says what it must: asked where it arrives, of contents that any program may have sealed.
 * The conditions themselves are not judged anew, because a later version may know others; one that is named as unmet
 * needs its reason whoever worked it out.
 */
import { type JsonObject, textAt, listAt, wordsAt } from '#domain/kernel/json-reading.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { hasText } from '#domain/kernel/text.ts'
import { SHORTEST_REASON } from './declaration-blocks.ts'

const isBlank = (text: string): boolean => !hasText(text)

function certificateProblem(content: JsonObject): Problem | null {
  const [on, last] = [textAt(content, 'on'), textAt(content, 'expiresOn')]
  const isCertificate = content['type'] === 'certification'
  if (isCertificate && isBlank(textAt(content, 'body'))) return { code: 'declaration.body-missing' }
  if (isCertificate && last === '') return { code: 'declaration.expiry-missing' }
  return last !== '' && last <= on ? { code: 'declaration.expiry-before' } : null
}

/** The first thing that speaks against it, or null. Rules DEC-4 to DEC-6. */
export function sealedDeclarationProblem(content: JsonObject): Problem | null {
  if (isBlank(textAt(content, 'number'))) return { code: 'declaration.number-missing' }
  if (wordsAt(content, 'scope').every(isBlank)) return { code: 'declaration.scope-missing' }
  if (isBlank(textAt(content, 'signer'))) return { code: 'declaration.signer-missing' }
  const count = listAt(content, 'unmet').length
  const isExplained = Array.from(textAt(content, 'overrideReason').trim()).length >= SHORTEST_REASON
  if (count > 0 && !isExplained) return { code: 'declaration.blocked', params: { count } }
  return certificateProblem(content)
}
