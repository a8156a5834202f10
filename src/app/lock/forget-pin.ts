// A forgotten PIN: whoever proves themselves to the endpoint gets a new store under a new replica. What the sealed one
// had not sent goes along as envelopes, carried like any colleague's, and only then does the sealed one go (decision D10).
import type { DevicePerson, DeviceStore } from '#data/contract/device-store-contract.ts'
import { openLockedOutbox } from '#data/sealing/envelope-store.ts'
import { removeSealedStore } from '#data/sealing/lock-store.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import { paths } from '#protocol/paths.ts'
import type { SignInRequest } from '#protocol/session-message.ts'
import { isSession } from '#protocol/session-shape.ts'
import { jsonReader } from '#sync/endpoint-answer.ts'
import { requestEndpoint } from '#sync/endpoint-request.ts'
import { storedIdentity } from '#sync/stored-identity.ts'
import { deviceLabelOf } from '#app/platform/device-label.ts'
import { deviceKeyOf, publicKeyText } from '#app/session/device-key.ts'
import { openStore } from '#app/session/open-session.ts'
import type { SignInWay } from '#app/session/sign-in-service.ts'

const TIMEOUT_MS = 30_000

/** The sealed store's envelopes in the new one, strictly on the disk: its rounds deliver them. */
async function carryOver(from: string, to: string, identity: StoredIdentity): Promise<Result<unknown, Problem>> {
  const outbox = openLockedOutbox(from)
  const waiting = await outbox.waiting().finally(() => outbox.close())
  const opened = await openStore(to, identity)
  if (!opened.ok) return opened
  try {
    const files = await opened.value.handOver()
    const form = { form: 'envelope', type: 'ops', feed: null } as const
    return await files.keepSections(waiting.map((envelope) => ({ ...envelope, ...form })))
  } finally {
    opened.value.close()
  }
}

const askAfresh = async (
  device: DeviceStore,
  edge: Parameters<SignInWay>[1],
  username: string,
  password: string,
): ReturnType<typeof requestSession> => {
  const key = await deviceKeyOf(device)
  if (!key.ok) return key
  const deviceKey = await publicKeyText(key.value)
  return requestSession(edge, {
    username,
    password,
    deviceLabel: deviceLabelOf(navigator.userAgent),
    deviceKey,
    replica: null,
  })
}

const requestSession = (edge: Parameters<SignInWay>[1], body: SignInRequest) =>
  requestEndpoint(
    edge,
    { method: 'POST', path: paths.signIn, token: null, body, timeoutMs: TIMEOUT_MS },
    jsonReader(isSession),
  )

export const forgettingPin =
  (sealed: DevicePerson, password: string): SignInWay =>
  async (device, edge) => {
    const answer = await askAfresh(device, edge, sealed.username, password)
    if (!answer.ok) return answer
    const { replica, token, expiresAt, endpointKey } = answer.value
    const identity = storedIdentity(answer.value.identity, replica)
    const storeId = `${identity.account.id}-${replica}`
    const carried = await carryOver(sealed.storeId, storeId, identity)
    if (!carried.ok) return carried
    const { hasPin: _sealed, ...known } = sealed
    const person: DevicePerson = { ...known, storeId, replica, lastUsedAt: Date.now() }
    for (const step of [
      () => device.savePerson(person),
      () => device.saveSession(storeId, { token, expiresAt, endpointKey }),
      () => device.setCurrentPerson(storeId),
      () => device.removePerson(sealed.storeId),
    ]) {
      const kept = await step()
      if (!kept.ok) return kept
    }
    await removeSealedStore(sealed.storeId)
    return ok({ person, identity, former: undefined })
  }
