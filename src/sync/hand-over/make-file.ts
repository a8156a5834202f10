/**
 * Makes a file: for a carrier everything is in envelopes that only the endpoint opens; a team mate gets, beside them, a
 * readable copy of the feeds that are shared with them. What this device carries for others goes along unchanged.
 */
import type { KeptPass, KeptReceipt, KeptSection, NewSection } from '#data/contract/hand-over-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { type FileHead, FILE_SUFFIX, MOST_FILE, writeHandOverFile } from '#protocol/hand-over/hand-over-file.ts'
import { carriedSections, loadParts, partOf } from './carried-sections.ts'
import { type HandOverParts, requirePass } from './hand-over-parts.ts'
import { ownPhotos, ownSections } from './own-sections.ts'

export interface FileWish {
  /** `origin`: receipts only, back to the devices they are for. */
  readonly audience: FileHead['audience']
  readonly withPhotos: boolean
  /** Feeds whose readable copies go in; only for team mates. */
  readonly feeds: readonly string[]
}

export interface MadeFile {
  readonly name: string
  readonly bytes: Uint8Array<ArrayBuffer>
  /** Own operations, own photos, sections carried for others, receipts. */
  readonly ops: number
  readonly photos: number
  readonly carried: number
  readonly receipts: number
}

const goesAlong =
  ({ audience, feeds }: FileWish) =>
  ({ form, feed }: KeptSection): boolean =>
    form === 'envelope' || (audience === 'team' && feed !== null && feeds.includes(feed))

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
  const isWanted = (feed: string): boolean => wish.audience === 'endpoint' || wish.feeds.includes(feed)
  const photos = wish.withPhotos ? await ownPhotos(parts, pass, form, isWanted) : ok([])
  if (!photos.ok) return photos
  return ok({
    own: own.value.filter(goesAlong(wish)),
    carried: carried.value.filter(goesAlong(wish)),
    photos: photos.value,
    receipts,
  })
}

/** Nothing to hand over is told as such, so that nobody drives thirty kilometres with an empty file. */
async function isEmpty(
  parts: HandOverParts,
  { carried, photos, receipts }: Contents,
  wish: FileWish,
): Promise<boolean> {
  if (carried.length > 0 || photos.length > 0 || receipts.length > 0) return false
  const at = await parts.sync.position()
  return wish.audience === 'origin' || (at.ok && at.value.lastN <= at.value.ack)
}

const two = (n: number): string => String(n).padStart(2, '0')

/** `so-tay-a1-20261121-0930.sotay`: names of persons and places stay out of it. */
function fileNameOf(replica: string, ms: number): string {
  const at = new Date(ms)
  const day = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`
  return `so-tay-${replica}-${day}-${two(at.getHours())}${two(at.getMinutes())}${FILE_SUFFIX}`
}

const countOps = (own: readonly KeptSection[]): number =>
  own.filter(({ form }) => form === 'envelope').reduce((sum, { from, to }) => sum + to - from + 1, 0)

export async function makeFile(parts: HandOverParts, wish: FileWish): Promise<Result<MadeFile, Problem>> {
  const [pass, at] = [await requirePass(parts), await parts.sync.position()]
  if (!pass.ok) return pass
  if (!at.ok) return at
  const gathered = await gather(parts, pass.value, wish)
  if (!gathered.ok) return gathered
  const { own, carried, photos, receipts } = gathered.value
  if (await isEmpty(parts, gathered.value, wish)) return err({ code: 'hand-over.nothing' })
  const all = [...(await loadParts(parts, [...own, ...carried])), ...photos.map((photo) => partOf(photo, photo.bytes))]
  if (all.reduce((sum, { bytes }) => sum + bytes.length, 0) > MOST_FILE) return err({ code: 'hand-over.too-large' })
  const { replica, inc } = at.value
  const createdAt = parts.clock.now()
  const signed = receipts.map(({ text, signature }) => ({ text, signature }))
  const bytes = writeHandOverFile({ audience: wish.audience, maker: replica, inc, createdAt, receipts: signed }, all)
  const counts = { ops: countOps(own), photos: photos.length, carried: carried.length, receipts: receipts.length }
  return ok({ name: fileNameOf(replica, createdAt), bytes, ...counts })
}
