// A signed-in person's own password and passkeys, over the network; a chunk that only their account page loads.
import type { AccountAccess, OwnAccess } from '#data/contract/account-contract.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { ok, type Result } from '#domain/kernel/result.ts'
import { paths } from '#protocol/paths.ts'
import { ownDevicesSchema } from '#protocol/session-message.ts'
import {
  doneSchema,
  type OwnerProof,
  ownPasskeysSchema,
  type SignInWays,
  signInWaysSchema,
} from '#protocol/sign-in-message.ts'
import { signInPaths } from '#protocol/sign-in-paths.ts'
import type { ReadResponse } from '#sync/endpoint-request.ts'
import { schemaReader } from '#sync/schema-reader.ts'
import type { SessionAccess } from '#sync/session-access.ts'
import { deviceLabelOf } from '#app/platform/device-label.ts'
import { knowsPasskeys, makePasskey, readOptions, signWithPasskey } from './passkey-ceremony.ts'

const TIMEOUT_MS = 20_000

function makingAt({ passkeys }: SignInWays): OwnAccess['making'] {
  if (!knowsPasskeys()) return 'unknown-browser'
  if (passkeys === null) return 'no-address'
  return passkeys.address === location.origin ? 'possible' : 'elsewhere'
}

export function createAccountAccess(session: Pick<SessionAccess, 'request'>): AccountAccess {
  const read = <T>(path: string, reader: ReadResponse<T>): Promise<Result<T, Problem>> =>
    session.request({ method: 'GET', path, timeoutMs: TIMEOUT_MS }, reader)
  const send = <T>(path: string, body: unknown, reader: ReadResponse<T>): Promise<Result<T, Problem>> =>
    session.request({ method: 'POST', path, body, timeoutMs: TIMEOUT_MS }, reader)
  const change = async (path: string, body: unknown): Promise<Result<null, Problem>> => {
    const answer = await send(path, body, schemaReader(doneSchema))
    return answer.ok ? ok(null) : answer
  }
  /** The password where one was typed; else a signature by a passkey, where the account has any and this address allows it. */
  async function proofBy(password: string): Promise<Result<OwnerProof, Problem>> {
    if (password !== '') return ok({ password })
    const list = await read(signInPaths.passkeys, schemaReader(ownPasskeysSchema))
    if (!list.ok) return list
    if (list.value.passkeys.length === 0 || !knowsPasskeys()) return ok({})
    const asked = await send(signInPaths.passkeyChallenge, {}, readOptions)
    if (!asked.ok) return asked
    const signed = await signWithPasskey(asked.value.options)
    return signed.ok ? ok({ signature: signed.value as unknown as NonNullable<OwnerProof['signature']> }) : signed
  }
  return {
    deviceLabel: deviceLabelOf(navigator.userAgent),
    async own() {
      const [list, ways] = await Promise.all([
        read(signInPaths.passkeys, schemaReader(ownPasskeysSchema)),
        read(signInPaths.ways, schemaReader(signInWaysSchema)),
      ])
      if (!list.ok) return list
      if (!ways.ok) return ways
      const { passkeys } = ways.value
      return ok({ ...list.value, making: makingAt(ways.value), address: passkeys?.address ?? null })
    },
    async addPasskey(label, password) {
      const proof = await proofBy(password)
      if (!proof.ok) return proof
      const asked = await send(signInPaths.passkeyBegin, proof.value, readOptions)
      if (!asked.ok) return asked
      const credential = await makePasskey(asked.value.options)
      return credential.ok ? change(signInPaths.passkeys, { label, credential: credential.value }) : credential
    },
    renamePasskey: (id, label) => change(signInPaths.passkeyRename, { id, label }),
    async removePasskey(id, password) {
      const proof = await proofBy(password)
      return proof.ok ? change(signInPaths.passkeyRemove, { id, ...proof.value }) : proof
    },
    changePassword: (current, next) => change(paths.password, { current, next }),
    devices: () => read(paths.ownDevices, schemaReader(ownDevicesSchema)),
    nameDevice: (device, label) => change(paths.ownDevices, { device, label }),
    signOutDevice: (device) => change(paths.ownDevices, { device, signOut: true }),
    revokeDevice: (device) => change(paths.ownDevices, { device, revoke: true }),
  }
}
