/** The data of this SQLite file lives in PostgreSQL now; what was written here would be lost. */
export class MovedStoreError extends Error {}
