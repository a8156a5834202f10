/**
 * Reads a request for push and pull. A large push is columns of thousands of values: they are looked at in place, as
 * strictly as by their schema (PRO-5), instead of being copied value by value by the schema library.
 */
import { isColumns } from '#protocol/columns-shape.ts'
import { type SyncRequest, syncRequestSchema } from '#protocol/sync-message.ts'
import { readBody } from './request-body.ts'

function pushOf(body: unknown): unknown {
  return typeof body === 'object' && body !== null && 'push' in body ? body.push : null
}

/** What nests so deep that looking at it overflows the stack is left to the schema, which refuses it. */
function areColumns(push: unknown): push is NonNullable<SyncRequest['push']> {
  try {
    return isColumns(push)
  } catch (error) {
    if (error instanceof RangeError) return false
    throw error
  }
}

export function readSyncRequest(body: unknown): SyncRequest {
  const push = pushOf(body)
  if (!areColumns(push)) return readBody(syncRequestSchema, body)
  return { ...readBody(syncRequestSchema, { ...(body as object), push: null }), push }
}
