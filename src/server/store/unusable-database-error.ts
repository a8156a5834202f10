/** The database named is none that we can use, cannot be reached, or does not let us in. Never says a password. */
export class UnusableDatabaseError extends Error {}
