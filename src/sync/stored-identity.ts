/**
 * Who the person is, as the endpoint said it and the device keeps it. Dates were checked by the shape and are what they
 * say; a role that only a newer version knows has no rights here and is left out.
 */
import type { StoredIdentity } from '#data/contract/store-contract.ts'
import { isRole } from '#domain/access/role.ts'
import type { LocalDate } from '#domain/kernel/local-date.ts'
import type { Identity } from '#protocol/session-message.ts'

export function storedIdentity(identity: Identity, replica: string): StoredIdentity {
  const { account, grants, places, people, grantsVersion, readDays } = identity
  const known = grants.flatMap((grant) => (isRole(grant.role) ? [{ ...grant, role: grant.role }] : []))
  const dated = known.map((grant) => ({ ...grant, from: grant.from as LocalDate, to: grant.to as LocalDate | null }))
  return { account, replica, grants: dated, places, people, grantsVersion, ...(readDays && { readDays }) }
}
