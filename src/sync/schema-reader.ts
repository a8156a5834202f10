/** Reads answers by a schema: for rare messages of lazily loaded screens. What every device sends and reads goes by shapes. */
import * as z from 'zod/mini'
import { jsonReader } from './endpoint-answer.ts'
import type { ReadResponse } from './endpoint-request.ts'

export const schemaReader = <T>(schema: z.ZodMiniType<T>): ReadResponse<T> =>
  jsonReader((value): value is T => z.safeParse(schema, value).success)
