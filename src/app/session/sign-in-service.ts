// Signing in: the password goes to the endpoint once, the answer is kept on the device, and from then on the person's
// store opens without a network. Somebody who signs in again keeps their replica, so nothing is numbered twice.
import type { DevicePerson, DeviceStore } from '#data/contract/device-store-contract.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { paths } from '#protocol/paths.ts'
import type { Session, SignInRequest } from '#protocol/session-message.ts'
import { isSession } from '#protocol/session-shape.ts'
import { jsonReader } from '#sync/endpoint-answer.ts'
import { type EndpointEdge, requestEndpoint } from '#sync/endpoint-request.ts'
import { deviceLabelOf } from '#app/platform/device-label.ts'
import { deviceKeyOf, publicKeyText } from './device-key.ts'

const TIMEOUT_MS = 30_000

export interface SignedIn {
  readonly person: DevicePerson
  readonly identity: StoredIdentity
}

/** The wire's dates were checked by the schema and are the dates they say. */
export function storedIdentity({ replica, identity }: Session): StoredIdentity {
  const { account, grants, places } = identity
  const dated = grants.map((grant) => ({ ...grant, from: grant.from as LocalDate, to: grant.to as LocalDate | null }))
  return { account, replica, grants: dated, places }
}

export async function signIn(
  device: DeviceStore,
  edge: EndpointEdge,
  username: string,
  password: string,
): Promise<Result<SignedIn, Problem>> {
  const key = await deviceKeyOf(device)
  if (!key.ok) return key
  const known = (await device.people()).find((person) => person.username === username.toLowerCase())
  const body: SignInRequest = {
    username,
    password,
    deviceLabel: deviceLabelOf(navigator.userAgent),
    deviceKey: await publicKeyText(key.value),
    replica: known?.replica ?? null,
  }
  const answer = await requestEndpoint(
    edge,
    { method: 'POST', path: paths.signIn, token: null, body, timeoutMs: TIMEOUT_MS },
    jsonReader(isSession),
  )
  return answer.ok ? keepSession(device, answer.value) : answer
}

/**
 * Where the endpoint gave another replica than the store has (it was replaced, or has locked this device out), the store
 * stays as it is, with everything unsent in it, and the person begins another one: two series of numbers never mix.
 */
function storeIdOf(account: string, replica: string, people: readonly DevicePerson[]): string {
  const own = people.find((person) => person.storeId.startsWith(account) && person.replica === replica)
  if (own) return own.storeId
  return people.some(({ storeId }) => storeId === account) ? `${account}-${replica}` : account
}

async function keepSession(device: DeviceStore, session: Session): Promise<Result<SignedIn, Problem>> {
  const identity = storedIdentity(session)
  const { account, grants, places } = identity
  const person: DevicePerson = {
    storeId: storeIdOf(account.id, session.replica, await device.people()),
    username: account.username,
    displayName: account.displayName,
    place: places.find(({ id }) => id === grants[0]?.scope)?.name ?? '',
    replica: session.replica,
    lastUsedAt: Date.now(),
  }
  const { token, expiresAt, endpointKey } = session
  for (const step of [
    () => device.savePerson(person),
    () => device.saveSession(person.storeId, { token, expiresAt, endpointKey }),
    () => device.setCurrentPerson(person.storeId),
  ]) {
    const kept = await step()
    if (!kept.ok) return kept
  }
  return ok({ person, identity })
}
