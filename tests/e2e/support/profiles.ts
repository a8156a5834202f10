// The devices of one file's story: made as the story needs them, and all gone at its end.
import { Profile, type Screen } from './profile.ts'

export class Profiles {
  readonly #made: Profile[] = []

  add(screen: Screen, extra: readonly string[] = []): Profile {
    const profile = new Profile(screen, extra)
    this.#made.push(profile)
    return profile
  }

  async remove(): Promise<void> {
    for (const profile of this.#made) await profile.remove()
  }
}
