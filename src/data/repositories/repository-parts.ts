/** What every repository is made of. Reading goes to the database directly, so that live queries see what was read. */
import type { Clock, Hasher, RandomSource } from '#domain/kernel/clock.ts'
import { type LocalDate, localDateAt, VIETNAM_OFFSET_MINUTES } from '#domain/kernel/local-date.ts'
import { createUuidV7 } from '#domain/kernel/uuid-v7.ts'
import type { Commit } from '#data/commit.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import type { LocalDatabase } from '#data/local-database.ts'
import type { LearntRoom } from '#data/learnt-room.ts'
import type { StorageEstimate } from '#data/photo-room.ts'

export interface RepositoryParts {
  readonly db: LocalDatabase
  readonly commit: Commit
  readonly identity: () => StoredIdentity
  readonly clock: Clock
  readonly random: RandomSource
  readonly hasher: Hasher
  readonly storageEstimate: StorageEstimate
  readonly learntRoom: LearntRoom
}

export const newId = ({ clock, random }: Pick<RepositoryParts, 'clock' | 'random'>): string =>
  createUuidV7(clock, random)

export const todayOf = ({ clock }: Pick<RepositoryParts, 'clock'>): LocalDate =>
  localDateAt(clock.now(), VIETNAM_OFFSET_MINUTES)
