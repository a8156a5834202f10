/**
 * Ids of fillings and of their answers say what they are of, so that two people who answer offline meet in one record.
 * A question is known by its name and the keys of the instances around it, and where its name stands in several places
 * (FRM-36) by its path and those keys; an
 * endpoint takes no id above 200 characters, and what would be longer is named by a fingerprint of the same.
 */
import { feedId } from '#domain/change/feed.ts'

const LONGEST_ID = 200

/** `fil.{unit}.{form}.{round}`; the form by its key, `id@version`. */
export const fillingId = (unit: string, form: string, round: string): string => `fil.${unit}.${form}.${round}`

export const unitOfFilling = (filling: string): string => filling.split('.')[1] ?? ''

/** Of a form that is filled in at a visit the visit's id stands in the place of the round. */
const VISIT = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

/** The visit a filling belongs to; null for one of the commune. Rule FIL-18. */
export function visitOfFilling(filling: string): string | null {
  const round = filling.slice(filling.lastIndexOf('.') + 1)
  return VISIT.test(round) ? round : null
}

/** Where a filling and its answers stand while they are written. Rule FIL-18. */
export const feedOfFilling = (filling: string): string =>
  feedId(unitOfFilling(filling), visitOfFilling(filling) === null ? 'self' : 'pub')

/** What every answer's id of a filling begins with. */
export const answerPrefix = (filling: string): string => `fan.${filling}/`

/** 53 bits of a text, mixed with a seed. */
function mix(text: string, seed: number): string {
  let [one, two] = [0xdeadbeef ^ seed, 0x41c6ce57 ^ seed]
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    one = Math.imul(one ^ code, 2654435761)
    two = Math.imul(two ^ code, 1597334677)
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909)
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909)
  return (4294967296 * (2097151 & two) + (one >>> 0)).toString(36)
}

/** A name that stands in several places ends in a mark; what a move sets aside has more behind it. */
const KNOWN_BY_PATH = /^(?:\/[^/[\]~:]+:?(?:\[[^/\]]*\])?)*\/[^/[\]~:]+:(?=~|\[|$)[^/]*$/

/**
 * The question's name with the keys of the instances around it: `/g/r[a]/q` is `q~a`, the instance `/g/r[a]` is `r~a`;
 * with its path `/g/r[a]/q:` is `g/r/q:~a`.
 */
function shortName(ref: string): string {
  const last = ref.slice(ref.lastIndexOf('/') + 1).replace(/\[.*$/, '')
  const name = KNOWN_BY_PATH.test(ref) ? ref.slice(1).replace(/\[[^\]]*\]|:(?=(?:\[[^\]]*\])?\/)/g, '') : last
  const keys = Array.from(ref.matchAll(/\[([^\]]+)\]/g), ([, key]) => key ?? '')
  return [name, ...keys].join('~')
}

function idUnder(prefix: string, ref: string): string {
  const short = `${prefix}${shortName(ref)}`
  // The groups around a name that is known by its path may come to stand in several places themselves.
  const hashed = KNOWN_BY_PATH.test(ref) ? short : ref
  return short.length <= LONGEST_ID ? short : `${prefix}~${mix(hashed, 1)}${mix(hashed, 2)}`
}

/** Entity id of the answer at a reference of the session. Rule FIL-2. */
export const fillingAnswerId = (filling: string, ref: string): string => idUnder(answerPrefix(filling), ref)

/** What the id of everything found about a submission begins with. */
export const verificationPrefix = (submission: string): string => `ver.${submission}.`

/** Entity id of what was found about the answer at a reference. Rule FIL-2. */
export const fillingVerificationId = (submission: string, ref: string): string =>
  idUnder(verificationPrefix(submission), ref)

/** The filling an answer or its photo belongs to, from the answer's id. */
export const fillingOfAnswer = (entity: string): string | undefined => /^fan\.(fil\.[^/]+)\//.exec(entity)?.[1]

/** The form's key, `id@version`, from the filling's id. */
export const formOfFilling = (filling: string): string =>
  filling.slice(`fil.${unitOfFilling(filling)}.`.length, filling.lastIndexOf('.'))

/** A reference in an address: slashes and brackets, which some proxies rewrite, are `~` and `!`. */
export const wordOfRef = (ref: string): string =>
  ref
    .slice(1)
    .replaceAll('/', '~')
    .replace(/\[([^\]]+)\]/g, '!$1')

export const refOfWord = (word: string): string => `/${word.replaceAll('~', '/')}`.replace(/!([^/]+)/g, '[$1]')
