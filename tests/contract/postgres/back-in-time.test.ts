import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { emptyDatabase, sql } from '#support/postgres/databases.ts'
import { openedPostgres } from '#support/postgres/opened-store.ts'
import { startPostgres } from '#support/postgres/postgres-cluster.ts'
import { enrol, FEED, fill, opOf, opsOf, push } from '../store/store-records.ts'

const nameOf = (url: string): string => new URL(url).pathname.slice(1)

/** Puts a copy in the place of a database whose endpoint keeps running, as loading a dump does. */
async function putBack(url: string, copy: string): Promise<void> {
  const server = new URL(url)
  server.pathname = '/postgres'
  await sql(server.href, `DROP DATABASE ${nameOf(url)} WITH (FORCE)`)
  await sql(server.href, `CREATE DATABASE ${nameOf(url)} TEMPLATE ${nameOf(copy)}`)
}

describe('a database that went back in time', () => {
  it('END-43: loaded from a dump has a new incarnation, which stays', async () => {
    const url = await emptyDatabase()
    const original = await openedPostgres(url)
    const before = await original.store.incarnation()
    await original.close()
    const copy = await emptyDatabase(undefined, nameOf(url))
    const loaded = await openedPostgres(copy)
    const after = await loaded.store.incarnation()
    expect(after).not.toBe(before)
    await loaded.close()
    expect(await (await openedPostgres(copy)).store.incarnation()).toBe(after)
    expect(await (await openedPostgres(url)).store.incarnation()).toBe(before)
  })

  it('END-43: is noticed by endpoints that keep running, and they agree', async () => {
    const url = await emptyDatabase()
    const first = await openedPostgres(url)
    await fill(first.store)
    const device = await enrol(first.store)
    await push(first.store, device, opsOf(device, 1, 3))
    const [before, second] = [await first.store.incarnation(), await openedPostgres(url)]
    await second.close()
    await first.close()
    const earlier = await emptyDatabase(undefined, nameOf(url))
    const running = [await openedPostgres(url), await openedPostgres(url)] as const
    await push(running[0].store, device, opsOf(device, 4, 5))
    await putBack(url, earlier)
    const answers = await Promise.all(running.map(({ store }) => store.incarnation().catch(() => store.incarnation())))
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).not.toBe(before)
    const outcome = await push(running[1].store, device, [opOf(device, 6)])
    expect(outcome).toEqual({ type: 'stored', ack: 3, safe: 0, expect: 4 })
  })

  it('END-43: by a disk image is noticed by what the endpoint noted on its own disk', async () => {
    const url = await emptyDatabase()
    const first = await openedPostgres(url)
    const before = await first.store.incarnation()
    await first.close()
    const file = path.join(first.folder, 'postgres-seen.json')
    const seen = JSON.parse(readFileSync(file, 'utf8')) as { position: number }
    expect(await (await openedPostgres(url, first.folder)).store.incarnation()).toBe(before)
    writeFileSync(file, JSON.stringify({ ...seen, position: seen.position + 1_000_000_000 }))
    expect(await (await openedPostgres(url, first.folder)).store.incarnation()).not.toBe(before)
  })

  it('END-43: needs no rights beyond those of an owner', async () => {
    const url = await emptyDatabase()
    const role = `owner_of_${nameOf(url)}`
    const server = new URL(url)
    await sql(
      url,
      `CREATE ROLE ${role} LOGIN PASSWORD 'x'; ALTER DATABASE ${nameOf(url)} OWNER TO ${role}; GRANT ALL ON SCHEMA public TO ${role}`,
    )
    const owner = new URL(url)
    owner.username = role
    owner.password = 'x'
    const { store, close } = await openedPostgres(owner.href)
    expect(await store.incarnation()).toMatch(/^[\w-]{12}$/)
    await close()
    server.pathname = '/postgres'
    await sql(url, `REASSIGN OWNED BY ${role} TO postgres; DROP OWNED BY ${role}`)
    await sql(server.href, `DROP ROLE ${role}`)
  })
})

describe('a server of its own', () => {
  it('END-6, END-43: keeps what was acknowledged over a crash, as the same incarnation; recovery makes a new one', async () => {
    const cluster = await startPostgres()
    onTestFinished(() => cluster.stop())
    const { store } = await openedPostgres(cluster.urlOf('postgres'))
    await fill(store)
    const device = await enrol(store)
    const before = await store.incarnation()
    expect(await push(store, device, opsOf(device, 1, 5))).toMatchObject({ ack: 5 })
    await cluster.crash()
    expect(await store.incarnation()).toBe(before)
    expect((await store.pull(FEED, 0, 'nobody', 9999)).ops).toHaveLength(5)
    await cluster.recover()
    expect(await store.incarnation()).not.toBe(before)
    expect(await push(store, device, [opOf(device, 6)])).toMatchObject({ ack: 6 })
  })
})
