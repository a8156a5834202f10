/**
 * A cursor as it travels: the epoch of its feed and the number in it as one whole number, which devices keep and send
 * back without looking into it. In the first epoch it is the number itself, as it always was. When the epoch of a feed
 * rises, every cursor given out before is void, and whoever reads the feed gets its records again, to merge (END-104).
 */
const EPOCH = 2 ** 40

export const cursorOf = ({ epoch, seq }: { readonly epoch: number; readonly seq: number }): number =>
  (epoch - 1) * EPOCH + seq

export const epochAndSeq = (cursor: number): { readonly epoch: number; readonly seq: number } => ({
  epoch: Math.floor(cursor / EPOCH) + 1,
  seq: cursor % EPOCH,
})
