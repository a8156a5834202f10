// The secret that ties the way over the provider's page to this tab: it stays here, the endpoint gets its hash first and
// the secret itself only from the tab that comes back.
const KEY = 'so-tay.provider-journey'
const SECRET_BYTES = 32

const hex = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export function newJourney(): string {
  const secret = hex(crypto.getRandomValues(new Uint8Array(SECRET_BYTES)))
  sessionStorage.setItem(KEY, secret)
  return secret
}

export async function bindingOf(secret: string): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(secret))))
}

export const journeySecret = (): string | null => sessionStorage.getItem(KEY)

export const forgetJourney = (): void => sessionStorage.removeItem(KEY)
