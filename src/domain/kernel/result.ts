/**
 * A failure the caller is expected to handle travels as a value, never as an exception.
 * Exceptions are left for defects: states that the code promises cannot happen.
 */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E }

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value })

export const err = <E>(error: E): Result<never, E> => ({ ok: false, error })

/** Closes a `switch` over a union: does not compile while a member is unhandled. */
export function assertNever(value: never): never {
  throw new Error(`unhandled member: ${JSON.stringify(value)}`)
}
