/**
 * Version of what client and endpoint say to each other. The endpoint accepts pushes from every version since 1
 * (decision D6); the history below is the only place where a change of the wire is explained.
 *
 * 1 (2026-11): first version. One request for push and pull, columnar batches, per-feed cursors.
 * 2 (2026-11): batches and snapshots in denser columns (`columns.ts`), for whoever says to read version 2; what was
 *   decided about refused operations; which photos are safe; people and the history of places in the identity.
 */
export const PROTOCOL_VERSION = 2
