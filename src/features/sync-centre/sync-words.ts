// The state of sending in sentences: what waits, what went, how wrong the clock is, what a backup holds. Pure, so that
// every sentence can be tested with the status it belongs to; "sent" is said only of what the endpoint acknowledged.
import type { SyncStatus } from '#data/contract/store-contract.ts'
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import type { Formats } from '#ui/text/format.ts'
import type { Translate } from '#ui/text/text-context.tsx'

export interface WordContext {
  readonly t: Translate
  readonly formats: Formats
  readonly now: number
}

export const isWaiting = ({ pendingChanges, pendingPhotos }: SyncStatus): boolean =>
  pendingChanges > 0 || pendingPhotos > 0

/** Key of what becomes of all this by itself. Photos that wait for a word are not said to go when there is a network. */
export function restSentence(status: SyncStatus): 'nothingWaits' | 'safeHere' | 'safeHereWaits' {
  if (!isWaiting(status)) return 'nothingWaits'
  return status.photosWait === null ? 'safeHere' : 'safeHereWaits'
}

export function headline(status: SyncStatus, { t, formats, now }: WordContext): string {
  const { pendingChanges, pendingPhotos, lastSentAt } = status
  const changes = formats.number(pendingChanges)
  const photos = formats.number(pendingPhotos)
  if (pendingChanges > 0 && pendingPhotos > 0) return t('headline.both', { changes, photos })
  if (pendingChanges > 0) return t('headline.changes', { count: pendingChanges })
  if (pendingPhotos > 0) return t('headline.photos', { count: pendingPhotos })
  return lastSentAt === null ? t('headline.nothing') : t('headline.sent', { at: formats.timeOrDay(lastSentAt, now) })
}

const CLOCK_TOLERANCE_MS = 5 * 60_000
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Null where the clock is right enough (SYN-5). */
export function clockSentence({ clockOffset }: SyncStatus, { t }: WordContext): string | null {
  const off = Math.abs(clockOffset ?? 0)
  if (clockOffset === null || off <= CLOCK_TOLERANCE_MS) return null
  const amount =
    off < 2 * HOUR
      ? t('clock.minutes', { count: Math.round(off / MINUTE) })
      : off < 2 * DAY
        ? t('clock.hours', { count: Math.round(off / HOUR) })
        : t('clock.days', { count: Math.round(off / DAY) })
  return t(clockOffset > 0 ? 'clock.slow' : 'clock.fast', { amount })
}

export function backupSentence({ safeN, lastN }: SyncStatus, { t, formats }: WordContext): string {
  if (lastN === 0) return t('backup.nothing')
  if (safeN >= lastN) return t('backup.all')
  if (safeN === 0) return t('backup.none')
  return t('backup.part', { safe: formats.number(safeN), last: formats.number(lastN) })
}

/** Failures after which only signing in again helps. */
const signInCodes: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'auth.session-expired',
  'auth.wrong-credentials',
  'device.forked',
  'device.unknown',
])

export const needsSignIn = ({ problem }: SyncStatus): boolean => problem !== null && signInCodes.has(problem.code)

const isOnlyPhotosWait = ({ pendingChanges, photosWait }: SyncStatus): boolean =>
  pendingChanges === 0 && photosWait !== null

/** What "Gửi ngay" brought about, once it ended; the sentence of a problem stands elsewhere. */
export function outcomeSentence(status: SyncStatus, { t, formats }: WordContext): string {
  if (status.phase === 'offline' || status.problem !== null) return t('outcome.notSent')
  if (isWaiting(status)) return t(isOnlyPhotosWait(status) ? 'outcome.photosWait' : 'outcome.part')
  return status.lastContactAt === null ? '' : t('outcome.all', { time: formats.time(status.lastContactAt) })
}
