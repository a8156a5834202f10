// Hands a document to the person as a download: its bytes from this device or the endpoint, looked into once more,
// because they may have come in a file of another device that no endpoint has seen (EVI-13). No screen shows them.
import type { EvidenceView } from '#data/contract/evidence-contract.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { parseFeed } from '#domain/change/feed.ts'
import { documentRefusal } from '#domain/evidence/document-content.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { downloadFile } from './download-file.ts'
import { noteExport } from './note-activity.ts'
import type { Platform } from './screen-props.ts'

export type DocumentStore = Pick<PersonStore, 'evidence' | 'activities'>

async function bytesOf(
  { sha256, size }: EvidenceView,
  { evidence }: DocumentStore,
  platform: Pick<Platform, 'fetchPhoto'>,
): Promise<Result<Uint8Array, Problem>> {
  const here = await evidence.bytes(sha256)
  if (here !== null) return ok(here)
  const fetched = await platform.fetchPhoto(sha256, size)
  if (fetched.ok) await evidence.keep(sha256, fetched.value)
  return fetched
}

/** What went wrong; null when the download has begun. `changed`: the bytes are not what the record says. */
export async function openDocument(
  view: EvidenceView,
  feed: string,
  store: DocumentStore,
  platform: Pick<Platform, 'fetchPhoto'>,
): Promise<Problem | 'changed' | null> {
  const { document } = view
  if (document === null) return null
  const bytes = await bytesOf(view, store, platform)
  if (!bytes.ok) return bytes.error
  if (documentRefusal(bytes.value, document.mime) !== null) return 'changed'
  const left = { what: 'document', form: 'file', unit: parseFeed(feed)?.scope ?? '', record: view.id } as const
  const problem = await noteExport({ store }, left)
  if (problem) return problem
  downloadFile({ name: document.name, bytes: new Uint8Array(bytes.value) }, document.mime)
  return null
}
