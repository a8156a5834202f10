import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paths } from '#protocol/paths.ts'
import { sessionSchema } from '#protocol/session-message.ts'
import { CARE_SETTINGS } from '#server/care/care-settings.ts'
import { createEndpoint, type Endpoint } from '#server/create-endpoint.ts'
import { explainStart } from '#server/explain-start.ts'
import { createDeviceKeyPair } from '#support/endpoint/device-key-pair.ts'
import { CHEAP } from '#support/endpoint/edges.ts'
import { tempFolder } from '#support/endpoint/temp-folder.ts'

const run = promisify(execFile)
const settings = { port: 4180, host: '127.0.0.1', dataDir: 'du-lieu', demo: true }

const failureOf = async (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  )

describe('an endpoint that listens', () => {
  let endpoint: Endpoint
  let address: string
  beforeAll(async () => {
    const care = { ...CARE_SETTINGS, summaryMinutes: null }
    endpoint = await createEndpoint({ dataDir: tempFolder(), demo: true, logger: false, passwordCost: CHEAP, care })
    address = await endpoint.listen(0, '127.0.0.1')
  })
  afterAll(() => endpoint.close())

  const curl = async (...args: readonly string[]): Promise<string> =>
    (await run('curl', ['-s', '-m', '10', ...args])).stdout

  it('END-7: lets a demonstration account in over the network, and nobody with a wrong password', async () => {
    const [account] = endpoint.demoAccounts
    const body = (password: string): string =>
      JSON.stringify({
        username: account?.username,
        password,
        deviceLabel: 'curl',
        deviceKey: createDeviceKeyPair().publicKey,
        replica: null,
      })
    const post = (text: string): Promise<string> =>
      curl('-H', 'content-type: application/json', '-d', text, address + paths.signIn)
    const session = sessionSchema.parse(JSON.parse(await post(body(account?.password ?? ''))))
    expect(session.identity.account.displayName).toBe('Thư ký ISO xã Đoàn Kết')
    expect(JSON.parse(await post(body('sai')))).toEqual({ code: 'auth.wrong-credentials' })
  })

  it('END-6: tells devices that the seeded operations are safe, because a backup was verified at the start', async () => {
    const [account] = endpoint.demoAccounts
    const admin = endpoint.demoAccounts.find(({ role }) => role === 'administrator')
    const payload = {
      username: admin?.username,
      password: account?.password,
      deviceLabel: '',
      deviceKey: createDeviceKeyPair().publicKey,
      replica: null,
    }
    const { token } = (await endpoint.inject({ method: 'POST', url: paths.signIn, payload })).json<{ token: string }>()
    const overview = await endpoint.inject({ url: paths.adminOverview, headers: { authorization: `Bearer ${token}` } })
    const { devices, facts } = overview.json<{
      devices: { lastN: number; safeN: number }[]
      facts: { ops: number; lastBackup: { ops: number } }
    }>()
    expect(devices.every(({ lastN, safeN }) => lastN === safeN)).toBe(true)
    expect(facts.lastBackup.ops).toBe(facts.ops)
  })
})

describe('an endpoint that cannot start', () => {
  it('says in both languages that the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await new Promise((resolve) => other.once('listening', resolve))
    const taken = other.address()
    const endpoint = await createEndpoint({ dataDir: tempFolder(), demo: false, logger: false, passwordCost: CHEAP })
    const port = typeof taken === 'object' && taken ? taken.port : 0
    const text = explainStart(await failureOf(endpoint.listen(port, '127.0.0.1')), { ...settings, port })
    expect(text).toContain(`Cổng ${port} đang được dùng`)
    expect(text).toContain(`Port ${port} is in use`)
    await endpoint.close()
    other.close()
  })

  it('says in both languages that the folder cannot be written', async () => {
    const file = path.join(tempFolder(), 'tep')
    writeFileSync(file, '')
    const text = explainStart(
      await failureOf(createEndpoint({ dataDir: path.join(file, 'x'), demo: false, logger: false })),
      settings,
    )
    expect(text).toContain('Không ghi được vào thư mục "du-lieu"')
    expect(text).toContain('Cannot write to the folder "du-lieu"')
  })
})
