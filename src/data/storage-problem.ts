/**
 * Turns what IndexedDB and Dexie throw into problems a person can act upon. The cause may lie several errors deep:
 * a full disk often shows up as an aborted transaction. What is no storage error is a defect and is thrown on.
 */
import type { Problem, ProblemCode } from '#domain/kernel/problem-catalogue.ts'

const codesByErrorName: Readonly<Record<string, ProblemCode>> = {
  QuotaExceededError: 'storage.full',
  VersionError: 'storage.newer-version',
  DatabaseClosedError: 'storage.closed',
  InvalidStateError: 'storage.closed',
  MissingAPIError: 'storage.closed',
  OpenFailedError: 'storage.closed',
  TransactionInactiveError: 'storage.closed',
  UnknownError: 'storage.failed',
  AbortError: 'storage.failed',
  BulkError: 'storage.failed',
  ModifyError: 'storage.failed',
  ConstraintError: 'storage.failed',
  DataError: 'storage.failed',
  DataCloneError: 'storage.failed',
  InternalError: 'storage.failed',
  NotFoundError: 'storage.failed',
  NotReadableError: 'storage.failed',
  ReadOnlyError: 'storage.failed',
  TimeoutError: 'storage.failed',
  PrematureCommitError: 'storage.failed',
}

interface NestedError {
  readonly name?: string
  readonly inner?: unknown
  readonly cause?: unknown
  readonly failures?: readonly unknown[]
}

function chainOf(error: unknown, depth = 0): readonly NestedError[] {
  if (typeof error !== 'object' || error === null || depth > 5) return []
  const nested = error as NestedError
  const inner = [nested.inner, nested.cause, ...(Array.isArray(nested.failures) ? nested.failures.slice(0, 3) : [])]
  return [nested, ...inner.flatMap((one) => chainOf(one, depth + 1))]
}

/** The most telling cause first: a full disk or a newer version outweighs the abort it led to. */
const tellingOrder: readonly ProblemCode[] = [
  'storage.full',
  'storage.newer-version',
  'storage.closed',
  'storage.failed',
]

/** Undefined for an error that does not come from the database. */
export function storageProblem(error: unknown): Problem | undefined {
  const codes = chainOf(error).map(({ name }) => codesByErrorName[name ?? ''])
  const code = tellingOrder.find((candidate) => codes.includes(candidate))
  return code === undefined ? undefined : { code }
}

/** Errors after which a fresh connection may help: closed, or lost as Safari does after a while in the background. */
const connectionErrors: readonly string[] = [
  'DatabaseClosedError',
  'InvalidStateError',
  'UnknownError',
  'OpenFailedError',
]

export const isConnectionLost = (error: unknown): boolean =>
  storageProblem(error)?.code !== 'storage.newer-version' &&
  chainOf(error).some(({ name }) => connectionErrors.includes(name ?? ''))
