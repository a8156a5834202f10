/** Photos as evidence. The record and both pictures are stored in one transaction; the record never waits for the upload. */
import { checkEvidenceChange, type EvidenceChange } from '#domain/evidence/evidence-change.ts'
import { evidenceDay } from '#domain/evidence/evidence-day.ts'
import { bytesOver } from '#domain/evidence/photo-room.ts'
import type { WrittenDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { blobBytes, keepBlob } from '#data/blob-queue.ts'
import type {
  EvidenceRepository,
  EvidenceView,
  EvidenceWords,
  NewEvidence,
  PhotoRoom,
} from '#data/contract/evidence-contract.ts'
import type { EntityWrite, SaveResult } from '#data/contract/store-contract.ts'
import type { GestureBuilder, GestureWrite, NewBlob } from '#data/gesture.ts'
import { readIn } from '#data/in-transaction.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import { readLocations } from '#data/location.ts'
import { freeBytes, hasRoom, makeRoom, readFreeable, type StorageEstimate } from '#data/photo-room.ts'
import { field, rowsOfParent } from './entity-query.ts'
import { readEvidenceSubject } from './evidence-subject.ts'
import { evidenceBySubject } from './evidence-view.ts'
import { newId, type RepositoryParts } from './repository-parts.ts'

/** The camera stops before the photo is taken, not after. */
const TYPICAL_PHOTO_BYTES = 210_000

export function createEvidenceRepository(parts: RepositoryParts): EvidenceRepository {
  const { db, commit, clock, learntRoom } = parts
  return {
    add: (evidence) => addEvidence(parts, evidence),
    listOf: (feed, of) =>
      readIn(db, [db.ent, db.meta, db.attention], async () => {
        const [rows, locate] = await Promise.all([rowsOfParent(db, feed, of), readLocations(db)])
        return evidenceBySubject(rows, locate).get(of) ?? []
      }),
    describe: (feed, id, words) =>
      saved(commit(changeOf('caption', feed, id, { feed, kind: 'evidence', entity: id, fields: fieldsOf(words) }))),
    remove: (feed, id) =>
      saved(commit(changeOf('remove', feed, id, { feed, kind: 'evidence', entity: id, isRemoval }))),
    bytes: (sha256) => blobBytes(db, sha256),
    keep: async (sha256, bytes) => {
      if (await hasRoom(learntRoom.estimate, bytes.byteLength)) await keepBlob(db, sha256, bytes, clock.now())
    },
    room: () => readRoom(db, learntRoom.estimate),
    freeSafe: async () => ok(await freeBytes(db, Number.POSITIVE_INFINITY)),
  }
}

const isRemoval = true as const

const fieldsOf = ({ caption, on }: EvidenceWords): EntityWrite['fields'] => ({
  ...(caption !== undefined && { caption }),
  ...(on !== undefined && { on: { ...on } }),
})

const saved = async (receipt: SaveResult): Promise<Result<null, Problem>> => {
  const done = await receipt
  return done.ok ? ok(null) : done
}

/** Nothing is written for a photo that is not there (any more). */
const changeOf =
  (change: EvidenceChange, feed: string, id: string, write: GestureWrite): GestureBuilder =>
  async (reader) => {
    const state = await reader.entity(feed, id)
    if (!state) return ok([])
    const subject = await readEvidenceSubject(reader, feed, field(state, 'of', ''), id)
    const allowed = checkEvidenceChange(change, subject)
    return allowed.ok ? ok([write]) : allowed
  }

async function addEvidence(parts: RepositoryParts, evidence: NewEvidence): Promise<Result<EvidenceView, Problem>> {
  const { db, clock, storageEstimate, learntRoom } = parts
  const size = evidence.photo.bytes.byteLength + evidence.photo.thumbnail.byteLength
  if (!(await makeRoom(db, storageEstimate, size))) return err({ code: 'evidence.no-room' })
  const id = newId(parts)
  const takenAt = clock.now()
  const first = await store(parts, id, evidence, takenAt)
  const isFull = !first.ok && first.error.code === 'storage.full'
  // The estimate was wrong: what may be freed is freed, and only then the disk counts as full.
  const last = isFull && (await freeBytes(db, size)) > 0 ? await store(parts, id, evidence, takenAt) : first
  if (last.ok) learntRoom.forget()
  else if (last.error.code === 'storage.full') await learntRoom.noteFull()
  return last.ok ? ok(newView(id, evidence, takenAt)) : last
}

const store = ({ commit }: RepositoryParts, id: string, evidence: NewEvidence, takenAt: number): SaveResult =>
  commit(
    async (reader) => {
      const subject = await readEvidenceSubject(reader, evidence.feed, evidence.of, null)
      const allowed = checkEvidenceChange('add', subject)
      return allowed.ok ? ok([recordOf(id, evidence, takenAt)]) : allowed
    },
    { blobs: blobsOf(evidence) },
  )

async function readRoom(db: LocalDatabase, estimate: StorageEstimate): Promise<PhotoRoom> {
  // The database first: a live query loses track of what is read after a promise that is not the database's.
  const freeable = await readFreeable(db)
  const room = await estimate()
  const over = room === null ? 0 : bytesOver(room, TYPICAL_PHOTO_BYTES)
  return { isFull: over > freeable.bytes, freeable }
}

const dayOf = ({ on, photo }: NewEvidence, takenAt: number): WrittenDate => on ?? evidenceDay(photo.takenOn, takenAt)

function recordOf(id: string, evidence: NewEvidence, takenAt: number): EntityWrite {
  const { feed, of, deliverable, caption, photo } = evidence
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
    on: { ...dayOf(evidence, takenAt) },
  }
  return { feed, kind: 'evidence', entity: id, fields }
}

const blobsOf = ({ feed, photo }: NewEvidence): readonly NewBlob[] => [
  { sha256: photo.thumbnailSha256, bytes: photo.thumbnail, role: 'thumbnail', mime: photo.mime, feed },
  { sha256: photo.sha256, bytes: photo.bytes, role: 'photo', mime: photo.mime, feed },
]

const newView = (id: string, evidence: NewEvidence, takenAt: number): EvidenceView => ({
  id,
  of: evidence.of,
  deliverable: evidence.deliverable ?? null,
  caption: evidence.caption,
  sha256: evidence.photo.sha256,
  thumbnailSha256: evidence.photo.thumbnailSha256,
  size: evidence.photo.bytes.byteLength,
  takenAt,
  on: dayOf(evidence, takenAt),
  location: 'on-device',
})
