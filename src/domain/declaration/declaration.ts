/**
 * A declaration or certificate as it is sealed: what is made known, what it rests on, and what it was declared in spite
 * of. The content is never written over; withdrawing, suspending and declaring again are further records.
 */
import { outsideBounds } from '#domain/kernel/day-bounds.ts'
import { type LocalDate, parseWrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { hasText } from '#domain/kernel/text.ts'
import { editionById } from '#domain/standard/edition.ts'
import { declaredBounds, expiryBounds } from './days.ts'
import {
  type DeclarationBlock,
  declarationBlocks,
  type DeclarationFacts,
  overrideProblem,
} from './declaration-blocks.ts'

export type DeclarationType = 'declaration' | 'certification'

/** Why a declaration follows another. Rule DEC-9. */
export type RedeclarationReason = 'edition' | 'change-decided' | 'unit-changed'

/** What a person writes; texts as they were typed, so that a draft keeps a day no calendar has. */
export interface DeclarationDraft {
  readonly unit: string
  readonly type: DeclarationType
  readonly number: string
  /** `dd/mm/yyyy`. */
  readonly on: string
  readonly edition: string
  /** One procedure or field of work a line. */
  readonly scope: string
  readonly address: string
  /** The post that signs. */
  readonly signer: string
  /** Name under the signature. */
  readonly signerName: string
  /** Certification body; '' for a declaration. */
  readonly body: string
  /** `dd/mm/yyyy`; '' where there is none. */
  readonly expiresOn: string
  /** Why it is declared in spite of unmet conditions. */
  readonly overrideReason: string
}

export interface DeclarationContent {
  readonly unit: string
  readonly type: DeclarationType
  readonly number: string
  readonly on: LocalDate
  readonly edition: string
  readonly scope: readonly string[]
  readonly address: string
  readonly signer: string
  readonly signerName: string
  readonly body: string
  readonly expiresOn: LocalDate | null
  /** Id of the declaration it follows. */
  readonly replaces: string | null
  /** What was judged, as it stood. */
  readonly facts: DeclarationFacts
  /** Rule DEC-5. */
  readonly unmet: readonly DeclarationBlock[]
  /** '' where nothing was overridden. */
  readonly overrideReason: string
  /** ISO 8601 in UTC. */
  readonly sealedAt: string
  /** Account id. */
  readonly sealedBy: string
}

/** The lines of a scope, without the empty ones. */
export const scopeLines = (scope: string): readonly string[] =>
  scope
    .split('\n')
    .map((text) => text.trim())
    .filter((text) => text !== '')

/** What is wrong with one field of what was written. */
export interface DraftFault {
  readonly field: keyof DeclarationDraft
  readonly problem: Problem
}

const fault = (field: keyof DeclarationDraft, problem: Problem): readonly DraftFault[] => [{ field, problem }]

function dayFaults(text: string, today: LocalDate): readonly DraftFault[] {
  const day = parseWrittenDate(text)
  if (!day.ok) return fault('on', { code: day.error, params: { text } })
  const outside = outsideBounds(day.value, declaredBounds)
  if (outside) return fault('on', outside)
  return day.value > today ? fault('on', { code: 'declaration.in-future' }) : []
}

function expiryFaults({ type, expiresOn, on }: DeclarationDraft): readonly DraftFault[] {
  if (expiresOn.trim() === '')
    return type === 'certification' ? fault('expiresOn', { code: 'declaration.expiry-missing' }) : []
  const last = parseWrittenDate(expiresOn)
  const given = parseWrittenDate(on)
  if (!last.ok) return fault('expiresOn', { code: last.error, params: { text: expiresOn } })
  if (!given.ok) return []
  if (last.value <= given.value) return fault('expiresOn', { code: 'declaration.expiry-before' })
  const outside = outsideBounds(last.value, expiryBounds(type, given.value))
  return outside ? fault('expiresOn', outside) : []
}

/** Everything wrong with what was written, in the order of the form. Rules DEC-6, DEC-14 and DEC-15. */
export function draftFaults(draft: DeclarationDraft, today: LocalDate): readonly DraftFault[] {
  const isBodyMissing = draft.type === 'certification' && !hasText(draft.body)
  return [
    ...(hasText(draft.number) ? [] : fault('number', { code: 'declaration.number-missing' })),
    ...dayFaults(draft.on, today),
    ...(editionById(draft.edition) ? [] : fault('edition', { code: 'declaration.edition-missing' })),
    ...(scopeLines(draft.scope).length > 0 ? [] : fault('scope', { code: 'declaration.scope-missing' })),
    ...(hasText(draft.signer) ? [] : fault('signer', { code: 'declaration.signer-missing' })),
    ...(isBodyMissing ? fault('body', { code: 'declaration.body-missing' }) : []),
    ...expiryFaults(draft),
  ]
}

export interface DeclarationParts {
  readonly draft: DeclarationDraft
  readonly facts: DeclarationFacts
  readonly replaces: string | null
  readonly sealedAt: string
  readonly sealedBy: string
}

/** The content to seal, or the first thing that speaks against it. Rules DEC-4 to DEC-6. */
export function createDeclaration(
  { draft, facts, replaces, sealedAt, sealedBy }: DeclarationParts,
  today: LocalDate,
): Result<DeclarationContent, Problem> {
  const first = draftFaults(draft, today)[0]?.problem
  const on = parseWrittenDate(draft.on)
  if (first || !on.ok) return err(first ?? { code: 'date.unreadable', params: { text: draft.on } })
  const unmet = declarationBlocks(facts, on.value)
  const blocked = overrideProblem(unmet, draft.overrideReason)
  if (blocked) return err(blocked)
  const last = parseWrittenDate(draft.expiresOn)
  return ok({
    unit: draft.unit,
    type: draft.type,
    number: draft.number.trim(),
    on: on.value,
    edition: draft.edition,
    scope: scopeLines(draft.scope),
    address: draft.address.trim(),
    signer: draft.signer.trim(),
    signerName: draft.signerName.trim(),
    body: draft.type === 'certification' ? draft.body.trim() : '',
    expiresOn: last.ok ? last.value : null,
    replaces,
    facts,
    unmet,
    overrideReason: unmet.length === 0 ? '' : draft.overrideReason.trim(),
    sealedAt,
    sealedBy,
  })
}

/** What a declaration changes of the one it follows. */
export interface DeclarationChange {
  readonly edition: { readonly from: string; readonly to: string } | null
  /** Lines of the scope, in their order. */
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

type Scoped = Pick<DeclarationContent, 'edition' | 'scope'>

/** Rule DEC-13. */
export function declarationChange(before: Scoped, after: Scoped): DeclarationChange {
  const without = (lines: readonly string[], other: readonly string[]): readonly string[] =>
    lines.filter((text) => !other.includes(text))
  return {
    edition: before.edition === after.edition ? null : { from: before.edition, to: after.edition },
    added: without(after.scope, before.scope),
    removed: without(before.scope, after.scope),
  }
}
