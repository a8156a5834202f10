/**
 * What an error looks like in the log. Its place in the program always; its words only where the system or the
 * database wrote them, because words of our own or of a parser may quote what somebody typed (END-58).
 */
export interface ErrorLine {
  readonly error: string
  readonly code?: string
  readonly words?: string
  readonly at: readonly string[]
}

const FRAMES = 12
/** Codes of Node's system errors and of the database's own; their words name files and tables. */
const SYSTEM_CODE = /^(?:E[A-Z]+|ERR_[A-Z_]+|SQLITE_[A-Z_]+)$/

export function errorLine(error: unknown): ErrorLine {
  if (!(error instanceof Error)) return { error: typeof error, at: [] }
  const { code } = error as { code?: unknown }
  const known = typeof code === 'string' && SYSTEM_CODE.test(code) ? { code, words: error.message } : {}
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return { error: error.name, ...known, at: frames.slice(0, FRAMES).map((line) => line.trim()) }
}
