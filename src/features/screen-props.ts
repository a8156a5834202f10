/**
 * What the router hands to every screen. A screen is a function of this and of its address, so that a test renders
 * one in two lines against a real local store.
 */
import type { Role } from '#domain/access/role.ts'
import type { Clock } from '#domain/kernel/clock.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { AccountAccess } from '#data/contract/account-contract.ts'
import type { Administration } from '#data/contract/administration-contract.ts'
import type { PreparedDocument, PreparedPhoto } from '#data/contract/evidence-contract.ts'
import type { HandOverParts } from '#sync/hand-over/hand-over-parts.ts'
import type { NetworkKind } from '#sync/photo-network.ts'
import type { TrailAccess } from '#data/contract/trail-contract.ts'
import type { PersonStore, Place } from '#data/contract/store-contract.ts'
import type { Workbooks } from '#data/contract/workbooks-contract.ts'

/** Which set of entries and start screen a person gets. */
export type Workplace = 'commune' | 'monitor' | 'province' | 'administration'

/** The person in front of the screen, computed once from the stored identity. */
export interface Person {
  readonly workplace: Workplace
  /** Roles of all active grants. */
  readonly roles: readonly Role[]
  /** The commune, area or province the person works for. */
  readonly place: Place
  /** Communes in scope. */
  readonly communes: readonly Place[]
  /** Whether the access table allows this write (a stage event also by type). The endpoint decides in the end. */
  may(kind: string, feed: string, type?: string): boolean
}

/** What a chosen file turned out to be. */
export type PreparedFile = { readonly photo: PreparedPhoto } | { readonly document: PreparedDocument }

/** Abilities of the browser, behind adapters of `app/platform`. */
export interface Platform {
  /** Shrinks a picture to ≤ 1600 px (target ≤ 200 kB) with a thumbnail; refuses what is no picture. */
  preparePhoto(file: Blob): Promise<Result<PreparedPhoto, Problem>>
  /** Looks into a chosen file: a picture is prepared as above, a document checked by its content (EVI-11). */
  prepareFile?(file: File): Promise<Result<PreparedFile, Problem>>
  /** Asks the endpoint for bytes of a photo or document that are not on this device; a large one is given longer. */
  fetchPhoto(sha256: string, size?: number): Promise<Result<Uint8Array, Problem>>
  /** What making and opening hand-over files needs of this device; absent in a test of another screen. */
  handOver?(): Promise<HandOverParts>
  /** What the browser tells of the network that is there now; absent in a test of another screen. */
  networkKind?(): Promise<NetworkKind>
  /** Spreadsheet files, read and written away from the page; absent in a test of another screen. */
  workbooks?(): Promise<Workbooks>
  print(): void
  /** What is asked of the endpoint about people, devices and refused changes; absent in a test of another screen. */
  administration?(): Promise<Administration>
  /** The person's own password and passkeys; absent in a test of another screen. */
  account?(): Promise<AccountAccess>
  /** Who did what, and the person's own data; absent in a test of another screen. */
  trail?(): Promise<TrailAccess>
}

/** The sync engine as far as a screen may use it. */
export interface SyncControl {
  /** Starts a round now; resolves when it ended, whatever its outcome. The outcome is in the store's status. */
  syncNow(): Promise<void>
}

export interface ScreenProps {
  readonly store: PersonStore
  readonly person: Person
  readonly platform: Platform
  readonly sync: SyncControl
  readonly clock: Clock
  readonly today: LocalDate
}
