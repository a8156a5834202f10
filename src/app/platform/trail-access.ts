// The trail and a person's own data over the network; a chunk that only their screens load.
import type { TrailAccess, TrailQuestion } from '#data/contract/trail-contract.ts'
import { ok } from '#domain/kernel/result.ts'
import { paths } from '#protocol/paths.ts'
import { personExportSchema, trailPageSchema } from '#protocol/trail-message.ts'
import { schemaReader } from '#sync/schema-reader.ts'
import type { SessionAccess } from '#sync/session-access.ts'
import { personFile } from './person-file.ts'

const [PAGE_TIMEOUT_MS, EXPORT_TIMEOUT_MS] = [20_000, 120_000]

function queryOf({ of, feed, entity, types, account, fromMs, untilMs, before }: TrailQuestion): string {
  const asked = { of, feed, entity, types: types?.join(','), account, from: fromMs, until: untilMs, before }
  const given = Object.entries(asked).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  )
  return new URLSearchParams(given).toString()
}

export function createTrailAccess(session: Pick<SessionAccess, 'request'>): TrailAccess {
  return {
    page: (question) =>
      session.request(
        { method: 'GET', path: `${paths.trail}?${queryOf(question)}`, timeoutMs: PAGE_TIMEOUT_MS },
        schemaReader(trailPageSchema),
      ),
    async ownData(words) {
      const request = { method: 'GET', path: paths.personExport, timeoutMs: EXPORT_TIMEOUT_MS } as const
      const answer = await session.request(request, schemaReader(personExportSchema))
      return answer.ok ? ok(await personFile(answer.value, words)) : answer
    },
  }
}
