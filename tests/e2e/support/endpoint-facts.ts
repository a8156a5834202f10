// What the endpoint itself says it has, asked over HTTP as its administrator: the judge of "sent" and of "once".
import { generateKeyPairSync } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import type { AccountsAnswer, AdminOverview } from '#protocol/admin-message.ts'
import { paths, sessionHeader } from '#protocol/paths.ts'
import { ownOperations } from './device-data.ts'
import type { Installation } from './installation.ts'

async function signInAsAdministrator(installation: Installation): Promise<string> {
  const { username, password } = installation.account('quantri')
  const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const deviceKey = JSON.stringify(publicKey.export({ format: 'jwk' }))
  const answer = await fetch(installation.address + paths.signIn, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password, deviceLabel: 'Máy kiểm thử', deviceKey, replica: null }),
  })
  if (!answer.ok) throw new Error(`sign-in answered ${answer.status}`)
  return ((await answer.json()) as { token: string }).token
}

export interface Counts {
  readonly endpoint: number
  readonly device: number
}

export class EndpointFacts {
  readonly #address: string
  readonly #token: string

  private constructor(address: string, token: string) {
    this.#address = address
    this.#token = token
  }

  static async of(installation: Installation): Promise<EndpointFacts> {
    return new EndpointFacts(installation.address, await signInAsAdministrator(installation))
  }

  async overview(): Promise<AdminOverview> {
    const headers = { [sessionHeader]: `Bearer ${this.#token}` }
    return (await (await fetch(this.#address + paths.adminOverview, { headers })).json()) as AdminOverview
  }

  /** Every replica of the account, as an administrator does after a device was lost. */
  async revokeDevicesOf(username: string): Promise<void> {
    const { accounts, devices } = await this.overview()
    const account = accounts.find((one) => one.username === username)?.id
    for (const { id } of devices.filter((device) => device.account === account))
      await fetch(this.#address + paths.adminRevokeDevice, {
        method: 'POST',
        headers: { [sessionHeader]: `Bearer ${this.#token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ device: id }),
      })
  }

  /** Somebody new in a place, added as an administrator does. Returns the address that their one-time code opens. */
  async invite(username: string, role: string, scope: string): Promise<string> {
    const grants = [{ scope, role, from: '2026-01-01', to: null }]
    const answer = await fetch(this.#address + paths.adminAccounts, {
      method: 'POST',
      headers: { [sessionHeader]: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ accounts: [{ username, displayName: username, grants, invite: true }] }),
    })
    const { rows } = (await answer.json()) as AccountsAnswer
    const path = rows[0]?.invitation?.path
    if (path === undefined) throw new Error(`no invitation for ${username}: ${JSON.stringify(rows)}`)
    return path
  }

  /** Operations at the endpoint, and own ones on this device. */
  async count(page: Page): Promise<Counts> {
    return { endpoint: (await this.overview()).facts.ops, device: await ownOperations(page) }
  }

  /** More was written here than `before`, and by itself it arrives: each operation once, none refused. */
  async untilEverythingArrived(page: Page, before: Counts, timeout: number): Promise<void> {
    const missing = async (): Promise<number> => {
      const { endpoint, device } = await this.count(page)
      return device === before.device ? Number.NaN : device - before.device - (endpoint - before.endpoint)
    }
    await expect.poll(missing, { timeout }).toBe(0)
    await this.expectEverythingOnce(page, before)
  }

  /** Everything written on the device since `before` is at the endpoint, each operation once, and nothing was refused. */
  async expectEverythingOnce(page: Page, before: Counts): Promise<void> {
    const now = await this.count(page)
    const { facts, devices } = await this.overview()
    expect(now.endpoint - before.endpoint).toBe(now.device - before.device)
    expect(facts.quarantined).toBe(0)
    expect(devices.some(({ lastN }) => lastN === now.device)).toBe(true)
  }
}
