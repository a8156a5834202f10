/**
 * The connections to PostgreSQL, and the one way to a transaction. Rows come as the SQLite store has them (text,
 * numbers and null), so that both read them with the same functions. Acknowledgements rest on COMMIT having reached
 * the disk (END-6): a session on which that is switched off gets it switched on again.
 */
import pg from 'pg'
import type { SqlRow } from '#server/store/sqlite/sqlite-surface.ts'

export type PostgresValue = string | number | null | readonly (string | number | null)[]

type Runner = Pick<pg.ClientBase, 'query'>

const BIGINT = pg.types.builtins.INT8
const CONNECTIONS = 10
const CONNECT_MS = 10_000

/** Every whole number of ours is within what a JavaScript number holds exactly. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((id: number, format?: 'text') =>
    id === BIGINT ? Number : pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
}

/** A session that lost its endpoint must not hold a feed's lock for ever. */
const SESSION = `SET idle_in_transaction_session_timeout = '60s';
  SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'`

/** The pool waits for what it returns; only its types do not say so. */
const prepareSession = ((client) => client.query(SESSION)) as (client: pg.ClientBase) => unknown as (
  client: pg.ClientBase,
) => void

/** PostgreSQL's text has no NUL. Ids with one are refused before (END-41); in a label it is replaced. */
const storable = (value: string | number | null): string | number | null =>
  typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value

const parameter = (value: PostgresValue): unknown =>
  typeof value === 'object' && value !== null ? value.map(storable) : storable(value)

/** Statements on one connection, or on whichever is free. */
export class Queries {
  readonly #runner: Runner

  constructor(runner: Runner) {
    this.#runner = runner
  }

  async rows(sql: string, ...values: readonly PostgresValue[]): Promise<SqlRow[]> {
    return (await this.#runner.query<SqlRow>(sql, values.map(parameter))).rows
  }

  async row(sql: string, ...values: readonly PostgresValue[]): Promise<SqlRow | undefined> {
    return (await this.rows(sql, ...values))[0]
  }

  /** Number of rows changed. */
  async run(sql: string, ...values: readonly PostgresValue[]): Promise<number> {
    return (await this.#runner.query(sql, values.map(parameter))).rowCount ?? 0
  }

  /** Several statements at once, without values. */
  async exec(sql: string): Promise<void> {
    await this.#runner.query(sql)
  }
}

async function commit(client: pg.PoolClient): Promise<void> {
  const { command } = await client.query('COMMIT')
  // PostgreSQL answers the COMMIT of a failed transaction with a rollback and no error.
  if (command !== 'COMMIT') throw new Error('the transaction was rolled back')
}

export class PostgresDatabase extends Queries {
  readonly #pool: pg.Pool

  constructor(connectionString: string) {
    const pool = new pg.Pool({
      connectionString,
      types,
      max: CONNECTIONS,
      connectionTimeoutMillis: CONNECT_MS,
      keepAlive: true,
      application_name: 'so-tay-iso-xa',
      onConnect: prepareSession,
    })
    super(pool)
    this.#pool = pool
    // An idle connection that breaks is replaced at the next request; without a listener it would end the process.
    pool.on('error', () => undefined)
  }

  /** Runs on one connection that nobody else uses meanwhile; it is thrown away where the work failed. */
  async onOneConnection<T>(work: (queries: Queries, client: pg.PoolClient) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect()
    let failure: Error | undefined
    const fail = (error: Error): void => void (failure = error)
    client.on('error', fail)
    try {
      return await work(new Queries(client), client)
    } catch (error) {
      failure ??= error instanceof Error ? error : new Error(String(error))
      throw error
    } finally {
      client.off('error', fail)
      client.release(failure)
    }
  }

  transaction<T>(work: (queries: Queries) => Promise<T>, begin = 'BEGIN'): Promise<T> {
    return this.onOneConnection(async (queries, client) => {
      await client.query(begin)
      let isDone = false
      try {
        const result = await work(queries)
        await commit(client)
        isDone = true
        return result
      } finally {
        if (!isDone) await client.query('ROLLBACK').catch(() => undefined)
      }
    })
  }

  async close(): Promise<void> {
    if (!this.#pool.ended && !this.#pool.ending) await this.#pool.end()
  }
}
