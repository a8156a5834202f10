/**
 * From bytes in a file to a section whose origin is proved: the hash is right, the envelope opens, and the device that is
 * named signed it. Whoever carried the file does not come into it (rule HND-4).
 */
import { createHash } from 'node:crypto'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { openEnvelope } from '#protocol/hand-over/envelope.ts'
import type { FilePart } from '#protocol/hand-over/hand-over-file.ts'
import { readSection, type Section, sectionTextToSign } from '#protocol/hand-over/section.ts'
import { readCertificate, type SignedText, textToSign } from '#protocol/hand-over/signed-text.ts'
import { isSignedBy } from '#server/session/device-key.ts'
import type { Device, SessionStore } from '#server/store/store-contract.ts'
import type { EndpointKeys } from './endpoint-keys.ts'

export interface ProvedSection {
  readonly section: Section
  readonly device: Device
}

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What is in an envelope to this endpoint, under the key of today or one of before. */
export async function openedEnvelope(bytes: Uint8Array, keys: EndpointKeys): Promise<Result<Uint8Array, ProblemCode>> {
  for (const key of [keys.envelopePrivate, ...keys.envelopeFormer]) {
    const opened = await openEnvelope(key, bytes)
    if (opened) return ok(opened)
  }
  return err('hand-over.other-endpoint')
}

async function contentOf({ entry, bytes }: FilePart, keys: EndpointKeys): Promise<Result<Uint8Array, ProblemCode>> {
  if (sha256(bytes) !== entry.sha256) return err('hand-over.damaged')
  return entry.form === 'plain' ? ok(bytes) : openedEnvelope(bytes, keys)
}

/** A key the endpoint itself once certified for this replica: what it signed before a new key came stays valid. */
function certifiedKey(certificate: SignedText | null, device: Device, keys: EndpointKeys): string | undefined {
  if (!certificate) return undefined
  const isOurs = isSignedBy(keys.signingPublic, textToSign('certificate', certificate.text), certificate.signature)
  const read = isOurs ? readCertificate(certificate.text) : undefined
  return read?.replica === device.id && read.account === device.account ? read.key : undefined
}

export interface DeviceSignature {
  readonly text: string
  readonly signature: string
  readonly certificate: SignedText | null
}

/** Whether the device signed it, with the key it has or with one the endpoint once certified for it. */
export function isByDevice(
  { text, signature, certificate }: DeviceSignature,
  device: Device,
  keys: EndpointKeys,
): boolean {
  const candidates = [device.publicKey, certifiedKey(certificate, device, keys)]
  return candidates.some((key) => key !== undefined && isSignedBy(key, text, signature))
}

export async function openPart(
  part: FilePart,
  keys: EndpointKeys,
  store: SessionStore,
): Promise<Result<ProvedSection, ProblemCode>> {
  const content = await contentOf(part, keys)
  if (!content.ok) return content
  const section = readSection(content.value)
  if (!section.ok) return section
  const { head, content: signedContent, signature } = section.value
  const device = await store.deviceById(head.origin)
  if (!device) return err('device.unknown')
  const text = sectionTextToSign(sha256(signedContent))
  const { certificate } = head
  const isProved = head.account === device.account && isByDevice({ text, signature, certificate }, device, keys)
  return isProved ? ok({ section: section.value, device }) : err('hand-over.damaged')
}
