// Who audits in the commune, as the register of auditors names them, and under which ids the person here is known.
import type { PersonStore } from '#data/contract/store-contract.ts'
import type { Identities } from '#domain/internal-audit/share.ts'
import { useLive } from '#features/use-live.ts'

export interface TeamMember {
  readonly id: string
  readonly name: string
}

export interface Team {
  readonly members: readonly TeamMember[]
  readonly me: Identities
  /** Empty for an id that is not known here. */
  readonly nameOf: (id: string) => string
}

/** Serving auditors of the commune, the person here first where they are none of them. */
export function useTeam(store: PersonStore, unit: string, today: string): Team | undefined {
  const { account } = store.identity
  const auditors = useLive(() => store.auditPlanning.auditors([unit]), [store, unit])
  if (auditors === undefined) return undefined
  const serving = auditors.filter(({ since, until }) => since <= today && (until === null || today <= until))
  const mine = auditors.filter((auditor) => auditor.account === account.id).map(({ id }) => id)
  const known = serving.map(({ id, name }) => ({ id, name }))
  const self = { id: account.id, name: account.displayName }
  const all = [...auditors.map(({ id, name }) => ({ id, name })), self]
  return {
    members: serving.some(({ id }) => mine.includes(id)) ? known : [self, ...known],
    me: [account.id, ...mine],
    nameOf: (id) => all.find((one) => one.id === id)?.name ?? '',
  }
}
