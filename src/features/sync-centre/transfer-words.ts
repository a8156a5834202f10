// One transfer in words: what went and came, when, how many bytes, how long. Pure, like the sentences of the status.
import type { TransferEntry } from '#data/contract/store-contract.ts'
import type { WordContext } from './sync-words.ts'

const MINUTE = 60_000

/** `Gửi 24 thay đổi và 2 tệp ảnh, nhận 3 bản ghi` */
export function movedSentence(entry: TransferEntry, { t, formats }: WordContext): string {
  const counted = (...names: readonly ('ops' | 'records' | 'photos' | 'thumbnails')[]): string =>
    formats.list(names.filter((name) => entry[name] > 0).map((name) => t(`transfers.${name}`, { count: entry[name] })))
  const sent = counted('ops', 'photos')
  const received = counted('records', 'thumbnails')
  if (sent !== '' && received !== '') return t('transfers.both', { sent, received })
  if (sent !== '') return t('transfers.sent', { sent })
  return received === '' ? t('transfers.nothingMoved') : t('transfers.received', { received })
}

function durationText(ms: number, { t }: WordContext): string {
  if (ms < 1.5 * MINUTE) return t('transfers.seconds', { count: Math.max(1, Math.round(ms / 1000)) })
  return t('transfers.minutes', { count: Math.round(ms / MINUTE) })
}

/** `10:32 · 18 kB (gửi 12 kB, nhận 6 kB) · 4 giây` */
export function transferFigures({ at, ms, up, down }: TransferEntry, words: WordContext): string {
  const { t, formats, now } = words
  const when = formats.dayOf(at) === formats.dayOf(now) ? formats.time(at) : formats.dateTime(at)
  const size = t('transfers.size', {
    all: formats.bytes(up + down),
    up: formats.bytes(up),
    down: formats.bytes(down),
  })
  return [when, size, durationText(ms, words)].join(' · ')
}
