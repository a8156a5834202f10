// At a cold start the device's database is asked who was last at work, and only then that person's store is opened: two
// waits one after the other. A small setting remembers which store it was, so that both are opened at once. It is a guess:
// the database decides, and a store that was opened for nothing is closed unused.
import type { OpenedPersonStore } from '#data/open-person-store.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import { keepSetting, readSetting } from '#app/platform/device-settings.ts'
import { openStore } from './open-session.ts'

type Opening = Promise<Result<OpenedPersonStore, Problem>>

/** The opening under way, as the last argument of `openSession`, or nothing. */
export type EarlyStore = [] | [Opening]

export interface EarlyOpening {
  /** What was opened ahead, if it is this person's store; any other is closed. */
  for(storeId: string): EarlyStore
  /** Nobody is at work: whatever was opened is closed, and not guessed again. */
  drop(): void
}

export function openEarly(): EarlyOpening {
  const guessed = readSetting('last-store')
  const opening = guessed ? openStore(guessed, null) : undefined
  // Whoever takes it hears of a failure; until then, and if nobody does, it is no defect.
  opening?.catch(() => {})
  const drop = (): void => {
    keepSetting('last-store', null)
    void opening?.then(
      (opened) => opened.ok && opened.value.close(),
      () => {},
    )
  }
  return {
    for(storeId) {
      if (opening && guessed === storeId) return [opening]
      drop()
      return []
    },
    drop,
  }
}
