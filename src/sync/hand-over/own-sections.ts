/**
 * Makes sections of what this device wrote and the endpoint has not in a backup. A section once made is kept and given
 * out again as it is; what is written later goes into further ones. So a file holds everything from `safe` + 1 on, no
 * endpoint ever misses an earlier part, and a carrier who gets two files of one device does not carry things twice.
 */
import type { KeptPass, KeptSection, NewSection } from '#data/contract/hand-over-contract.ts'
import type { PendingBlob, SyncPosition } from '#data/contract/sync-store-contract.ts'
import type { Op } from '#domain/change/op.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { sealEnvelope } from '#protocol/hand-over/envelope.ts'
import {
  MOST_SECTION,
  sealSection,
  SECTION_VERSION,
  sectionContent,
  type SectionHead,
  sectionTextToSign,
} from '#protocol/hand-over/section.ts'
import { bytesOfOps } from './batch-bytes.ts'
import { sha256Text } from './crypto-texts.ts'
import type { HandOverParts } from './hand-over-parts.ts'

/** JSON bytes of the operations of one section; compressed it is a tenth of that. */
const SECTION_BYTES = 500_000
const MOST_PHOTOS = 300
/** What fits into one section with its head and envelope; a larger document waits for a network. */
const MOST_CARRIED = MOST_SECTION - 50_000

type Form = Pick<NewSection, 'form' | 'type' | 'from' | 'to' | 'feed'>
type Made = Promise<Result<NewSection, Problem>>

const keyGone: Problem = { code: 'auth.session-expired' }

/** What making a section asks of the device and of the endpoint's pass. */
export type SectionParts = Pick<HandOverParts, 'signer' | 'clock' | 'identity'>
export type SectionPass = Pick<KeptPass, 'endpointKey'> & { readonly certificate: KeptPass['certificate'] | null }

async function signed(
  { signer }: SectionParts,
  head: SectionHead,
  data: Uint8Array,
): Promise<Result<Uint8Array<ArrayBuffer>, Problem>> {
  const content = sectionContent(head, data)
  const signature = await signer.sign(sectionTextToSign(await sha256Text(content)))
  return signature === null ? err(keyGone) : ok(sealSection(content, signature))
}

async function inForm(origin: string, form: Form, bytes: Uint8Array<ArrayBuffer>, pass: SectionPass): Made {
  const outer = form.form === 'plain' ? bytes : await sealEnvelope(pass.endpointKey, bytes)
  if (!outer) return err({ code: 'hand-over.no-pass' })
  return ok({ ...form, origin, bytes: outer, sha256: await sha256Text(outer) })
}

function headOf(parts: SectionParts, pass: SectionPass) {
  const { replica, account } = parts.identity()
  const { certificate } = pass
  return { v: SECTION_VERSION, origin: replica, account: account.id, madeAt: parts.clock.now(), certificate } as const
}

export async function opsSection(parts: SectionParts, pass: SectionPass, ops: readonly Op[], form: Form): Made {
  const { from, to, feed } = form
  const head = { ...headOf(parts, pass), type: 'ops', from, to, feed } as const
  const bytes = await signed(parts, head, await bytesOfOps(ops))
  return bytes.ok ? inForm(head.origin, form, bytes.value, pass) : bytes
}

async function photoSection(
  parts: HandOverParts,
  pass: KeptPass,
  { sha256, role, mime, feed }: PendingBlob,
  bytes: Uint8Array,
  form: KeptSection['form'],
): Made {
  const head = { ...headOf(parts, pass), type: 'photo', sha256, role, mime, feed } as const
  const section = await signed(parts, head, bytes)
  if (!section.ok) return section
  return inForm(head.origin, { form, type: 'photo', from: 0, to: 0, feed }, section.value, pass)
}

/** One envelope with the whole run for the endpoint, and one readable copy per feed for team mates. */
async function sectionsOfRun(
  parts: HandOverParts,
  pass: KeptPass,
  ops: readonly Op[],
): Promise<Result<readonly NewSection[], Problem>> {
  const run = { type: 'ops', from: ops[0]?.n ?? 0, to: ops.at(-1)?.n ?? 0 } as const
  const made: NewSection[] = []
  for (const feed of [null, ...new Set(ops.map(({ s }) => s))]) {
    const form = feed === null ? 'envelope' : 'plain'
    const own = feed === null ? ops : ops.filter(({ s }) => s === feed)
    const section = await opsSection(parts, pass, own, { ...run, form, feed })
    if (!section.ok) return section
    made.push(section.value)
  }
  return ok(made)
}

const isOf = (replica: string) => (section: KeptSection) => section.isOwn && section.origin === replica

/**
 * Sections made before that still hold. What is in a backup by now needs none any more, and what was made under a name
 * this store had to give up (CHG-20) would bring the same work a second time under the new one.
 */
async function settle(parts: HandOverParts, at: SyncPosition): Promise<Result<readonly KeptSection[], Problem>> {
  const all = await parts.store.sections()
  if (!all.ok) return all
  const isDone = ({ origin, to }: KeptSection): boolean => origin !== at.replica || to <= at.safe
  const own = all.value.filter(({ isOwn }) => isOwn)
  const done = own.filter(isDone)
  if (done.length > 0) {
    const dropped = await parts.store.dropSections(done.map(({ sha256 }) => sha256))
    if (!dropped.ok) return dropped
  }
  return ok(own.filter((section) => !isDone(section)))
}

/** A file that breaks off loses the copies for reading before it loses what goes to the endpoint. */
const envelopesFirst = (a: KeptSection, b: KeptSection): number =>
  a.form === b.form ? a.from - b.from : a.form === 'envelope' ? -1 : 1

/** Makes what is missing and answers all own sections of operations, in the order of n. */
export async function ownSections(
  parts: HandOverParts,
  pass: KeptPass,
): Promise<Result<readonly KeptSection[], Problem>> {
  const at = await parts.sync.position()
  if (!at.ok) return at
  const known = await settle(parts, at.value)
  if (!known.ok) return known
  let last = known.value.reduce((max, { to }) => Math.max(max, to), at.value.safe)
  for (;;) {
    const slice = await parts.store.ownAfter(last, SECTION_BYTES)
    if (!slice.ok) return slice
    if (slice.value.ops.length === 0) break
    const made = await sectionsOfRun(parts, pass, slice.value.ops)
    if (!made.ok) return made
    const kept = await parts.store.keepSections(made.value, true)
    if (!kept.ok) return kept
    last = slice.value.ops.at(-1)?.n ?? last
    if (!slice.value.more) break
  }
  const all = await parts.store.sections()
  return all.ok ? ok(all.value.filter(isOf(at.value.replica)).sort(envelopesFirst)) : all
}

/** Photos the endpoint has not confirmed. They are sealed for each file anew and not kept twice on this device. */
export async function ownPhotos(
  parts: HandOverParts,
  pass: KeptPass,
  form: KeptSection['form'],
  wants: (feed: string) => boolean,
): Promise<Result<readonly NewSection[], Problem>> {
  const pending = await parts.sync.pendingBlobs(MOST_PHOTOS)
  if (!pending.ok) return pending
  const made: NewSection[] = []
  for (const blob of pending.value.filter(({ feed, size }) => wants(feed) && size <= MOST_CARRIED)) {
    const bytes = await parts.sync.blobBytes(blob.sha256)
    if (bytes === null) continue
    const section = await photoSection(parts, pass, blob, bytes, form)
    if (!section.ok) return section
    made.push(section.value)
  }
  return ok(made)
}
