/**
 * The store as a request sees it whose change has to be recorded: whatever it changes takes its link along, in the same
 * transaction, so that no crash leaves a change without its link (TRL-19). What is not changed by one of these ways is
 * recorded when it is answered, as before.
 */
import type { EndpointStore } from '#server/store/store-contract.ts'
import type { TrailEvent } from './sealed-link.ts'

/** The links of a change, by the accounts it is done to where the request does not name one. */
export type LinksOf = (accounts: readonly string[]) => Promise<readonly TrailEvent[]>

export function recordingStore(store: EndpointStore, linksOf: LinksOf): EndpointStore {
  const touched = (accounts: readonly { id: string }[], grants: readonly { account: string }[]): readonly string[] => [
    ...new Set([...accounts.map(({ id }) => id), ...grants.map(({ account }) => account)]),
  ]
  return {
    ...store,
    saveAccounts: async (accounts, grants) =>
      store.saveAccounts(accounts, grants, await linksOf(touched(accounts, grants))),
    saveUnitChange: async (change) => store.saveUnitChange(change, await linksOf([])),
    updateAccount: async (account, change) => store.updateAccount(account, change, await linksOf([account])),
    revokeDevice: async (id) => store.revokeDevice(id, await linksOf([])),
    nameDevice: async (device, label) => store.nameDevice(device, label, await linksOf([])),
    decide: async (decision) => store.decide(decision, await linksOf([])),
  }
}
