/**
 * What a device may believe of a readable section without asking the endpoint: the endpoint once certified the key that
 * signed it, the account in it could write these records by its grants then, and the reader is a member of the feed
 * (rule HND-7). Whether the device was revoked since, only the endpoint knows: until then it is "not yet confirmed".
 */
import { checkWrite, readableFeeds } from '#domain/access/feed-access.ts'
import { type Grant, isRole } from '#domain/access/role.ts'
import { hlcToMs } from '#domain/change/hlc.ts'
import type { Op } from '#domain/change/op.ts'
import { type LocalDate, localDateAt, VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { type OpsHead, readSection, type Section, sectionTextToSign } from '#protocol/hand-over/section.ts'
import type { Certificate } from '#protocol/hand-over/signed-text.ts'
import { opsOfBytes } from './batch-bytes.ts'
import { believedCertificate, isSignedBy, ownCopy, sha256Text } from './crypto-texts.ts'
import type { HandOverParts } from './hand-over-parts.ts'

export interface BelievedSection {
  readonly section: Section
  readonly certificate: Certificate
}

const dayAt = (ms: number): LocalDate => localDateAt(ms, VIETNAM_OFFSET_MINUTES)

/** A clock that was set back takes nobody's feeds away: it is at least as late as the certificate was issued. */
export function isMember({ identity, tree }: HandOverParts, feed: string, nowMs: number, issuedMs: number): boolean {
  return readableFeeds(identity().grants, tree(), dayAt(Math.max(nowMs, issuedMs))).includes(feed)
}

/** Signature and certificate hold, and both name the same replica. */
export async function believe(signingKey: string, bytes: Uint8Array): Promise<Result<BelievedSection, ProblemCode>> {
  const section = readSection(bytes)
  if (!section.ok) return section
  const { head, content, signature } = section.value
  const certificate = await believedCertificate(signingKey, head.certificate)
  if (!certificate) return err('hand-over.other-endpoint')
  const isOwners = certificate.replica === head.origin && certificate.account === head.account
  const text = sectionTextToSign(await sha256Text(ownCopy(content)))
  if (!isOwners || !(await isSignedBy(certificate.key, text, signature))) return err('hand-over.damaged')
  return ok({ section: section.value, certificate })
}

/** A role of a newer endpoint is only a word here and opens nothing. */
const grantsOf = ({ account, grants }: Certificate): readonly Grant[] =>
  grants.flatMap(({ scope, role, from, to }) =>
    isRole(role) ? [{ account, scope, role, from: from as LocalDate, to: to as LocalDate | null }] : [],
  )

/** A wrong clock refuses nothing: the day counts as lying between the certificate and now. */
const dayOf = (op: Op, { issuedMs }: Certificate, nowMs: number): LocalDate =>
  dayAt(Math.max(issuedMs, Math.min(nowMs, hlcToMs(op.h))))

/** The operations of a believed section, where its author could write every one of them. */
export function readableOps(
  parts: HandOverParts,
  { section: { data }, certificate }: BelievedSection,
  head: OpsHead,
  nowMs: number,
): Result<readonly Op[], ProblemCode> {
  const ops = opsOfBytes(data)
  if (!ops.ok) return ops
  const { origin, account, feed, from, to } = head
  const fits = (op: Op): boolean =>
    op.d === origin && op.u === account && op.n >= from && op.n <= to && (feed === null || op.s === feed)
  if (!ops.value.every(fits)) return err('hand-over.damaged')
  const grants = grantsOf(certificate)
  for (const op of ops.value) {
    const allowed = checkWrite(grants, op, parts.tree(), dayOf(op, certificate, nowMs))
    if (!allowed.ok) return allowed
  }
  return ops
}
