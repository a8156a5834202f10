import { describe, expect, it } from 'vitest'
import { createTextSource } from '#app/text/i18next-text-source.ts'
import { wordsAtHand } from '#app/text/locale-files.ts'
import { valueText } from '#features/sync-centre/conflict-value.ts'
import { fieldText, kindText } from '#features/sync-centre/record-words.ts'
import {
  backupSentence,
  clockSentence,
  headline,
  needsSignIn,
  outcomeSentence,
  restSentence,
} from '#features/sync-centre/sync-words.ts'
import { waitingKinds } from '#features/sync-centre/waiting-kinds.ts'
import { aStatus } from '#support/store/a-status.ts'
import { createFormats } from '#ui/text/format.ts'
import { NOW } from '#support/store/test-store.ts'

const source = await createTextSource({ language: 'vi', atHand: wordsAtHand })
await source.load('sync-centre')
const t = (key: string, params?: Record<string, string | number>) => source.translate('sync-centre', key, params)
const words = { t, formats: createFormats('vi'), now: NOW }

describe('the headline of the sync centre', () => {
  it.each([
    [{ pendingChanges: 12 }, '12 thay đổi chờ gửi'],
    [{ pendingPhotos: 2 }, '2 tệp chờ gửi'],
    [{ pendingChanges: 12, pendingPhotos: 2 }, '12 thay đổi và 2 tệp chờ gửi'],
    [{}, 'Chưa có gì để gửi'],
  ])('of %o is "%s"', (part, sentence) => {
    expect(headline(aStatus(part), words)).toBe(sentence)
  })

  it('DAT-4: says "sent" only where nothing waits any more', () => {
    expect(headline(aStatus({ lastSentAt: NOW, pendingChanges: 1 }), words)).toBe('1 thay đổi chờ gửi')
    expect(headline(aStatus({ lastSentAt: NOW }), words)).toMatch(/^Đã gửi hết lúc \d\d:\d\d$/)
  })
})

describe('SYN-15: what is said while photos wait for Wi-Fi or for a word', () => {
  const waits = { lastSentAt: NOW, lastContactAt: NOW, pendingPhotos: 3, photosWait: 'wifi' } as const

  it('SYN-15: is never that everything was sent, nor that it goes when there is a network', () => {
    expect(headline(aStatus(waits), words)).toBe('3 tệp chờ gửi')
    expect(outcomeSentence(aStatus(waits), words)).toBe('Chữ đã gửi xong; ảnh gốc và tài liệu còn chờ trên máy này.')
    expect(outcomeSentence(aStatus({ ...waits, pendingChanges: 2 }), words)).toMatch(/^Đã gửi được một phần/)
    expect(restSentence(aStatus(waits))).toBe('safeHereWaits')
    expect(restSentence(aStatus({ pendingPhotos: 3 }))).toBe('safeHere')
    expect(restSentence(aStatus({ lastSentAt: NOW }))).toBe('nothingWaits')
  })
})

describe('the outcome of "Gửi ngay"', () => {
  it('is never success after a failed or a partial round', () => {
    expect(outcomeSentence(aStatus({ lastContactAt: NOW, problem: { code: 'server.busy' } }), words)).toMatch(
      /^Chưa gửi được/,
    )
    expect(outcomeSentence(aStatus({ lastContactAt: NOW, phase: 'offline' }), words)).toMatch(/^Chưa gửi được/)
    expect(outcomeSentence(aStatus({ lastContactAt: NOW, pendingPhotos: 1 }), words)).toMatch(/^Đã gửi được một phần/)
    expect(outcomeSentence(aStatus({ lastContactAt: NOW }), words)).toMatch(/^Đã gửi xong lúc/)
    expect(outcomeSentence(aStatus(), words)).toBe('')
  })
})

describe('the clock of the device', () => {
  const minutes = (count: number) => count * 60_000
  it.each([
    [null, null],
    [minutes(5), null],
    [minutes(6), 'chậm khoảng 6 phút'],
    [-minutes(180), 'nhanh khoảng 3 giờ'],
    [minutes(60 * 24 * 3650), 'chậm khoảng 3650 ngày'],
  ])('SYN-5: off by %s ms is said as %s', (clockOffset, part) => {
    const sentence = clockSentence(aStatus({ clockOffset }), words)
    if (part === null) expect(sentence).toBeNull()
    else expect(sentence).toContain(part)
  })
})

describe('the backup', () => {
  it.each([
    [{ lastN: 0, safeN: 0 }, 'Máy này chưa ghi thay đổi nào.'],
    [{ lastN: 4, safeN: 0 }, 'Chưa thay đổi nào của máy này có trong bản sao lưu. Việc vẫn còn trên máy này.'],
    [
      { lastN: 4, safeN: 3 },
      '3 trong 4 thay đổi đã có trong bản sao lưu đã thử mở lại; phần còn lại có ở lần sao lưu sau.',
    ],
    [{ lastN: 4, safeN: 4 }, 'Mọi thay đổi trên máy này đã có trong bản sao lưu đã thử mở lại.'],
  ])('that holds %o is told as it is', (part, sentence) => {
    expect(backupSentence(aStatus(part), words)).toBe(sentence)
  })
})

it('only failures that a new sign-in heals ask for one', () => {
  const codes = ['auth.session-expired', 'device.unknown', 'device.forked', 'server.busy', 'network.offline'] as const
  expect(codes.filter((code) => needsSignIn(aStatus({ problem: { code } })))).toEqual(codes.slice(0, 3))
})

describe('what waits, by kind', () => {
  const op = (k: string, e: string) => ({ s: 'u/self', k, e })

  it('counts an answer once however often it was changed, and leaves out what goes along by itself', () => {
    const ops = [
      op('answer', 'a'),
      op('assessment-progress', 'p'),
      op('answer', 'a'),
      op('answer', 'b'),
      op('finding', 'f'),
    ]
    expect(waitingKinds(ops)).toEqual([
      { kind: 'answer', count: 2 },
      { kind: 'finding', count: 1 },
    ])
    expect(waitingKinds([op('assessment-progress', 'p')])).toEqual([{ kind: 'assessment-progress', count: 1 }])
  })
})

describe('a value in words', () => {
  const say = (field: string, value: Parameters<typeof valueText>[1]) =>
    valueText(field, value, { t, language: 'vi', formats: createFormats('vi') })

  it.each([
    ['score', 2, '2 · Có văn bản, chưa áp dụng đều'],
    ['score', 'na', 'Không áp dụng'],
    ['score', null, 'để trống'],
    ['result', 'NC', 'Không phù hợp'],
    ['note', 'Sổ ở tủ 2', 'Sổ ở tủ 2'],
    ['startedOn', '2026-11-21', '21/11/2026'],
    ['on', { text: '31/11/2026', date: null }, '31/11/2026'],
    ['answered', 1200, '1.200'],
    ['lateReasons', ['short-of-time', 'staff-moved'], 'Thiếu thời gian và Cán bộ luân chuyển'],
    ['later', { unknown: 1 }, '{"unknown":1}'],
  ])('of %s: %o is "%s"', (field, value, sentence) => {
    expect(say(field, value)).toBe(sentence)
  })

  it('CHG-6: names what only a newer version knows as it is stored', () => {
    expect(kindText('risk', t)).toBe('Loại chưa rõ (risk)')
    expect(fieldText('severity', t)).toBe('severity')
  })
})
