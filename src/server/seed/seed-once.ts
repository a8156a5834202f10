/** Seeds an installation that was never seeded; the day of seeding is kept, and everything is relative to it (END-12). */
import process from 'node:process'
import type { Clock, RandomSource } from '#domain/kernel/clock.ts'
import { addDays } from '#domain/kernel/local-date.ts'
import { todayAt } from '#server/identity/caller.ts'
import { createPlaceDirectory } from '#server/identity/place-tree.ts'
import type { PasswordHasher } from '#server/session/password-hasher.ts'
import type { EndpointStore } from '#server/store/store-contract.ts'
import { createPassphrase, demoPeople, writeDemoAccounts } from './demo-accounts.ts'
import { demoPlaces } from './demo-places.ts'
import { demoRecords } from './demo-records.ts'
import { formerGrants, formerPlaces, formerUnitsChange, mergerRecords } from './seed-merger.ts'
import { writeRecords } from './seed-writer.ts'

export interface SeedParts {
  readonly store: EndpointStore
  readonly clock: Clock
  readonly random: RandomSource
  readonly passwords: PasswordHasher
}

const SEEDED_ON = 'seeded_on'
/** Grants began before the plan did. */
const GRANTED_DAYS_BEFORE = 200

export async function seedOnce({ store, clock, random, passwords }: SeedParts, dataDir: string): Promise<void> {
  if ((await store.setting(SEEDED_ON)) !== null) return
  const nowMs = clock.now()
  const today = todayAt(nowMs)
  const password = process.env.SOTAY_DEMO_PASSWORD ?? createPassphrase(random)
  const grantedOn = addDays(today, -GRANTED_DAYS_BEFORE)
  const people = demoPeople(await passwords.hash(password), grantedOn)
  const places = [...demoPlaces(), ...formerPlaces()]
  await store.savePlaces(places)
  await store.saveAccounts(people.accounts, [...people.grants, ...formerGrants(people, grantedOn)])
  const records = [...(await demoRecords(today, people)), ...mergerRecords(today, people)]
  await writeRecords(records, { store, directory: createPlaceDirectory(places), random, nowMs })
  await store.saveUnitChange(formerUnitsChange(people, grantedOn))
  writeDemoAccounts(dataDir, password)
  await store.saveSetting(SEEDED_ON, today)
}
