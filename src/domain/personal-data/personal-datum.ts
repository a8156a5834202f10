/** What is said about a piece of personal data, and the kinds of it that come again and again in the table. */
export type Purpose =
  | 'sign-in'
  | 'who-may-what'
  | 'who-did-it'
  | 'quality-record'
  | 'evidence'
  | 'device-safety'
  | 'accountability'

export type Basis =
  /** Duties of a State body under its own law; no consent is asked (cần kiểm tra: article of Law 91/2025/QH15). */
  | 'duty-of-state-body'
  /** Keeping of administrative records (Luật Lưu trữ; cần kiểm tra). */
  | 'record-keeping'
  /** Security of the system and proof of who had access. */
  | 'security'

export type Retention =
  | { readonly type: 'days'; readonly days: number }
  /** While the account is in use, and until nothing it sealed has to be kept any longer. */
  | { readonly type: 'account' }
  /** As long as the record of the commune. */
  | { readonly type: 'record' }
  /** As long as the installation: without it the trail could not be verified. */
  | { readonly type: 'installation' }

/** Whether and how it goes: by itself, with the erasing of an account, or not at all while the law keeps it. */
export type Erasure = 'by-itself' | 'with-account' | 'kept'

export type Seen = 'nobody' | 'self' | 'feed' | 'administrator' | 'self-and-administrator'

export interface PersonalDatum {
  readonly purpose: Purpose
  readonly basis: Basis
  readonly retention: Retention
  readonly seen: Seen
  readonly erasure: Erasure
}

/** A sealed record has to name who signed it for this long after it was made (cần kiểm tra). */
export const SEALED_YEARS = 10

const days = (count: number): Retention => ({ type: 'days', days: count })

export const credential = (purpose: Purpose = 'sign-in'): PersonalDatum => ({
  purpose,
  basis: 'security',
  retention: { type: 'account' },
  seen: 'nobody',
  erasure: 'with-account',
})
export const naming: PersonalDatum = {
  purpose: 'who-did-it',
  basis: 'duty-of-state-body',
  retention: { type: 'account' },
  seen: 'feed',
  erasure: 'with-account',
}
export const onDevice: PersonalDatum = { ...credential('device-safety'), seen: 'self-and-administrator' }
export const passing = (count: number): PersonalDatum => ({
  ...credential(),
  retention: days(count),
  erasure: 'by-itself',
})
export const reference: PersonalDatum = {
  purpose: 'accountability',
  basis: 'security',
  retention: { type: 'installation' },
  seen: 'self-and-administrator',
  erasure: 'kept',
}
/** Free text of a record: meant for the work, but somebody may write a name into it. */
export const freeText: PersonalDatum = {
  purpose: 'quality-record',
  basis: 'record-keeping',
  retention: { type: 'record' },
  seen: 'feed',
  erasure: 'kept',
}
export const photo: PersonalDatum = { ...freeText, purpose: 'evidence' }
export const wholeRecord: PersonalDatum = freeText

/** Where somebody was, rounded, and only where they agreed to say it. Rule PER-5. */
export const whereabouts: PersonalDatum = { ...freeText, purpose: 'evidence' }

/** A name that stands under a record, as on paper: who signed, who was there. */
export const signing: PersonalDatum = { ...freeText, purpose: 'who-did-it' }

export interface KindLine {
  readonly personal: Readonly<Record<string, PersonalDatum>>
  /** Fields that cannot say anything about a person. */
  readonly impersonal: readonly string[]
}
