// What the endpoint itself says it has, asked over HTTP as its administrator: the judge of "sent" and of "once".
import { generateKeyPairSync } from 'node:crypto'
import type { AdminOverview } from '#protocol/admin-message.ts'
import { paths, sessionHeader } from '#protocol/paths.ts'
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
}
