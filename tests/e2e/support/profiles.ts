// The devices of one file's story: made as the story needs them, and all gone at its end.
import { Profile, type ProfileOptions, type Screen } from './profile.ts'

export class Profiles {
  readonly #made: Profile[] = []

  add(screen: Screen, extra: readonly string[] = [], options: ProfileOptions = {}): Profile {
    const profile = new Profile(screen, extra, options)
    this.#made.push(profile)
    return profile
  }

  async remove(): Promise<void> {
    for (const profile of this.#made.splice(0)) await profile.remove()
  }
}
