import { describe, expect, it } from 'vitest'
import { signInWaysSchema } from '#protocol/sign-in-message.ts'
import { signInPaths } from '#protocol/sign-in-paths.ts'
import { readOidcSettings, UnusableProviderError } from '#server/oidc/oidc-settings.ts'
import { explainStart } from '#server/explain-start.ts'
import { readSettings } from '#server/settings.ts'
import { openInstallation } from '#support/endpoint/demonstration.ts'

const ADDRESS = 'https://sotay.example.vn'
const whole = {
  SOTAY_OIDC_ISSUER: 'https://id.example.vn',
  SOTAY_OIDC_CLIENT_ID: 'so-tay',
  SOTAY_OIDC_CLIENT_SECRET: 'secret',
  SOTAY_OIDC_NAME: 'Tài khoản tỉnh',
}

const settingOf = (env: NodeJS.ProcessEnv, address: string | undefined = ADDRESS): string => {
  try {
    readOidcSettings(env, address)
    return 'none'
  } catch (error) {
    return error instanceof UnusableProviderError ? error.setting : 'another error'
  }
}

describe('the settings of the identity provider', () => {
  it('OID-1: are all there or none', () => {
    expect(readOidcSettings({}, undefined)).toBeUndefined()
    expect(readOidcSettings(whole, ADDRESS)).toMatchObject({ issuer: 'https://id.example.vn', claim: 'sub' })
    for (const key of Object.keys(whole)) expect(settingOf({ ...whole, [key]: '' })).toBe(key)
    expect(settingOf(whole, '')).toBe('none')
  })

  it('OID-1: need an address of our own, and https for everything that is not this machine', () => {
    expect(() => readSettings(whole)).toThrow(UnusableProviderError)
    expect(readSettings({ ...whole, SOTAY_ADDRESS: ADDRESS }).oidc).toBeDefined()
    expect(settingOf({ ...whole, SOTAY_OIDC_ISSUER: 'http://id.example.vn' })).toBe('SOTAY_OIDC_ISSUER')
    expect(settingOf({ ...whole, SOTAY_OIDC_ISSUER: 'id.example.vn' })).toBe('SOTAY_OIDC_ISSUER')
    expect(settingOf({ ...whole, SOTAY_OIDC_ISSUER: 'http://127.0.0.1:9' })).toBe('none')
  })

  it('OID-1: are named by the sentence that ends the start', () => {
    const said = explainStart(new UnusableProviderError('SOTAY_OIDC_NAME'), { port: 1, host: 'x', dataDir: 'y' })
    expect(said).toContain('SOTAY_OIDC_NAME')
    for (const address of ['sotay.example.vn', 'https://a.vn/path'])
      expect(() => readSettings({ SOTAY_ADDRESS: address })).toThrow(UnusableProviderError)
  })
})

describe('the ways to sign in', () => {
  it('OID-7: tell a demonstration, with its accounts and without their password', async () => {
    const { endpoint } = await openInstallation()
    const answer = await endpoint.inject({ method: 'GET', url: signInPaths.ways })
    const ways = signInWaysSchema.parse(answer.json())
    expect(ways.isDemonstration).toBe(true)
    expect(ways.demoAccounts).toContainEqual({ username: 'quantri', displayName: 'Quản trị hệ thống' })
    expect(answer.body).not.toContain(endpoint.demoAccounts[0]?.password)
  })

  it('OID-7: name no account of an installation that is none', async () => {
    const { endpoint } = await openInstallation({ demo: false })
    const answer = await endpoint.inject({ method: 'GET', url: signInPaths.ways, headers: { host: 'localhost:4180' } })
    expect(signInWaysSchema.parse(answer.json())).toEqual({
      isDemonstration: false,
      demoAccounts: [],
      passkeys: { address: 'http://localhost:4180' },
      provider: null,
    })
  })
})
