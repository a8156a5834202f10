// The administrator's overview over the network. The message's dates are plain text on the wire; their form was checked
// by the schema, so they are taken as the dates they are.
import type { Administration, AdminOverview } from '#data/contract/administration-contract.ts'
import { ok } from '#domain/kernel/result.ts'
import { adminDoneSchema, adminOverviewSchema } from '#protocol/admin-message.ts'
import { paths } from '#protocol/paths.ts'
import { schemaReader } from '#sync/schema-reader.ts'
import type { SessionAccess } from '#sync/session-access.ts'

const [OVERVIEW_TIMEOUT_MS, DECISION_TIMEOUT_MS] = [30_000, 20_000]

export function createAdministration(session: Pick<SessionAccess, 'request'>): Administration {
  const read = schemaReader(adminOverviewSchema)
  const readDone = schemaReader(adminDoneSchema)
  return {
    overview: async () => {
      const answer = await session.request(
        { method: 'GET', path: paths.adminOverview, timeoutMs: OVERVIEW_TIMEOUT_MS },
        read,
      )
      return answer.ok ? ok(answer.value as unknown as AdminOverview) : answer
    },
    decide: async (decision) => {
      const request = {
        method: 'POST',
        path: paths.adminQuarantine,
        body: decision,
        timeoutMs: DECISION_TIMEOUT_MS,
      } as const
      const answer = await session.request(request, readDone)
      return answer.ok ? ok(null) : answer
    },
  }
}
