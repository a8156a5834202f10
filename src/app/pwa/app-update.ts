// A new version of the app, from "it is there" to "it runs": offered, agreed to by the person, and put in place only
// when nobody is typing. Old and new versions read the same database, so it may also wait for days.
import { whenNotTyping } from './typing-guard.ts'

export type UpdateState = 'none' | 'offered' | 'postponed' | 'agreed'

export interface AppUpdate {
  state(): UpdateState
  subscribe(listener: () => void): () => void
  /** The worker found a version that waits; `activate` puts it in place. */
  offer(activate: () => void): void
  agree(): void
  postpone(): void
}

export function createAppUpdate(page: Document): AppUpdate {
  const listeners = new Set<() => void>()
  let state: UpdateState = 'none'
  let activate: () => void = () => {}
  const become = (next: UpdateState): void => {
    state = next
    for (const listener of listeners) listener()
  }
  return {
    state: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    offer(how) {
      activate = how
      if (state !== 'agreed') become('offered')
    },
    agree() {
      become('agreed')
      whenNotTyping(page, () => activate())
    },
    postpone: () => become('postponed'),
  }
}
