/**
 * The trail: who did what, when, where and on which device, as chains of links. Each link holds the hash of the one
 * before it, so that a link changed, removed, inserted or moved breaks its chain at a place that can be named. What may
 * have to be erased later (names, free text) is not in the link but only committed to: SHA-256 over a salt and the text,
 * so that with salt and text gone nothing can be guessed and the chain still holds (decision D14).
 */

/** The chain of what belongs to no feed: sign-ins, accounts, grants, exports. Every other chain is that of a feed. */
export const OFFICE_CHAIN = 'office'

/** What a link may be about. A verifier lets unknown ones pass: they are of a newer endpoint. */
export const trailTypes = [
  'ops',
  'founded',
  'refounded',
  'handed-out',
  'sign-in',
  'sign-in-refused',
  'access-refused',
  'sign-out',
  'export',
  'own-account',
  'grant',
  'account',
  'invitation',
  'leaving',
  'device',
  'decision',
  'units',
  'administered',
  'erased',
  'restored',
] as const

/** See `trailTypes`. */
export type TrailType = (typeof trailTypes)[number]

/** One link without its hash; everything here is in clear and stays for ever, so it holds no name and no free text. */
export interface TrailLink {
  /** A feed, or `OFFICE_CHAIN`. */
  readonly chain: string
  /** 1, 2, 3 … without gaps in its chain. */
  readonly num: number
  readonly atMs: number
  readonly type: string
  /** Account that acted; '' where nobody was known. */
  readonly account: string
  /** Account it was done to; '' where none. */
  readonly subject: string
  /** Replica it was done on; '' where none. */
  readonly device: string
  /** Feed or unit; never a position on the earth. */
  readonly place: string
  /** The operations of the feed that this link covers; 0 and 0 where none. */
  readonly firstSeq: number
  readonly lastSeq: number
  /** Over the operations covered, or over salt and detail. */
  readonly commitment: string
  /** Hash of the link before, `GENESIS` for the first. */
  readonly prev: string
}

/** A link as it is kept. */
export interface StoredLink extends TrailLink {
  readonly hash: string
  /** Null once erased. */
  readonly salt: string | null
  /** JSON; null once erased, and where operations are covered. */
  readonly detail: string | null
}

/** What the first link of every chain points to. */
export const GENESIS = ''

/** SHA-256 in lower-case hexadecimal over the UTF-8 bytes of the text; handed in, since the domain knows no machine. */
export type Sha256 = (text: string) => string

const FORM = 1

/** The text whose hash is the link's. Rule TRL-1. */
export function linkText(link: TrailLink): string {
  const { chain, num, atMs, type, account, subject, device, place, firstSeq, lastSeq, commitment, prev } = link
  return JSON.stringify([
    FORM,
    chain,
    num,
    atMs,
    type,
    account,
    subject,
    device,
    place,
    firstSeq,
    lastSeq,
    commitment,
    prev,
  ])
}

/** An operation as far as the trail commits to it: everything that was stored, the number in its feed included. */
export interface CoveredOp {
  readonly seq: number
  readonly d: string
  readonly n: number
  readonly h: number
  readonly receivedMs: number
  readonly u: string
  readonly k: string
  readonly e: string
  readonly sv: number
  readonly g: string | null
  /** The fingerprint by which a replay is known. */
  readonly fingerprint: string
  /** The fields as the text they are kept as. */
  readonly body: string
}

/** The text of one operation. Rule TRL-2. */
export function opText({ seq, d, n, h, receivedMs, u, k, e, sv, g, fingerprint, body }: CoveredOp): string {
  return `${JSON.stringify([seq, d, n, h, receivedMs, u, k, e, sv, g, fingerprint])}${body}`
}

/** The commitment to one operation: its own salt comes out of the link's, so that one alone can be let go later. */
export const leafOf = (sha256: Sha256, salt: string, op: CoveredOp): string =>
  leafOfText(sha256, salt, op.seq, opText(op))

/** The same where the operation's `opText` is at hand. */
export const leafOfText = (sha256: Sha256, salt: string, seq: number, text: string): string =>
  sha256(`${sha256(`${salt}:${seq}`)}${text}`)

/** The commitment to operations in their order. */
export const leavesCommitment = (sha256: Sha256, leaves: readonly string[]): string => sha256(leaves.join(''))

/** The commitment to a detail. Rule TRL-3. */
export const detailCommitment = (sha256: Sha256, salt: string, detail: string): string => sha256(`${salt}${detail}`)

/** Whether links of this type cover operations. */
export const coversOps = (type: string): boolean => type === 'ops' || type === 'founded' || type === 'refounded'

/** The last link of a chain, as a root names it. */
export type Head = readonly [chain: string, num: number, hash: string]

/** A root binds the heads of all chains that went on since the root before, and that root. Rule TRL-4. */
export interface TrailRoot {
  readonly num: number
  readonly atMs: number
  /** Incarnation of the data. */
  readonly inc: string
  readonly prev: string
  /** `Head[]` as JSON, in the order of the chains. */
  readonly heads: string
  readonly hash: string
}

/** The text whose hash is the root's. */
export const rootText = ({ num, atMs, inc, prev, heads }: Omit<TrailRoot, 'hash'>): string =>
  JSON.stringify([FORM, num, atMs, inc, prev, heads])
