/** The answer of `POST /v1/sync` as a device checks it: as strict as `syncAnswerSchema`, without its library (PRO-5). */
import { isBatch } from './batch-shape.ts'
import { isColumns } from './columns-shape.ts'
import {
  isCount,
  isFlag,
  isInt,
  isJson,
  isSha256Text,
  isText,
  listOf,
  nullOr,
  objectOf,
  oneOf,
  recordOf,
} from './shape.ts'
import type { FeedAnswer, SyncAnswer, WireEntity } from './sync-message.ts'

const isHead = objectOf<{ d: string; n: number; h: number; v: unknown; u: string }>({
  d: isText,
  n: isCount,
  h: isInt,
  v: isJson,
  u: isText,
})

const isRegister = objectOf<{ h: unknown; x?: unknown }>({ h: listOf(isHead), x: recordOf(isCount) }, ['x'])

const isEntity = objectOf<WireEntity>({ feed: isText, entity: isText, kind: isText, regs: recordOf(isRegister) })

const isFeedAnswer = objectOf<FeedAnswer>(
  {
    ops: (value) => value === null || isColumns(value) || isBatch(value),
    snap: nullOr(listOf(isEntity)),
    ents: isColumns,
    after: nullOr(isText),
    to: isCount,
    own: isCount,
    more: isFlag,
  },
  ['ents'],
)

const isDecision = objectOf<NonNullable<SyncAnswer['push']['decided']>[number]>({
  n: isCount,
  verdict: oneOf(['accepted', 'dismissed']),
  reason: isText,
  atMs: isInt,
})

export const isSyncAnswer = objectOf<SyncAnswer>(
  {
    inc: isText,
    now: isInt,
    v: (value) => isInt(value) && value > 0,
    push: objectOf<SyncAnswer['push']>(
      {
        ack: isCount,
        safe: isCount,
        expect: nullOr(isCount),
        rejected: listOf(objectOf<{ n: number; code: string }>({ n: isCount, code: isText })),
        decided: listOf(isDecision),
      },
      ['decided'],
    ),
    grantsVersion: isText,
    feeds: recordOf(isFeedAnswer),
    gone: listOf(isText),
    blobsWanted: listOf(isText),
    blobsSafe: listOf(isSha256Text),
    more: isFlag,
  },
  ['v', 'blobsSafe'],
)
