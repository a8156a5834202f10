/** Empty databases on the tests' server, dropped with the test; and what is to be seen or done in one by hand. */
import pg from 'pg'
import { inject, onTestFinished } from 'vitest'

let count = 0

export async function inDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export const sql = (url: string, text: string, values: readonly unknown[] = []): Promise<pg.QueryResult> =>
  inDatabase(url, (client) => client.query(text, [...values]))

function testServer(): string {
  const server = inject('postgres')
  if ('reason' in server) throw new Error(server.reason)
  return server.url
}

export async function emptyDatabase(server = testServer(), like = 'template0'): Promise<string> {
  const name = `t_${process.pid}_${++count}`
  await sql(server, `CREATE DATABASE ${name} TEMPLATE ${like}`)
  onTestFinished(async () => {
    await sql(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  })
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
