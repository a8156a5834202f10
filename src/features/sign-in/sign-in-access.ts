/** What the sign-in page asks of the app; who answers is no concern of the screen. */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'

export type Outcome = Promise<Result<unknown, Problem>>

export interface SignInWays {
  readonly isDemonstration: boolean
  readonly demoAccounts: readonly { readonly username: string; readonly displayName: string }[]
  /** The one address where passkeys of this installation work. */
  readonly passkeys: { readonly address: string } | null
  readonly provider: { readonly name: string; readonly address: string } | null
  /** The address this page was opened at. */
  readonly here: string
}

export interface OpenInvitation {
  readonly code: string
  readonly username: string
  readonly displayName: string
  /** False where somebody who was here before gets a new password. */
  readonly isFirst: boolean
}

export interface SignInAccess {
  readonly knowsPasskeys: boolean
  signIn(username: string, password: string): Outcome
  /** Null without a network: then only the password is asked for. */
  ways(): Promise<SignInWays | null>
  byPasskey(): Outcome
  /** What a one-time code opens, as it was typed or photographed. */
  invitation(typed: string): Promise<Result<OpenInvitation, Problem>>
  redeem(invitation: OpenInvitation, password: string): Outcome
  /** Leaves the app for the provider's page. */
  toProvider(): Outcome
  finishProvider(search: string): Outcome
}
