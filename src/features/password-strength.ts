// One word for how hard a password is to guess, while it is typed. It only encourages: what is refused, the policy and
// the endpoint decide (ACC-15). Length counts most, because a sentence is easier to keep in mind than signs are.
import { checkPassword, type PasswordOwner } from '#domain/access/password-policy.ts'

export type PasswordStrength = 'too-short' | 'too-long' | 'has-name' | 'weak' | 'fair' | 'strong'

const [FEW_CHARACTERS, LONG, VERY_LONG] = [5, 14, 18]

const refusals: Readonly<Record<string, PasswordStrength>> = {
  'password.too-short': 'too-short',
  'password.too-long': 'too-long',
  'password.has-name': 'has-name',
}

export function passwordStrength(password: string, owner: PasswordOwner): PasswordStrength {
  const checked = checkPassword(password, owner)
  if (!checked.ok) return refusals[checked.error.code] ?? 'weak'
  const characters = Array.from(checked.value.toLowerCase())
  const different = new Set(characters).size
  if (different <= FEW_CHARACTERS || /^\d+$/.test(password)) return 'weak'
  if (characters.length >= VERY_LONG) return 'strong'
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\d/, /[^\p{L}\d]/u].filter((kind) => kind.test(password)).length
  return characters.length >= LONG && kinds >= 2 ? 'strong' : 'fair'
}
