/**
 * The day a piece of evidence is of, which is not the day it was put in: a photo may be chosen from the gallery weeks
 * later. A camera writes its day into the file; that day is read before the file loses everything but its pixels.
 */
import {
  formatLocalDate,
  type LocalDate,
  localDateAt,
  VIETNAM_OFFSET_MINUTES,
  type WrittenDate,
} from '#domain/kernel/local-date.ts'

const onDay = (date: LocalDate): WrittenDate => ({ text: formatLocalDate(date), date })

/** Rule EVI-7. `cameraDay` is what the file says; a camera whose clock is ahead is not believed. */
export function evidenceDay(cameraDay: LocalDate | null | undefined, addedAt: number): WrittenDate {
  const added = localDateAt(addedAt, VIETNAM_OFFSET_MINUTES)
  return onDay(cameraDay && cameraDay <= added ? cameraDay : added)
}

/** Of a record: what was written, else the day it was added; nothing where that is unknown too. */
export function recordedDay(written: WrittenDate | null, addedAt: number): WrittenDate {
  if (written !== null && typeof written === 'object' && typeof written.text === 'string') return written
  return addedAt > 0 ? evidenceDay(null, addedAt) : { text: '', date: null }
}
