/** One gesture in an audit that nobody has concluded, as everything a team writes on site needs it. */
import type { JsonValue } from '#domain/change/op.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import type { Result } from '#domain/kernel/result.ts'
import type { SaveResult } from '#data/contract/store-contract.ts'
import type { GestureReader, GestureWrite } from '#data/gesture.ts'
import { auditFeed, unitOfAudit } from './audit-names.ts'
import { type OpenAudit, readOpenAudit } from './audit-open.ts'
import type { RepositoryParts } from './repository-parts.ts'

type Write = {
  readonly kind: string
  readonly entity: string
  readonly fields: Readonly<Record<string, JsonValue>>
}

export const inFeed =
  ({ unit }: OpenAudit) =>
  (write: Write): GestureWrite => ({ feed: auditFeed(unit), ...write })

export async function inOpenAudit(
  parts: RepositoryParts,
  auditId: string,
  write: (
    open: OpenAudit,
    reader: GestureReader,
  ) => Result<readonly GestureWrite[], Problem> | Promise<Result<readonly GestureWrite[], Problem>>,
): SaveResult {
  const unit = await unitOfAudit(parts.db, auditId)
  return parts.commit(async (reader) => {
    const open = await readOpenAudit(reader, unit, auditId)
    return open.ok ? write(open.value, reader) : open
  })
}
