/** The data was written by a newer endpoint; opening it with this one could damage it. */
export class NewerStoreError extends Error {}
