// The token in use: read once from the device, renewed by the sync engine, kept for the next start.
import type { DeviceStore } from '#data/contract/device-store-contract.ts'
import type { SessionKeeper } from '#sync/session-access.ts'

export async function createSessionKeeper(device: DeviceStore, storeId: string): Promise<SessionKeeper> {
  let token = (await device.session(storeId))?.token ?? null
  return {
    token: () => token,
    async keep(session) {
      token = session.token
      const { expiresAt, endpointKey } = session
      await device.saveSession(storeId, { token: session.token, expiresAt, endpointKey })
      // The replica this store goes on under is the one to sign in with again.
      const person = (await device.people()).find((one) => one.storeId === storeId)
      if (person && person.replica !== session.replica) await device.savePerson({ ...person, replica: session.replica })
    },
  }
}
