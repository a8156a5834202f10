// Who wants to know when a place changed, by the name of the place.

export class Listeners {
  readonly #byName = new Map<string, Set<() => void>>()

  add(name: string, listener: () => void): () => void {
    const known = this.#byName.get(name) ?? new Set()
    this.#byName.set(name, known.add(listener))
    return () => {
      known.delete(listener)
      if (known.size === 0 && this.#byName.get(name) === known) this.#byName.delete(name)
    }
  }

  tell(names: readonly string[]): void {
    for (const name of new Set(names)) {
      for (const listener of Array.from(this.#byName.get(name) ?? [])) listener()
    }
  }
}
