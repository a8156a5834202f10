/** Photos as evidence. The record and both pictures are stored in one transaction; the record never waits for the upload. */
import { checkEvidenceChange, type EvidenceChange } from '#domain/evidence/evidence-change.ts'
import { evidenceDay } from '#domain/evidence/evidence-day.ts'
import { bytesOver } from '#domain/evidence/photo-room.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { blobBytes, keepBlob } from '#data/blob-queue.ts'
import type {
  EvidenceRepository,
  EvidenceView,
  EvidenceWords,
  NewDocument,
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
    add: (evidence) => addEvidence(parts, evidence, photoContent(evidence)),
    addDocument: (evidence) => addEvidence(parts, captioned(evidence), documentContent(evidence)),
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

type Target = Omit<NewEvidence, 'photo'>

/** What differs between a photo and a document: fields of the record, bytes, and how a screen reads them. */
interface EvidenceContent {
  readonly fields: EntityWrite['fields']
  readonly blobs: readonly NewBlob[]
  readonly view: Pick<EvidenceView, 'sha256' | 'thumbnailSha256' | 'size' | 'document'>
  readonly madeOn: LocalDate | null
}

async function addEvidence(
  parts: RepositoryParts,
  target: Target,
  content: EvidenceContent,
): Promise<Result<EvidenceView, Problem>> {
  const { db, clock, storageEstimate, learntRoom } = parts
  const size = content.blobs.reduce((sum, { bytes }) => sum + bytes.byteLength, 0)
  if (!(await makeRoom(db, storageEstimate, size))) return err({ code: 'evidence.no-room' })
  const takenAt = clock.now()
  const view: EvidenceView = { ...newView(newId(parts), target, content, takenAt), ...content.view }
  const first = await store(parts, view, target, content)
  const isFull = !first.ok && first.error.code === 'storage.full'
  // The estimate was wrong: what may be freed is freed, and only then the disk counts as full.
  const last = isFull && (await freeBytes(db, size)) > 0 ? await store(parts, view, target, content) : first
  if (last.ok) learntRoom.forget()
  else if (last.error.code === 'storage.full') await learntRoom.noteFull()
  return last.ok ? ok(view) : last
}

const store = (
  { commit }: RepositoryParts,
  view: EvidenceView,
  { feed, of }: Target,
  { fields, blobs }: EvidenceContent,
): SaveResult =>
  commit(
    async (reader) => {
      const subject = await readEvidenceSubject(reader, feed, of, null)
      const allowed = checkEvidenceChange('add', subject)
      return allowed.ok ? ok([recordOf(feed, view, fields)]) : allowed
    },
    { blobs },
  )

async function readRoom(db: LocalDatabase, estimate: StorageEstimate): Promise<PhotoRoom> {
  // The database first: a live query loses track of what is read after a promise that is not the database's.
  const freeable = await readFreeable(db)
  const room = await estimate()
  const over = room === null ? 0 : bytesOver(room, TYPICAL_PHOTO_BYTES)
  return { isFull: over > freeable.bytes, freeable }
}

const recordOf = (feed: string, view: EvidenceView, fields: EntityWrite['fields']): EntityWrite => {
  const { id, of, deliverable, caption, sha256, size, takenAt, on } = view
  return {
    feed,
    kind: 'evidence',
    entity: id,
    fields: { of, deliverable, caption, sha256, ...fields, size, takenAt, on: { ...on } },
  }
}

function photoContent({ feed, photo }: NewEvidence): EvidenceContent {
  const { sha256, thumbnailSha256, mime, width, height, bytes, thumbnail } = photo
  return {
    fields: { thumbnailSha256, mime, width, height },
    blobs: [
      { sha256: thumbnailSha256, bytes: thumbnail, role: 'thumbnail', mime, feed },
      { sha256, bytes, role: 'photo', mime, feed },
    ],
    view: { sha256, thumbnailSha256, size: bytes.byteLength, document: null },
    madeOn: photo.takenOn ?? null,
  }
}

/** An app of before knows no names; it shows the caption in place of the picture. */
const captioned = (evidence: NewDocument): Target => ({
  ...evidence,
  caption: evidence.caption || evidence.document.name,
})

/** No field for a thumbnail at all: an app of before would ask the endpoint for one without a name. */
function documentContent({ feed, document: { sha256, mime, name, bytes } }: NewDocument): EvidenceContent {
  return {
    fields: { mime, name },
    blobs: [{ sha256, bytes, role: 'photo', mime, feed }],
    view: { sha256, thumbnailSha256: '', size: bytes.byteLength, document: { name, mime } },
    madeOn: null,
  }
}

const newView = (id: string, target: Target, content: EvidenceContent, takenAt: number) => ({
  id,
  of: target.of,
  deliverable: target.deliverable ?? null,
  caption: target.caption,
  takenAt,
  on: target.on ?? evidenceDay(content.madeOn, takenAt),
  location: 'on-device' as const,
})
