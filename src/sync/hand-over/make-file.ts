/**
 * Makes a file: for a carrier everything is in envelopes that only the endpoint opens; a team mate gets, beside them, a
 * readable copy of the feeds that are shared with them, under a pass phrase where the person wants that. What this device
 * carries for others goes along unchanged, and with it the wish for the work of others (HND-11, HND-12).
 */
import type { KeptExtra, KeptPass, KeptReceipt, KeptSection, NewSection } from '#data/contract/hand-over-contract.ts'
import type { SyncPosition } from '#data/contract/sync-store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import {
  type ExtraKind,
  type FileExtra,
  type FileHead,
  type FilePart,
  FILE_SUFFIX,
  MOST_FILE,
  writeHandOverFile,
} from '#protocol/hand-over/hand-over-file.ts'
import { askForNews } from './ask-for-news.ts'
import { carriedSections, loadParts, partOf } from './carried-sections.ts'
import { carriedExtras, extraOf, extraOfKept } from './file-extras.ts'
import { isLongEnough, lockWith } from './locked-copy.ts'
import { type HandOverParts, requirePass } from './hand-over-parts.ts'
import { ownPhotos, ownSections } from './own-sections.ts'

export interface FileWish {
  /** `origin`: receipts only, back to the devices they are for. */
  readonly audience: FileHead['audience']
  readonly withPhotos: boolean
  /** Feeds whose readable copies go in; only for team mates. */
  readonly feeds: readonly string[]
  /** Asks the endpoint for what is new in this device's feeds, to come back the same way. */
  readonly withAsk?: boolean
  /** Locks what a team mate may read; never what goes to the endpoint. */
  readonly phrase?: string
}

export interface MadeFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Own operations, own photos, sections carried for others, receipts. */
  readonly ops: number
  readonly photos: number
  readonly carried: number
  readonly receipts: number
  /** Wishes and answers, those of others included, and locked copies. */
  readonly asks: number
  readonly returns: number
  readonly locked: number
}

const goesAlong =
  ({ audience, feeds }: FileWish) =>
  ({ form, feed }: KeptSection): boolean =>
    form === 'envelope' || (audience === 'team' && feed !== null && feeds.includes(feed))

const isWantedBy =
  ({ audience, feeds }: FileWish) =>
  (feed: string): boolean =>
    audience === 'endpoint' || feeds.includes(feed)

/** Of photos that wait; one that goes along is enough. */
const MOST_LOOKED_AT = 300

interface Contents {
  readonly own: readonly KeptSection[]
  readonly carried: readonly KeptSection[]
  readonly photos: readonly NewSection[]
  readonly receipts: readonly KeptReceipt[]
}

async function gather(parts: HandOverParts, pass: KeptPass, wish: FileWish): Promise<Result<Contents, Problem>> {
  const receipts = await parts.store.receipts()
  if (wish.audience === 'origin') return ok({ own: [], carried: [], photos: [], receipts })
  const own = await ownSections(parts, pass)
  if (!own.ok) return own
  const carried = await carriedSections(parts)
  if (!carried.ok) return carried
  const form = wish.audience === 'team' ? 'plain' : 'envelope'
  const photos = wish.withPhotos ? await ownPhotos(parts, pass, form, isWantedBy(wish)) : ok([])
  if (!photos.ok) return photos
  return ok({
    own: own.value.filter(goesAlong(wish)),
    carried: carried.value.filter(goesAlong(wish)),
    photos: photos.value,
    receipts,
  })
}

/** Nothing to hand over is told as such, so that nobody drives thirty kilometres with an empty file. */
async function isEmpty(parts: HandOverParts, at: SyncPosition, wish: FileWish): Promise<Result<boolean, Problem>> {
  const [receipts, extras] = [await parts.store.receipts(), await parts.store.extras()]
  const isBack = wish.audience === 'origin'
  const goes = ({ kind, inc }: KeptExtra): boolean => (isBack ? kind === 'return' : kind === 'ask' && inc !== at.inc)
  if (receipts.length > 0 || extras.some(goes)) return ok(false)
  if (isBack) return ok(true)
  if (wish.withAsk === true || at.lastN > at.ack) return ok(false)
  const carried = await carriedSections(parts)
  if (!carried.ok) return carried
  const photos = wish.withPhotos ? await parts.sync.pendingBlobs(MOST_LOOKED_AT) : ok([])
  if (!photos.ok) return photos
  return ok(!carried.value.some(goesAlong(wish)) && !photos.value.some(({ feed }) => isWantedBy(wish)(feed)))
}

