/**
 * Where two people wrote the same place differently, one says which holds. Of answers that is whoever leads the round or
 * the filling they belong to: who answers beside others must not settle over them. Kept apart from the table because it
 * asks it about another kind than the one that is written.
 */
const leadOf: ReadonlyMap<string, string> = new Map([
  ['answer', 'assessment'],
  ['filling-answer', 'filling'],
])

/** Whoever asks, with what the table allows them. */
interface Asking {
  may(kind: string, feed: string): boolean
}

/** Whether a person may choose in a conflict of that kind in that feed. Rule ACC-19. */
export const mayChooseBetween = (person: Asking, kind: string, feed: string): boolean =>
  person.may(leadOf.get(kind) ?? kind, feed)
