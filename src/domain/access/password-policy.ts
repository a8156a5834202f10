/**
 * What a password has to be: long enough, not endless, and not the account's own name. No rule about capitals, figures
 * or signs, because those make passwords that end up on the tablet's cover. Which words everybody uses is known at the
 * endpoint alone (`server/identity/common-passwords.ts`).
 */
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'

/** Code points after Unicode normalisation (NFC), so that a word with marks counts alike from every keyboard. */
export const PASSWORD_LENGTH = { least: 10, most: 128 } as const

export interface PasswordOwner {
  readonly username: string
  readonly displayName: string
}

/** Without marks, capitals and anything between letters and figures: `Thư ký` and `thuky` are one word. */
export const bareWord = (text: string): string =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/[^a-z0-9]/g, '')

/** A name this short stands in many an honest sentence. */
const SHORTEST_NAME = 4

function holdsName(password: string, { username, displayName }: PasswordOwner): boolean {
  const bare = bareWord(password)
  return [username, displayName].map(bareWord).some((name) => name.length >= SHORTEST_NAME && bare.includes(name))
}

/** The password as it is kept and compared, or why it is none. Rule ACC-15. */
export function checkPassword(typed: string, owner: PasswordOwner): Result<string, Problem> {
  const password = typed.normalize('NFC')
  const length = Array.from(password).length
  const { least, most } = PASSWORD_LENGTH
  if (length < least) return err({ code: 'password.too-short', params: { least } })
  if (length > most) return err({ code: 'password.too-long', params: { most } })
  return holdsName(password, owner) ? err({ code: 'password.has-name' }) : ok(password)
}
