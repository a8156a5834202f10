/**
 * Passwords as Argon2id, with the cost OWASP names for it. An unknown name is checked against a hash of nothing, so
 * that it takes as long as a wrong password and tells nobody which names exist (END-7).
 */
import { hash, verify } from '@node-rs/argon2'

export interface PasswordCost {
  /** Kibibytes. */
  readonly memoryCost: number
  readonly timeCost: number
  readonly parallelism: number
}

export const PASSWORD_COST: PasswordCost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

export interface PasswordHasher {
  hash(password: string): Promise<string>
  /** False where there is no hash, after as much work as with one. */
  verify(passwordHash: string | null, password: string): Promise<boolean>
}

/** What does the work; a test counts how often it is asked, and with what. */
export type Argon2 = { readonly hash: typeof hash; readonly verify: typeof verify }

export async function createPasswordHasher(
  cost: PasswordCost = PASSWORD_COST,
  argon2: Argon2 = { hash, verify },
): Promise<PasswordHasher> {
  const dummy = await argon2.hash('nobody has this password', cost)
  return {
    hash: (password) => argon2.hash(password, cost),
    verify: async (passwordHash, password) => {
      const isRight = await argon2.verify(passwordHash ?? dummy, password)
      return isRight && passwordHash !== null
    },
  }
}
