/** Version of what client and endpoint say to each other; every version is explained in `protocol-history.ts`. */
export const PROTOCOL_VERSION = 2

/** Whether whoever speaks this version reads batches and snapshots in columns. */
export const readsColumns = (version: number | undefined): boolean => (version ?? 1) >= 2
