/**
 * Days that matter, as a file every calendar reads (RFC 5545). An app that is closed cannot remind anybody; the phone's
 * own calendar does, without a further host. Written here because it is a page of rules and nothing else needs a package.
 */
import { addDays, type LocalDate } from '#domain/kernel/local-date.ts'
import { utf8Bytes } from '#domain/kernel/utf8.ts'

/** An event of a whole day. */
export interface CalendarEvent {
  /** Stays the same however often the event is taken out: entity id and what about it, `visit-{id}`. */
  readonly uid: string
  readonly on: LocalDate
  readonly summary: string
  /** Left out where empty. */
  readonly description: string
  readonly place: string
}

/** Bytes of one line without its end (RFC 5545, 3.1). */
const LINE_OCTETS = 75

const DOMAIN = 'so-tay-iso-xa'

/** Folds between characters, never inside one; each further line begins with a space that counts. Rule VIS-16. */
export function foldLine(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const more = utf8Bytes(character).length
    const isFull = octets + more > LINE_OCTETS
    folded += isFull ? `\r\n ${character}` : character
    octets = isFull ? 1 + more : octets + more
  }
  return folded
}

/** What no text of a calendar may hold: control characters, but for the line's end, which is written as `\n`. */
// oxlint-disable-next-line no-control-regex -- these are the characters that are taken out
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f]/g

/** Rule VIS-16. */
export const escapedText = (text: string): string =>
  text
    .replaceAll('\r\n', '\n')
    .replace(CONTROL, ' ')
    .replace(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n')

const basicDay = (date: LocalDate): string => date.replaceAll('-', '')

const basicMoment = (ms: number): string =>
  new Date(ms)
    .toISOString()
    .replace(/\.\d{3}/, '')
    .replaceAll(/[-:]/g, '')

/** Nine in the morning of the day before, and seven on the day itself: an event of a whole day begins at midnight. */
const alarms = ['-PT15H', 'PT7H'] as const

const alarmLines = (summary: string): readonly string[] =>
  alarms.flatMap((trigger) => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapedText(summary)}`,
    `TRIGGER:${trigger}`,
    'END:VALARM',
  ])

const optional = (name: string, text: string): readonly string[] =>
  text.trim() === '' ? [] : [`${name}:${escapedText(text)}`]

function eventLines({ uid, on, summary, description, place }: CalendarEvent, madeAt: number) {
  return [
    'BEGIN:VEVENT',
    `UID:${escapedText(`${uid}@${DOMAIN}`)}`,
    `DTSTAMP:${basicMoment(madeAt)}`,
    // Of two files with one event a calendar keeps the later.
    `SEQUENCE:${Math.floor(madeAt / 1000) % 2 ** 31}`,
    `DTSTART;VALUE=DATE:${basicDay(on)}`,
    `DTEND;VALUE=DATE:${basicDay(addDays(on, 1))}`,
    `SUMMARY:${escapedText(summary)}`,
    ...optional('DESCRIPTION', description),
    ...optional('LOCATION', place),
    'TRANSP:TRANSPARENT',
    'STATUS:CONFIRMED',
    ...alarmLines(summary),
    'END:VEVENT',
  ]
}

const byDay = (a: CalendarEvent, b: CalendarEvent): number =>
  a.on < b.on ? -1 : a.on > b.on ? 1 : a.uid < b.uid ? -1 : 1

/** The whole file; `madeAt` in milliseconds since 1970. Rules VIS-16 and VIS-17. */
export function calendarFile(events: readonly CalendarEvent[], name: string, madeAt: number): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${DOMAIN}//${DOMAIN}//VI`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapedText(name)}`,
    ...[...events].sort(byDay).flatMap((event) => eventLines(event, madeAt)),
    'END:VCALENDAR',
  ]
  return `${lines.map(foldLine).join('\r\n')}\r\n`
}
