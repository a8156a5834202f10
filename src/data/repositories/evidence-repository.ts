/** Photos as evidence. The record and both pictures are stored in one transaction; the record never waits for the upload. */
import { ok } from '#domain/kernel/result.ts'
import { blobBytes, keepBlob } from '#data/blob-queue.ts'
import type { EvidenceRepository, EvidenceView, NewEvidence } from '#data/contract/evidence-contract.ts'
import type { EntityWrite } from '#data/contract/store-contract.ts'
import type { NewBlob } from '#data/gesture.ts'
import { readIn } from '#data/in-transaction.ts'
import { readLocations } from '#data/location.ts'
import { rowOf, rowsOfParent } from './entity-query.ts'
import { evidenceBySubject } from './evidence-view.ts'
import { newId, type RepositoryParts } from './repository-parts.ts'

export function createEvidenceRepository(parts: RepositoryParts): EvidenceRepository {
  const { db, commit, clock } = parts
  return {
    add: async (evidence) => {
      const id = newId(parts)
      const takenAt = clock.now()
      const saved = await commit([recordOf(id, evidence, takenAt)], { blobs: blobsOf(evidence) })
      return saved.ok ? ok(newView(id, evidence, takenAt)) : saved
    },
    listOf: (feed, of) =>
      readIn(db, [db.ent, db.meta, db.attention], async () => {
        const [rows, locate] = await Promise.all([rowsOfParent(db, feed, of), readLocations(db)])
        return evidenceBySubject(rows, locate).get(of) ?? []
      }),
    setCaption: async (feed, id, caption) => {
      const saved = await commit([{ feed, kind: 'evidence', entity: id, fields: { caption } }])
      return saved.ok ? ok(null) : saved
    },
    remove: async (feed, id) => {
      const saved = await commit(async () =>
        ok((await rowOf(db, feed, id)) ? [{ feed, kind: 'evidence', entity: id, isRemoval: true } as const] : []),
      )
      return saved.ok ? ok(null) : saved
    },
    bytes: (sha256) => blobBytes(db, sha256),
    keep: (sha256, bytes) => keepBlob(db, sha256, bytes, clock.now()),
  }
}

function recordOf(id: string, { feed, of, deliverable, caption, photo }: NewEvidence, takenAt: number): EntityWrite {
  const { sha256, thumbnailSha256, mime, width, height } = photo
  const fields = {
    of,
    deliverable: deliverable ?? null,
    caption,
    sha256,
    thumbnailSha256,
    mime,
    size: photo.bytes.byteLength,
    width,
    height,
    takenAt,
  }
  return { feed, kind: 'evidence', entity: id, fields }
}

const blobsOf = ({ feed, photo }: NewEvidence): readonly NewBlob[] => [
  { sha256: photo.thumbnailSha256, bytes: photo.thumbnail, role: 'thumbnail', mime: photo.mime, feed },
  { sha256: photo.sha256, bytes: photo.bytes, role: 'photo', mime: photo.mime, feed },
]

const newView = (id: string, { of, deliverable, caption, photo }: NewEvidence, takenAt: number): EvidenceView => ({
  id,
  of,
  deliverable: deliverable ?? null,
  caption,
  sha256: photo.sha256,
  thumbnailSha256: photo.thumbnailSha256,
  size: photo.bytes.byteLength,
  takenAt,
  location: 'on-device',
})
