// What the bench asks of a device, whoever made it. Each of the three pages offers this as `window.bench`.
import type { AnswerRecord } from './payload.ts'

export interface Side {
  /** Settings worth printing, as "name value". */
  readonly settings: readonly string[]
  /** Opens the device's store and signs in where there is something to sign in to. */
  open(person: { readonly username: string; readonly password: string }): Promise<void>
  /** Writes locally; nothing is sent. */
  write(records: readonly AnswerRecord[]): Promise<void>
  /** Sends and reads until both sides say that nothing is left; milliseconds. */
  sync(way: 'push' | 'pull' | 'both'): Promise<number>
  /** All that is stored, in a form every side gives alike. */
  records(): Promise<readonly string[]>
}

declare global {
  interface Window {
    bench: Side
  }
}
