// Accounts and devices as lists a person can search, without tone marks.
import type { AdminDevice, AdminOverview, PlacedGrant } from '#data/contract/administration-contract.ts'
import { isActive } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import { searchKey } from '#domain/kernel/search-key.ts'

/** Grants that hold today first; a grant that ended stays visible, because it explains older records. */
export const sortGrants = (grants: readonly PlacedGrant[], today: LocalDate): readonly PlacedGrant[] =>
  grants.toSorted((a, b) => Number(isActive(b, today)) - Number(isActive(a, today)) || (a.from < b.from ? 1 : -1))

/** Last connected first. */
export const sortDevices = (devices: readonly AdminDevice[]): readonly AdminDevice[] =>
  devices.toSorted((a, b) => b.lastSeenMs - a.lastSeenMs)

/** The name of an account in a list about something else. */
export const accountName = ({ accounts }: Pick<AdminOverview, 'accounts'>, id: string): string =>
  accounts.find((account) => account.id === id)?.displayName ?? id

const DAY_MS = 86_400_000
/** A month without a word from a device that is in use is worth asking after. */
const SILENT_DAYS = 30

/** Days since a device was heard of, where they are too many; null otherwise. */
export function silentDays({ lastSeenMs }: AdminDevice, nowMs: number): number | null {
  const days = Math.floor((nowMs - lastSeenMs) / DAY_MS)
  return days >= SILENT_DAYS ? days : null
}

const deviceShows = ['all', 'silent', 'revoked'] as const
export type DeviceShow = (typeof deviceShows)[number]

export const isDeviceShow = (text: string): text is DeviceShow => (deviceShows as readonly string[]).includes(text)

/** By the name of the device, its number, or its person; those heard of least lately first where silence is asked for. */
export function findDevices(overview: AdminOverview, query: string, show: DeviceShow): readonly AdminDevice[] {
  const words = searchKey(query).split(' ').filter(Boolean)
  const people = new Map(overview.accounts.map(({ id, displayName, username }) => [id, `${displayName} ${username}`]))
  const found = sortDevices(overview.devices).filter((device) => {
    const key = searchKey(`${device.label} ${device.id} ${people.get(device.account) ?? ''}`)
    const isShown =
      show === 'all' ||
      (show === 'revoked' ? device.isRevoked : silentDays(device, overview.nowMs) !== null && !device.isRevoked)
    return isShown && words.every((word) => key.includes(word))
  })
  return show === 'silent' ? found.toReversed() : found
}
