// Dates, numbers and sizes in words of the reader's language, by the browser's own Intl. Days come as ISO text
// (2026-11-20) and have no time zone; moments come as milliseconds since 1970 and are shown in the device's zone.
export interface Formats {
  /** `20/11/2026` */
  day(isoDay: string): string
  /** `Thứ Sáu, 20/11/2026` */
  dayWithWeekday(isoDay: string): string
  /** `10:32` */
  time(ms: number): string
  /** `20/11/2026` of a moment */
  dayOf(ms: number): string
  /** `10:32 20/11/2026` */
  dateTime(ms: number): string
  /** `10:32` on the same day as `now`, else `20/11` */
  timeOrDay(ms: number, now: number): string
  number(value: number, fractionDigits?: number): string
  /** 0.4 → `40%` */
  percent(share: number): string
  /** `1,6 MB` */
  bytes(count: number): string
  /** `3 phút trước`, `hôm qua` */
  relative(ms: number, now: number): string
  /** `a, b và c` */
  list(items: readonly string[]): string
}

/** English is written day first as well: two orders of day and month in one office would be a trap. */
const localeOf = (language: string): string => (language === 'en' ? 'en-GB' : language)

const formatsByLanguage = new Map<string, Formats>()

/** One object per language, because making an Intl formatter is slow on a cheap phone. */
export function createFormats(language: string): Formats {
  const known = formatsByLanguage.get(language)
  if (known !== undefined) return known
  const made = makeFormats(localeOf(language))
  formatsByLanguage.set(language, made)
  return made
}

function once<T>(make: () => T): () => T {
  let made: T | undefined
  return () => {
    made ??= make()
    return made
  }
}

const DAY: Intl.DateTimeFormatOptions = { day: '2-digit', month: '2-digit', year: 'numeric' }
const TIME: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

const noonOf = (isoDay: string): Date => new Date(`${isoDay}T12:00:00Z`)
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function makeFormats(locale: string): Formats {
  const dates = makeDates(locale)
  const plain = once(() => new Intl.NumberFormat(locale))
  const percent = once(() => new Intl.NumberFormat(locale, { style: 'percent' }))
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  const relative = once(() => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))
  return {
    ...dates,
    number: (value, digits) =>
      digits === undefined
        ? plain().format(value)
        : new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value),
    percent: (share) => percent().format(share),
    bytes: (count) => bytesIn(locale, count),
    relative: (ms, now) => relativeIn(relative(), ms - now),
    list: (items) => list().format(items),
  }
}

function makeDates(locale: string) {
  const day = once(() => new Intl.DateTimeFormat(locale, { ...DAY, timeZone: 'UTC' }))
  const weekday = once(() => new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }))
  const dayOf = once(() => new Intl.DateTimeFormat(locale, DAY))
  const dayMonth = once(() => new Intl.DateTimeFormat(locale, { day: '2-digit', month: '2-digit' }))
  const time = once(() => new Intl.DateTimeFormat(locale, TIME))
  const isSameDay = (a: number, b: number): boolean => dayOf().format(a) === dayOf().format(b)
  return {
    day: (isoDay: string) => day().format(noonOf(isoDay)),
    dayWithWeekday: (isoDay: string) => `${capital(weekday().format(noonOf(isoDay)))}, ${day().format(noonOf(isoDay))}`,
    time: (ms: number) => time().format(ms),
    dayOf: (ms: number) => dayOf().format(ms),
    dateTime: (ms: number) => `${time().format(ms)} ${dayOf().format(ms)}`,
    timeOrDay: (ms: number, now: number) =>
      isSameDay(ms, now) ? time().format(ms) : dayMonth().format(ms).replace('-', '/'),
  }
}

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const

function bytesIn(locale: string, count: number): string {
  const step = count < 1 ? 0 : Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log10(count) / 3))
  const value = count / 1000 ** step
  const maximumFractionDigits = step >= 2 && value < 100 ? 1 : 0
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: BYTE_UNITS[step] ?? 'byte',
    maximumFractionDigits,
  }).format(value)
}

const MINUTE = 60_000
const STEPS = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
] as const

function relativeIn(format: Intl.RelativeTimeFormat, difference: number): string {
  for (const [unit, size] of STEPS) {
    if (Math.abs(difference) >= size) return format.format(Math.trunc(difference / size), unit)
  }
  return format.format(0, 'second')
}
