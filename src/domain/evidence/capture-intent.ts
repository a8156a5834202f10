/**
 * What somebody was photographing when the camera opened. On a phone short of memory the camera takes the place of the
 * page, and what comes back is a new page that knows nothing: the intent lies on the device by then and says which
 * question the photo is for. It is read from the disk, so nothing is taken for granted about it.
 */
import type { JsonValue } from '#domain/change/op.ts'

export interface CaptureIntent {
  readonly feed: string
  /** Entity the photo is to prove something about. */
  readonly of: string
  readonly deliverable: string | null
  /** The question in words, for the person who comes back. */
  readonly about: string
  /** Address of the screen with that question. */
  readonly path: string
  readonly at: number
  /** Names the life of one page; another page than this one means that it was killed or reloaded. */
  readonly page: number
}

const HOUR_MS = 3_600_000
/** Afterwards nobody comes back from the camera any more. */
export const INTENT_LIVES_MS = 12 * HOUR_MS
/** So soon after it the start screen leads back by itself; later the question says it when it is opened. */
export const LEADS_BACK_MS = HOUR_MS / 2

const TEXTS = ['feed', 'of', 'about', 'path'] as const
const NUMBERS = ['at', 'page'] as const

/** Null for what is no intent. */
export function readCaptureIntent(value: JsonValue | undefined): CaptureIntent | null {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return null
  const given = value as { readonly [key: string]: JsonValue }
  const isWhole =
    TEXTS.every((name) => typeof given[name] === 'string') && NUMBERS.every((name) => Number.isFinite(given[name]))
  const { deliverable = null } = given
  if (!isWhole || (deliverable !== null && typeof deliverable !== 'string')) return null
  return given as unknown as CaptureIntent
}

/** Whether another page than this one was at the camera, not too long ago. Rule EVI-5. */
export const wasInterrupted = (intent: CaptureIntent, now: number, page: number): boolean =>
  intent.page !== page && now - intent.at < INTENT_LIVES_MS

/** Whether a start at this address goes on to the question. Rule EVI-6. */
export const leadsBack = (intent: CaptureIntent, now: number, page: number, path: string): boolean =>
  path === '/' && /^\/[^/\\]/.test(intent.path) && wasInterrupted(intent, now, page) && now - intent.at < LEADS_BACK_MS
