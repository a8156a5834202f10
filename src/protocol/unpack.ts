/** Operations out of a batch of any version since 1; a reader need not know which it got. */
import type { Op } from '#domain/change/op.ts'
import { type Batch, unpackBatch } from './batch.ts'
import type { Columns } from './columns.ts'
import { unpackColumns } from './columns-read.ts'

export type AnyBatch = Batch | Columns

/** Throws RangeError where the batch does not fit together (PRO-2). */
export const unpackOps = (batch: AnyBatch): Op[] => ('v' in batch ? unpackColumns(batch) : unpackBatch(batch))
