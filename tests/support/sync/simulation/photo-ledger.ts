/** Photos whose record was said to be saved, and invariant I10: each resolves to its bytes, and none leaves too early. */
import { blobRank } from '#data/photo-ledger.ts'
import { fieldValue, isDeleted, type Registers } from '#domain/change/entity-state.ts'
import type { SimWorld } from './sim-world.ts'
import { sha256Of } from './sim-photos.ts'

export class PhotoLedger {
  taken = 0
  /** Hashes of photos and thumbnails saved on some device. */
  readonly saved = new Set<string>()
  /** Named by a record that somebody took away: its bytes go in the end. */
  readonly removed = new Set<string>()
  /** They were on one disk only, and that is no more. */
  readonly lost = new Set<string>()
  /** On no disk of a device any more, because that was lost or put back, while no backup had a copy yet. */
  readonly #offDisk = new Set<string>()

  /** After a disk was lost or put back. */
  noteLost(world: SimWorld): void {
    const { copies } = world.endpoint.photos
    const [here, held] = [somewhere(world), new Set(onDevices(world))]
    for (const sha of this.saved) {
      if (!here.has(sha)) this.lost.add(sha)
      if (!held.has(sha) && !copies.has(sha)) this.#offDisk.add(sha)
    }
  }

  /** After the endpoint lost its data folder: what its device had lost before and no backup had copied is nowhere. */
  noteForgotten(world: SimWorld): void {
    const here = somewhere(world)
    for (const sha of this.#offDisk) if (!here.has(sha)) this.lost.add(sha)
  }

  /** The picture was taken again. */
  noteSaved(sha: string): void {
    this.saved.add(sha)
    for (const before of [this.lost, this.removed, this.#offDisk]) before.delete(sha)
  }

  /** At every moment: what was saved is at the endpoint or on the device that took it; what may be freed has a copy. */
  check(world: SimWorld): void {
    if (!world.hasPhotos) return
    const { live, copies } = world.endpoint.photos
    for (const { device } of world.actors)
      for (const [sha, { isOwn, rank }] of device.photos())
        if (isOwn && rank === blobRank.safe && !copies.has(sha))
          throw new Error(`I10: ${device.name} may give up ${sha}, of which no backup has a copy`)
    const away = [...this.saved].filter((sha) => !live.has(sha) && !copies.has(sha))
    if (away.length === 0) return
    const here = somewhere(world)
    for (const sha of away)
      if (!this.removed.has(sha) && !this.lost.has(sha) && !here.has(sha))
        throw new Error(`I10: the bytes of ${sha} are nowhere`)
  }

  /** At rest: every living record that somebody can still send bytes for has them at the endpoint, and right. */
  async checkResolved(world: SimWorld, records: Iterable<Registers>, mayBeStuck: (name: string) => boolean) {
    const { photos, store } = world.endpoint
    for (const regs of records) {
      if (isDeleted(regs)) continue
      for (const field of ['sha256', 'thumbnailSha256']) {
        const sha = fieldValue(regs, field)
        if (typeof sha !== 'string' || !this.saved.has(sha) || this.lost.has(sha)) continue
        const bytes = photos.live.get(sha)
        if (bytes && sha256Of(bytes) === sha && (await store.blob(sha))) continue
        const holders = holdersOf(world, sha).filter((name) => !mayBeStuck(name))
        if (holders.length > 0) throw new Error(`I10: ${field} ${sha} is on ${holders.join()} and not at the endpoint`)
        if (holdersOf(world, sha).length === 0 && !this.removed.has(sha))
          throw new Error(`I10: ${field} ${sha} is named and nowhere`)
      }
    }
  }
}

/** Devices that took the photo themselves and have it still. */
const holdersOf = (world: SimWorld, sha: string): readonly string[] =>
  world.actors.filter(({ device }) => device.photos().get(sha)?.isOwn).map(({ device }) => device.name)

/** What is on the devices that took it. */
const onDevices = ({ actors }: SimWorld): readonly string[] =>
  actors.flatMap(({ device }) => [...device.photos()].flatMap(([sha, { isOwn }]) => (isOwn ? [sha] : [])))

/** What the endpoint has, its copies included, and what is on the devices that took it. */
const somewhere = (world: SimWorld): ReadonlySet<string> => {
  const { live, copies } = world.endpoint.photos
  return new Set([...live.keys(), ...copies.keys(), ...onDevices(world)])
}
