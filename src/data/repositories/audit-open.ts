/** An audit that can still be written, with its parts, read inside the gesture that writes. */
import type { EntityState } from '#domain/change/entity-state.ts'
import { feedId } from '#domain/change/feed.ts'
import type { Problem } from '#domain/kernel/problem-catalogue.ts'
import { err, ok, type Result } from '#domain/kernel/result.ts'
import type { EntityWrite } from '#data/contract/store-contract.ts'
import type { GestureReader } from '#data/gesture.ts'
import { auditFeed } from './audit-names.ts'
import { nullable } from './entity-query.ts'

export const auditNotFound = err({ code: 'audit.not-found' } as const)

export interface OpenAudit {
  readonly unit: string
  readonly audit: EntityState
  readonly items: readonly EntityState[]
  readonly findings: readonly EntityState[]
  /** Everything that hangs on it, of whatever kind. */
  readonly children: readonly EntityState[]
}

/** Nobody writes into what was sealed (AUD-9). */
export async function readOpenAudit(
  reader: GestureReader,
  unit: string | undefined,
  id: string,
): Promise<Result<OpenAudit, Problem>> {
  if (unit === undefined) return auditNotFound
  const feed = auditFeed(unit)
  const [audit, children, progress] = await Promise.all([
    reader.entity(feed, id),
    reader.childrenOf(feed, id),
    reader.entity(feedId(unit, 'pub'), id),
  ])
  if (!audit) return auditNotFound
  if ([audit, progress].some((state) => state && nullable(state, 'concludedAt') !== null))
    return err({ code: 'audit.concluded' })
  const ofKind = (kind: string) => children.filter((state) => state.kind === kind)
  return ok({ unit, audit, items: ofKind('audit-item'), findings: ofKind('finding'), children })
}

export const progressWrite = (
  { unit, audit }: Pick<OpenAudit, 'unit' | 'audit'>,
  counts: Readonly<Record<string, number>>,
): EntityWrite => ({ feed: feedId(unit, 'pub'), kind: 'audit-progress', entity: audit.entity, fields: counts })
