// Times as offices write them (8h30, 0830, 8:30), put right when the field is left where there is no doubt; anything
// else stays as it was written.
import { formatLocalDate, isLocalDate, parseWrittenDate } from '#domain/kernel/local-date.ts'

const CLOCK = /^\s*(\d{1,2})\s*[:hg.]\s*(\d{2})?\s*$/i

export function tidyTime(text: string): string {
  const packed = /^\s*(\d{2})(\d{2})\s*$/.exec(text)
  const [, hour, minute = '00'] = packed ?? CLOCK.exec(text) ?? []
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return text
  return `${hour.padStart(2, '0')}:${minute}`
}

const OFFSET = '+07:00'

/** `21/11/2026 8h30` becomes the moment a form reckons with. */
export function tidyMoment(text: string): string {
  const [day = '', ...rest] = text.trim().split(/[\s,]+/)
  const date = parseWrittenDate(day)
  const time = tidyTime(rest.join(' '))
  return date.ok && /^\d{2}:\d{2}$/.test(time) ? `${date.value}T${time}:00.000${OFFSET}` : text
}

/** The same moment as a person wrote it. */
export function shownMoment(written: string): string {
  const [, day = '', time = ''] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(written) ?? []
  return isLocalDate(day) ? `${formatLocalDate(day)} ${time}` : written
}
