/**
 * Ids become columns, and a column of PostgreSQL holds no NUL and no half of a surrogate pair. Such an id is nobody's
 * work but a defect or an attack; it is refused alike on every store, so that a move changes nothing (END-41). Values
 * travel as JSON text, which escapes both.
 */
import type { Op } from '#domain/change/op.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'

const UNSTORABLE = /[\0\p{Surrogate}]/u
/** Whole pairs are storable: found here means only that a closer look is needed. */
const SUSPICIOUS = /[\0\ud800-\udfff]/

const isStorable = (text: string): boolean => !SUSPICIOUS.test(text) || !UNSTORABLE.test(text)

export function refusalByText({ s, k, e, u, g = '' }: Op): ProblemCode | null {
  return isStorable(e) && isStorable(s) && isStorable(k) && isStorable(u) && isStorable(g) ? null : 'op.malformed'
}
