/**
 * How the wire came to be what it is, as data, the newest last. The endpoint takes pushes from every version since 1
 * (decision D6), so what stands here is never taken back: messages get optional fields and new forms beside the old ones.
 * `tests/migration` keeps what each version really sent and holds today's code to it; decision record 0009 has the rules.
 */
export interface ProtocolStep {
  readonly version: number
  /** Month it was published, `YYYY-MM`. */
  readonly since: string
  readonly what: string
}

export const protocolHistory: readonly ProtocolStep[] = [
  { version: 1, since: '2026-11', what: 'One request for push and pull, columnar batches, per-feed cursors.' },
  {
    version: 2,
    since: '2026-11',
    what:
      'Batches and snapshots in denser columns for whoever says to read them; what was decided about refused ' +
      'operations; which photos are safe; people and the history of places in the identity; hand-over files; ' +
      'one-time codes, new passwords, own devices, the proof of a device at a sign-in, grants that deputise; passkeys and a province’s own sign-in, the days a silent device is read, a forgotten store’s key; ' +
      'documents beside photos.',
  },
]
