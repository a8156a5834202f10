/**
 * The directory every request asks: places, and who shares a feed with whom. It is kept in memory and read again when
 * the database says that somebody changed something, also through another endpoint (END-35). Whoever is let in
 * refreshes it first, so no request is judged by the places or people of before.
 */

import { rightsOf } from '#domain/access/access-table.ts'
import { feedsOfGrant } from '#domain/access/feed-access.ts'
import type { Grant } from '#domain/access/role.ts'
import { parseFeed } from '#domain/change/feed.ts'

import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { IdentityStore } from '#server/store/store-contract.ts'
import { createPlaceDirectory, type PlaceDirectory, withSuccessors } from './place-tree.ts'

/** A position, as it may be named to others: nothing else about a person leaves the endpoint. */
interface PersonName {
  readonly id: string
  readonly displayName: string
}

export interface PeopleDirectory {
  /** Who writes in one of these feeds, or did; each once, by id (END-36). */
  peopleIn(feeds: readonly string[]): readonly PersonName[]
}

export interface LiveDirectory extends PlaceDirectory, PeopleDirectory {
  /** Days of silence after which a device is read no further, where this installation says so (DAT-36). */
  readonly readDays?: number | undefined
  refresh(): Promise<void>
}

type Source = Pick<IdentityStore, 'accounts' | 'grants' | 'places' | 'successions' | 'identityVersion'>

interface Known {
  readonly directory: PlaceDirectory
  readonly people: ReadonlyMap<string, readonly PersonName[]>
}

/** Late enough for every succession to count: who shared a feed once is named in its records for ever. */
const EVER = '9999-12-31' as LocalDate

/** Readers leave no trace in records, so nobody needs their names. */
function feedsWritten(grant: Grant, directory: PlaceDirectory): readonly string[] {
  const audiences = new Set<string>(rightsOf(grant.role).writes.map(([, audience]) => audience))
  return feedsOfGrant(grant, directory, EVER).filter((feed) => audiences.has(parseFeed(feed)?.audience ?? ''))
}

async function readPeople(store: Source, directory: PlaceDirectory): Promise<Known['people']> {
  const names = new Map((await store.accounts()).map(({ id, displayName }) => [id, { id, displayName }]))
  const byFeed = new Map<string, Map<string, PersonName>>()
  for (const grant of await store.grants()) {
    const person = names.get(grant.account)
    if (!person) continue

    for (const feed of feedsWritten(grant, directory))
      byFeed.set(feed, (byFeed.get(feed) ?? new Map<string, PersonName>()).set(person.id, person))
  }
  return new Map([...byFeed].map(([feed, people]) => [feed, [...people.values()]]))
}

async function readAll(store: Source, version: string): Promise<Known> {
  const directory = createPlaceDirectory(withSuccessors(await store.places(), await store.successions()), version)
  return { directory, people: await readPeople(store, directory) }
}

export async function openLiveDirectory(store: Source, readDays?: number): Promise<LiveDirectory> {
  let known = await readAll(store, await store.identityVersion())
  return {
    readDays,
    get places() {
      return known.directory.places
    },
    get version() {
      return known.directory.version
    },
    communesIn: (scope) => known.directory.communesIn(scope),
    provinceOf: (scope) => known.directory.provinceOf(scope),
    predecessorsOf: (commune, on) => known.directory.predecessorsOf?.(commune, on) ?? [],
    frozenFrom: (scope) => known.directory.frozenFrom?.(scope),
    around: (scope) => known.directory.around(scope),
    refresh: async () => {
      const version = await store.identityVersion()
      if (version !== known.directory.version) known = await readAll(store, version)
    },
    peopleIn: (feeds) => {
      const found = new Map<string, PersonName>()
      for (const feed of feeds) for (const person of known.people.get(feed) ?? []) found.set(person.id, person)
      return [...found.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
    },
  }
}
