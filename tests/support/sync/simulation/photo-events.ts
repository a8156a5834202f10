/** What people do with photos: small made-up pictures, of which two devices now and then take the same. */
import { fieldValue, isDeleted } from '#domain/change/entity-state.ts'
import { blobRank } from '#data/photo-ledger.ts'
import { freeBytes } from '#data/photo-room.ts'
import type { DeviceEvent } from './device-events.ts'
import { gestureOf } from './gestures.ts'
import { save } from './save.ts'
import { sha256Of } from './sim-photos.ts'
import type { Actor } from './sim-world.ts'

const PICTURES = 60
const PHOTO_BYTES = 1_000
const THUMBNAIL_BYTES = 90

/** What a JPEG begins with. */
const JPEG = [0xff, 0xd8, 0xff, 0xe0]

const picture = (name: string, size: number): Uint8Array => {
  const text = `${name} `.repeat(Math.ceil(size / (name.length + 1))).slice(0, size)
  return Uint8Array.from([...JPEG, ...new TextEncoder().encode(text)])
}

const write: DeviceEvent = (world, actor) => save(world, actor, gestureOf(world.dice, actor.device.person))

/** Where the person may put evidence: drafts of the commune or of an audit. */
const placeFor = ({ device }: Actor) => device.person.writes.find(({ feed }) => /\/(self|audit)$/.test(feed))

export const photograph: DeviceEvent = (world, actor) => {
  const place = placeFor(actor)
  if (!place || !world.hasPhotos) return write(world, actor)
  const shot = world.dice.whole(1, PICTURES)
  const [bytes, thumbnail] = [picture(`photo ${shot}`, PHOTO_BYTES), picture(`thumbnail ${shot}`, THUMBNAIL_BYTES)]
  const [sha256, thumbnailSha256] = [sha256Of(bytes), sha256Of(thumbnail)]
  const [feed, mime] = [place.feed, 'image/jpeg']
  const takenAt = ++world.photos.taken
  const entity = `evi.${actor.device.name}.${takenAt}`
  const fields = {
    of: place.entities[0] ?? '',
    caption: '',
    sha256,
    thumbnailSha256,
    mime,
    size: bytes.length,
    takenAt,
  }
  const blobs = [
    { sha256: thumbnailSha256, bytes: thumbnail, role: 'thumbnail', mime, feed },
    { sha256, bytes, role: 'photo', mime, feed },
  ] as const
  const isSaved = (): void => {
    if (world.photos.saved.has(sha256)) world.count('photoTakenTwice')
    for (const sha of [sha256, thumbnailSha256]) world.photos.noteSaved(sha)
  }
  save(world, actor, [{ feed, kind: 'evidence', entity, fields }], isSaved, { blobs })
}

export const removePhoto: DeviceEvent = (world, actor) => {
  const feed = placeFor(actor)?.feed
  const rows = actor.device.entities().filter((row) => row.kind === 'evidence' && row.feed === feed)
  const alive = rows.filter(({ box }) => !isDeleted(box))
  if (alive.length === 0 || feed === undefined) return
  const { e, box } = world.dice.pick(alive)
  world.count('photoRecordRemoved')
  for (const field of ['sha256', 'thumbnailSha256']) {
    const sha = fieldValue(box, field)
    if (typeof sha === 'string') world.photos.removed.add(sha)
  }
  save(world, actor, [{ feed, kind: 'evidence', entity: e, isRemoval: true }])
}

/** The disk is nearly full: what is safe elsewhere makes room, and nothing else. */
export const makeRoom: DeviceEvent = async (world, actor) => {
  if (!world.hasPhotos) return write(world, actor)
  const { device } = actor
  const before = device.photos()
  const { connection } = device.life
  const freed = world.start(actor, () => connection.run((db) => freeBytes(db, PHOTO_BYTES)))
  await world.until(freed)
  const after = device.photos()
  const gone = [...before].filter(([sha]) => !after.has(sha))
  for (const [sha, { rank, isOwn }] of gone) {
    const isKeptElsewhere = world.endpoint.photos.copies.has(sha)
    if (isOwn && rank !== blobRank.withdrawn && !isKeptElsewhere)
      throw new Error(`I10: ${device.name} gave up ${sha} (${rank}), of which no backup has a copy`)
    world.count('photoFreed')
  }
}
