/** Pages of the trail as people read them: who may ask for which, and names put to the ids as they are today (TRL-13). */
import * as z from 'zod/mini'
import { mayAdminister } from '#domain/access/office-rights.ts'
import { maySeeTrail } from '#domain/access/trail-rights.ts'
import { feedId, parseFeed } from '#domain/change/feed.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import { coversOps, OFFICE_CHAIN, type StoredLink } from '#domain/trail/trail-link.ts'
import type { TrailAsked, TrailEntry, TrailPage } from '#protocol/trail-message.ts'
import { type Caller, feedsOf } from '#server/identity/caller.ts'
import type { LiveDirectory } from '#server/identity/live-directory.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import type { TrailBefore, TrailQuery } from '#server/store/trail-contract.ts'
import { activitiesBetween, logsWithin, noteOf } from './activity-notes.ts'

export interface TrailReading {
  readonly store: EndpointStore
  readonly directory: LiveDirectory
  readonly caller: Caller
  readonly nowMs: number
}

const PAGE = 50
const MOST_TOUCHES = 200

const beforeSchema = z.union([
  z.object({ place: z.object({ atMs: z.int(), chain: z.string(), num: z.int() }) }),
  z.object({ nums: z.record(z.string(), z.int()) }),
])

/** Undefined where the text is none of ours: then the first page is given. */
function readBefore(text: string | undefined): TrailBefore | undefined {
  try {
    const parsed = z.safeParse(beforeSchema, JSON.parse(text ?? ''))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** Where the page that follows these links begins. */
function nextBefore(links: readonly StoredLink[], { person, before }: Partial<TrailQuery>): TrailBefore {
  const last = links.at(-1)
  if (person !== undefined && last) return { place: { atMs: last.atMs, chain: last.chain, num: last.num } }
  return { nums: { ...before?.nums, ...Object.fromEntries(links.map(({ chain, num }) => [chain, num])) } }
}

/** What is asked of the store, or why not. */
function scopeOf({ caller, directory }: TrailReading, of: string): Result<Partial<TrailQuery>, Problem> {
  const { grants, today, account } = caller
  if (of === 'me') return ok({ person: account.id })
  if (of === OFFICE_CHAIN)
    return mayAdminister(grants, directory, today)
      ? ok({ chains: [OFFICE_CHAIN, ...logsWithin(grants, directory, today)] })
      : err({ code: 'access.forbidden' })
  if (!maySeeTrail(grants, of, directory, today)) return err({ code: 'access.forbidden' })
  return ok({ chains: [feedId(of, 'self'), feedId(of, 'audit'), feedId(of, 'pub'), feedId(of, 'log')] })
}

function detailOf(link: StoredLink): Pick<TrailEntry, 'detail'> {
  if (link.detail === null || coversOps(link.type)) return {}
  return { detail: JSON.parse(link.detail) as Record<string, unknown> }
}

class Naming {
  readonly #store: EndpointStore
  readonly #places: ReadonlyMap<string, string>
  readonly #names = new Map<string, string | undefined>()
  readonly #labels = new Map<string, string | undefined>()

  constructor({ store, directory }: TrailReading) {
    this.#store = store
    this.#places = new Map(directory.places.map(({ id, name }) => [id, name]))
  }

  async #account(id: string): Promise<string | undefined> {
    if (id === '') return undefined
    if (!this.#names.has(id)) this.#names.set(id, (await this.#store.accountById(id))?.displayName || undefined)
    return this.#names.get(id)
  }

  async #device(id: string): Promise<string | undefined> {
    if (id === '') return undefined
    if (!this.#labels.has(id)) this.#labels.set(id, (await this.#store.deviceById(id))?.label || undefined)
    return this.#labels.get(id)
  }

  /** What was exported and looked at, where the link covers such notes (TRL-18). */
  async #notes({ chain, firstSeq, lastSeq }: StoredLink): Promise<Pick<TrailEntry, 'detail'>> {
    if (lastSeq === 0 || parseFeed(chain)?.audience !== 'log') return {}
    const ops = await activitiesBetween(this.#store, chain, firstSeq, lastSeq)
    return { detail: { activities: ops.map((op) => noteOf(op, this.#places)) } }
  }

  async entry(link: StoredLink): Promise<TrailEntry> {
    const { chain, num, atMs, type, account, subject, device, place, firstSeq, lastSeq } = link
    const kinds = lastSeq > 0 ? await this.#store.kindsBetween(chain, firstSeq, lastSeq) : undefined
    const [accountName, subjectName] = [await this.#account(account), await this.#account(subject)]
    const [deviceLabel, placeName] = [await this.#device(device), this.#places.get(parseFeed(place)?.scope ?? place)]
    return {
      chain,
      num,
      atMs,
      type,
      account,
      subject,
      device,
      place,
      ...(accountName !== undefined && { accountName }),
      ...(subjectName !== undefined && { subjectName }),
      ...(deviceLabel !== undefined && { deviceLabel }),
      ...(placeName !== undefined && { placeName }),
      ...(kinds && { kinds }),
      ...detailOf(link),
      ...(await this.#notes(link)),
    }
  }
}

async function pageOf(
  reading: TrailReading,
  links: readonly StoredLink[],
  query: Partial<TrailQuery> & Pick<TrailQuery, 'limit'>,
): Promise<TrailPage> {
  const limit = query.limit - 1
  const naming = new Naming(reading)
  const shown = links.slice(0, limit)
  const entries: TrailEntry[] = []
  for (const link of shown) entries.push(await naming.entry(link))
  const next = links.length > limit ? JSON.stringify(nextBefore(shown, query)) : null
  return { nowMs: reading.nowMs, entries, next }
}

/** Everybody who reads a feed sees who wrote in a record of it, and to whom outside the commune it went. */
async function recordPage(
  reading: TrailReading,
  { feed = '', entity = '' }: TrailAsked,
): Promise<Result<TrailPage, Problem>> {
  const { store, caller, directory } = reading
  if (!feedsOf(caller, directory).includes(feed)) return err({ code: 'access.forbidden' })
  const touches = await store.touchesOf(feed, entity, MOST_TOUCHES)
  const [earliest] = touches.slice(-1)
  const looks = await store.trailPage({
    chains: [feed],
    types: ['handed-out'],
    limit: MOST_TOUCHES,
    ...(earliest && { fromMs: earliest.atMs }),
  })
  const written = touches.map(
    ({ seq, atMs, account, device, fields }): StoredLink => ({
      chain: feed,
      num: seq,
      atMs,
      type: 'written',
      account,
      subject: '',
      device,
      place: feed,
      firstSeq: 0,
      lastSeq: 0,
      commitment: '',
      prev: '',
      hash: '',
      salt: null,
      detail: JSON.stringify({ fields }),
    }),
  )
  const all = earliest ? [...written, ...looks].sort((a, b) => b.atMs - a.atMs) : []
  return ok(await pageOf(reading, all, { limit: 2 * MOST_TOUCHES + 1 }))
}

export async function readTrail(reading: TrailReading, asked: TrailAsked): Promise<Result<TrailPage, Problem>> {
  if (asked.of === 'record') return recordPage(reading, asked)
  const scope = scopeOf(reading, asked.of)
  if (!scope.ok) return scope
  const before = readBefore(asked.before)
  const query: TrailQuery = {
    ...scope.value,
    ...(asked.types && { types: asked.types.split(',') }),
    ...(asked.account && { account: asked.account }),
    ...(asked.from && { fromMs: Number(asked.from) }),
    ...(asked.until && { untilMs: Number(asked.until) }),
    ...(before && { before }),
    limit: PAGE + 1,
  }
  return ok(await pageOf(reading, await reading.store.trailPage(query), query))
}