/** Wishes go to the endpoint and answers to their devices; what comes back is not carried there again. */
async function travellers(
  parts: HandOverParts,
  pass: KeptPass,
  at: SyncPosition,
  { audience, withAsk = false }: FileWish,
): Promise<Result<readonly FileExtra[], Problem>> {
  if (audience === 'origin') return ok((await carriedExtras(parts.store, 'return')).map(extraOfKept))
  const carried = await carriedExtras(parts.store, 'ask')
  const others = carried.filter(({ inc, origin }) => inc !== at.inc && origin !== at.replica).map(extraOfKept)
  const own = withAsk ? await askForNews(parts, pass, at) : null
  if (own === null) return ok(others)
  return own.ok ? ok([...others, own.value]) : own
}

interface Pieces {
  readonly open: readonly FilePart[]
  readonly locked: readonly FileExtra[]
}

/** Under a pass phrase nothing of a readable part is left in clear, not even whose it is. */
async function lockedApart(parts: HandOverParts, all: readonly FilePart[], { phrase }: FileWish): Promise<Pieces> {
  if (phrase === undefined) return { open: all, locked: [] }
  const readable = all.filter(({ entry }) => entry.form === 'plain')
  const lock = await lockWith(parts.stretch, phrase)
  const locked: FileExtra[] = []
  for (const { bytes } of readable) locked.push(await extraOf('locked', '', 0, await lock(bytes)))
  return { open: all.filter(({ entry }) => entry.form === 'envelope'), locked }
}

const sizeOf = (pieces: readonly { readonly bytes: Uint8Array }[]): number =>
  pieces.reduce((sum, { bytes }) => sum + bytes.length, 0)

const countKind = (extras: readonly FileExtra[], wanted: ExtraKind): number =>
  extras.filter(({ entry }) => entry.kind === wanted).length

const two = (n: number): string => String(n).padStart(2, '0')

/** `so-tay-a1-20261121-0930.sotay`: names of persons and places stay out of it. */
function fileNameOf(replica: string, ms: number): string {
  const at = new Date(ms)
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`
  return `so-tay-${replica}-${day}-${two(at.getHours())}${two(at.getMinutes())}${FILE_SUFFIX}`
}

const countOps = (own: readonly KeptSection[]): number =>
  own.filter(({ form }) => form === 'envelope').reduce((sum, { from, to }) => sum + to - from + 1, 0)

/**
 * `note` is called once it is known that there will be a file and before anything of it is made: what it writes goes along,
 * and a problem of it leaves no file (TRL-18).
 */
export async function makeFile(
  parts: HandOverParts,
  wish: FileWish,
  note: () => Promise<Problem | undefined> = async () => undefined,
): Promise<Result<MadeFile, Problem>> {
  const [pass, at] = [await requirePass(parts), await parts.sync.position()]
  if (!pass.ok) return pass
  if (!at.ok) return at
  if (wish.phrase !== undefined && !isLongEnough(wish.phrase)) return err({ code: 'hand-over.weak-phrase' })
  const empty = await isEmpty(parts, at.value, wish)
  if (!empty.ok) return empty
  if (empty.value) return err({ code: 'hand-over.nothing' })
  const refused = await note()
  if (refused) return err(refused)
  const gathered = await gather(parts, pass.value, wish)
  if (!gathered.ok) return gathered
  const travelling = await travellers(parts, pass.value, at.value, wish)
  return travelling.ok ? written(parts, wish, at.value, gathered.value, travelling.value) : travelling
}

async function written(
  parts: HandOverParts,
  wish: FileWish,
  { replica, inc }: SyncPosition,
  { own, carried, photos, receipts }: Contents,
  travelling: readonly FileExtra[],
): Promise<Result<MadeFile, Problem>> {
  const all = [...(await loadParts(parts, [...own, ...carried])), ...photos.map((photo) => partOf(photo, photo.bytes))]
  if (sizeOf(all) + sizeOf(travelling) > MOST_FILE) return err({ code: 'hand-over.too-large' })
  const { open, locked } = await lockedApart(parts, all, wish)
  const createdAt = parts.clock.now()
  const signed = receipts.map(({ text, signature }) => ({ text, signature }))
  const frame = { audience: wish.audience, maker: replica, inc, createdAt, receipts: signed }
  const bytes = writeHandOverFile(frame, open, [...travelling, ...locked])
  if (bytes.length > MOST_FILE) return err({ code: 'hand-over.too-large' })
  return ok({
    name: fileNameOf(replica, createdAt),
    bytes,
    ops: countOps(own),
    photos: photos.length,
    carried: carried.length,
    receipts: receipts.length,
    asks: countKind(travelling, 'ask'),
    returns: countKind(travelling, 'return'),
    locked: locked.length,
  })
}
