/**
 * Forms that can be filled in: those the program brings and those a province has published. A published version is
 * sealed; a correction is a new version; withdrawing hides one from new fillings and nothing else.
 */
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { Form, FormUse, Texts } from '#domain/questionnaire/form/form.ts'
import type { EditionId } from '#domain/standard/edition.ts'
import type { RecordLocation } from './record-location.ts'
import type { SaveResult } from './store-contract.ts'

/** One version of one form, without opening it. */
export interface FormListing {
  /** `id@version`. */
  readonly key: string
  readonly id: string
  readonly version: string
  readonly title: Texts
  readonly defaultLanguage: string
  /** As its columns name them. */
  readonly languages: readonly string[]
  readonly edition: EditionId | null
  readonly use: FormUse
  /** Questions a person sees. */
  readonly questions: number
  /** Brought by the program, or published in the province. */
  readonly origin: 'shipped' | 'published'
  readonly publishedOn: LocalDate
  /** Account id; empty for what the program brings. */
  readonly publishedBy: string
  /** Null while it is offered. */
  readonly withdrawal: { readonly on: LocalDate; readonly reason: string } | null
  /** Not offered for new fillings any more; one that was begun can be finished. */
  readonly isWithdrawn: boolean
  /** False while parts of it have not arrived. */
  readonly isWhole: boolean
  readonly location: RecordLocation
}

export interface FormLibraryRepository {
  /** The newest version of each form first, forms by the day of their newest version. Safe inside a live query. */
  list(): Promise<readonly FormListing[]>
  /** Undefined where this device has no such version, not all of it, or not what was published. */
  load(key: string): Promise<Form | undefined>
  /** Gives the key. `form.key-unfit`, `form.version-taken`, or why the device could not write it. */
  publish(form: Form): Promise<Result<string, Problem>>
  /** Takes it back from new fillings, with the reason. */
  withdraw(key: string, reason: string): SaveResult
  /** Offers a withdrawn one again. */
  offerAgain(key: string): SaveResult
}
