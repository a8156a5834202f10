// Signing in: the password goes to the endpoint once, the answer is kept on the device, and from then on the person's
// store opens without a network. Somebody who signs in again keeps their replica, so nothing is numbered twice.
import type { DevicePerson, DeviceStore } from '#data/contract/device-store-contract.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { paths } from '#protocol/paths.ts'
import type { Session, SignInRequest } from '#protocol/session-message.ts'
import { isChallenge, isSession } from '#protocol/session-shape.ts'
import { jsonReader } from '#sync/endpoint-answer.ts'
import { type EndpointEdge, requestEndpoint } from '#sync/endpoint-request.ts'
import { storedIdentity } from '#sync/stored-identity.ts'
import { deviceLabelOf } from '#app/platform/device-label.ts'
import { deviceKeyOf, deviceSigner, publicKeyText } from './device-key.ts'

const TIMEOUT_MS = 30_000

export interface SignedIn {
  readonly person: DevicePerson
  readonly identity: StoredIdentity
  /** See `PersonStoreOptions`. */
  readonly former: Session['former']
}

/** A proof of who it is, whatever it is; what comes of it is kept on the device by `keepSession`. */
export type SignInWay = (device: DeviceStore, edge: EndpointEdge) => Promise<Result<SignedIn, Problem>>

export interface Enrolment {
  readonly deviceLabel: string
  readonly deviceKey: string
}

/** What the device brings along, whoever signs in: its name and the public part of its key. */
export async function enrolmentOf(device: DeviceStore): Promise<Result<Enrolment, Problem>> {
  const key = await deviceKeyOf(device)
  if (!key.ok) return key
  return ok({ deviceLabel: deviceLabelOf(navigator.userAgent), deviceKey: await publicKeyText(key.value) })
}

/**
 * Shows that this device signed in before, so that somebody who guesses elsewhere cannot slow it down (END-90). It is a
 * courtesy of the endpoint: where the question gets no answer, the password goes without it.
 */
async function proofOf(device: DeviceStore, edge: EndpointEdge, replica: string): Promise<SignInRequest['proof']> {
  const asked = await requestEndpoint(
    edge,
    { method: 'POST', path: paths.challenge, token: null, body: { replica }, timeoutMs: TIMEOUT_MS },
    jsonReader(isChallenge),
  )
  if (!asked.ok) return undefined
  const { challenge } = asked.value
  const signature = await deviceSigner(device).sign(`sign-in:${replica}:${challenge}`)
  return signature === null ? undefined : { challenge, signature }
}

/** Asks for a session and keeps it. */
export async function openAt(
  device: DeviceStore,
  edge: EndpointEdge,
  path: string,
  body: unknown,
): Promise<Result<SignedIn, Problem>> {
  const answer = await requestEndpoint(
    edge,
    { method: 'POST', path, token: null, body, timeoutMs: TIMEOUT_MS },
    jsonReader(isSession),
  )
  return answer.ok ? keepSession(device, answer.value) : answer
}

export const replicaOf = async (device: DeviceStore, username: string): Promise<string | null> =>
  (await device.people()).find((person) => person.username === username.trim().toLowerCase())?.replica ?? null

export async function signIn(
  device: DeviceStore,
  edge: EndpointEdge,
  username: string,
  password: string,
): Promise<Result<SignedIn, Problem>> {
  const enrolment = await enrolmentOf(device)
  if (!enrolment.ok) return enrolment
  const replica = await replicaOf(device, username)
  const proof = replica === null ? undefined : await proofOf(device, edge, replica)
  const body: SignInRequest = { username, password, ...enrolment.value, replica, ...(proof && { proof }) }
  return openAt(device, edge, paths.signIn, body)
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
