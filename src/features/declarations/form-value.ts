// What the form of a declaration holds while it is written, and what it begins with: the plan's mode and edition, and the
// scope of the declaration before.
import type { DeclarationOutlook } from '#data/contract/declaration-contract.ts'
import type { DeclarationDraft } from '#domain/declaration/declaration.ts'
import { formatLocalDate, type LocalDate } from '#domain/kernel/local-date.ts'

/** A type, not an interface: a draft is JSON. */
export type FormValue = { readonly [Name in keyof Omit<DeclarationDraft, 'unit'>]: DeclarationDraft[Name] }

export function initialForm({ plan, latest }: DeclarationOutlook, signer: string, today: LocalDate): FormValue {
  const before = latest?.content
  return {
    type: plan?.mode ?? before?.type ?? 'declaration',
    number: '',
    on: formatLocalDate(today),
    edition: plan?.edition ?? before?.edition ?? '2015',
    scope: before?.scope.join('\n') ?? '',
    address: before?.address ?? '',
    signer: before?.signer ?? signer,
    signerName: '',
    body: before?.body ?? '',
    expiresOn: '',
    overrideReason: '',
  }
}
