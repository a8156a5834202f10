// Signing in: the password goes to the endpoint once, the answer is kept on the device, and from then on the person's
// store opens without a network. Somebody who signs in again keeps their replica, so nothing is numbered twice.
import type { DevicePerson, DeviceStore } from '#data/contract/device-store-contract.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { paths } from '#protocol/paths.ts'
import type { Session, SignInRequest } from '#protocol/session-message.ts'
import { isSession } from '#protocol/session-shape.ts'
import { jsonReader } from '#sync/endpoint-answer.ts'
import { type EndpointEdge, requestEndpoint } from '#sync/endpoint-request.ts'
import { storedIdentity } from '#sync/stored-identity.ts'
import { deviceLabelOf } from '#app/platform/device-label.ts'
import { deviceKeyOf, publicKeyText } from './device-key.ts'

const TIMEOUT_MS = 30_000

export interface SignedIn {
  readonly person: DevicePerson
  readonly identity: StoredIdentity
  /** See `PersonStoreOptions`. */
  readonly former: Session['former']
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

/** The store the person has on this device, also where the endpoint gave it another replica: it is renamed, not left behind. */
const storeIdOf = ({ id, username }: StoredIdentity['account'], people: readonly DevicePerson[]): string =>
  people.find((person) => person.username === username)?.storeId ?? id

async function keepSession(device: DeviceStore, session: Session): Promise<Result<SignedIn, Problem>> {
  const identity = storedIdentity(session.identity, session.replica)
  const { account, grants, places } = identity
  const person: DevicePerson = {
    storeId: storeIdOf(account, await device.people()),
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
  return ok({ person, identity, former: session.former })
}
