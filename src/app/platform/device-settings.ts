// Small choices of this device that are needed before the database is open: language, look, whose store was last open. They
// are conveniences: where the browser refuses to keep them the app works with the defaults.
const PREFIX = 'so-tay.'

/** `rescued.…`: what the rescue page exported of a database, until the trail has it. */
export type SettingName = 'language' | 'theme' | 'last-store' | 'locked' | `rescued.${string}`

/** `last-store` where that store has a PIN: there is nothing to open ahead. */
export const LOCKED = ''

export function readSetting(name: SettingName): string | null {
  try {
    return localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

export function keepSetting(name: SettingName, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(PREFIX + name)
    else localStorage.setItem(PREFIX + name, value)
  } catch {
    // Storage for small values is blocked or full; the choice then holds until the page is closed.
  }
}

/** The other tabs of this browser close the store: it is locked, or sealed under a key they do not have. */
export function tellLocked(storeId: string): void {
  keepSetting('locked', null)
  keepSetting('locked', storeId)
}

export function onLocked(listener: (storeId: string) => void): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key === `${PREFIX}locked` && newValue !== null) listener(newValue)
  })
}
