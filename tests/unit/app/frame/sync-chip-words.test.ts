import { describe, expect, it } from 'vitest'
import { chipWords } from '#app/frame/sync-chip-words.ts'
import { createTextSource } from '#app/text/i18next-text-source.ts'
import { wordsAtHand } from '#app/text/locale-files.ts'
import type { SyncStatus } from '#data/contract/store-contract.ts'
import { problemCodes } from '#domain/kernel/problem-code.ts'
import { aStatus } from '#support/store/a-status.ts'
import { createFormats } from '#ui/text/format.ts'

const NOW = new Date(2026, 10, 21, 15, 0).getTime()
const source = await createTextSource({ language: 'vi', atHand: wordsAtHand })

const say = (status: SyncStatus | undefined): string => {
  const t = (key: string, params?: Readonly<Record<string, string | number>>) =>
    source.translate('navigation', key, params)
  const words = chipWords(status, { t, formats: createFormats('vi'), now: NOW })
  return `${words.tone}: ${words.title} / ${words.detail}`
}

const sentAt = new Date(2026, 10, 21, 10, 32).getTime()

describe('the chip', () => {
  it.each<[string, Partial<SyncStatus>, string]>([
    ['work that waits', { pendingChanges: 12 }, 'act: Đã lưu trên máy / chờ gửi 12'],
    ['photos that wait', { pendingPhotos: 3 }, 'act: Đã lưu trên máy / chờ gửi 3 tệp'],
    [
      'photos that wait for Wi-Fi',
      { pendingPhotos: 3, photosWait: 'wifi', lastSentAt: sentAt },
      'act: Đã lưu trên máy / 3 tệp chờ Wi-Fi',
    ],
    [
      'photos that wait for a word',
      { pendingPhotos: 3, photosWait: 'hidden-network', lastSentAt: sentAt },
      'act: Đã lưu trên máy / 3 tệp chờ cho gửi',
    ],
    [
      'text beside photos that wait',
      { pendingChanges: 2, pendingPhotos: 3, photosWait: 'permission' },
      'act: Đã lưu trên máy / chờ gửi 2 · 3 tệp',
    ],
    ['both', { pendingChanges: 1234, pendingPhotos: 3 }, 'act: Đã lưu trên máy / chờ gửi 1.234 · 3 tệp'],
    ['everything sent', { lastSentAt: sentAt }, 'good: Đã gửi 10:32 / không còn gì chờ'],
    [
      'sent, now without a network',
      { lastSentAt: sentAt, phase: 'offline' },
      'good: Đã gửi 10:32 / đang không có mạng',
    ],
    ['sent on another day', { lastSentAt: sentAt - 86_400_000 }, 'good: Đã gửi 20/11 / không còn gì chờ'],
    ['nothing written yet', {}, 'act: Đã lưu trên máy / chưa có gì để gửi'],
    ['sending', { phase: 'sending', pendingChanges: 4 }, 'act: Đang gửi… / chờ gửi 4'],
    ['reading only', { phase: 'sending' }, 'act: Đang cập nhật… / lấy dữ liệu mới'],
    [
      'a busy endpoint',
      { phase: 'problem', problem: { code: 'server.busy' }, pendingChanges: 4 },
      'warn: Chưa gửi được / máy chủ bận, tự gửi lại',
    ],
    [
      'a session that ended',
      { phase: 'problem', problem: { code: 'auth.session-expired' } },
      'warn: Chưa gửi được / cần đăng nhập lại',
    ],
    [
      'a full device',
      { phase: 'problem', problem: { code: 'storage.full' } },
      'bad: Lỗi bộ nhớ máy / bộ nhớ máy đã đầy',
    ],
    [
      'matters for a person',
      { quarantined: 1, conflicts: 1, pendingChanges: 5 },
      'warn: Cần anh/chị xem / 2 việc ở mục Đồng bộ',
    ],
    [
      'no network',
      { phase: 'offline', problem: { code: 'network.offline' }, pendingChanges: 7 },
      'act: Đã lưu trên máy / chờ gửi 7',
    ],
  ])('SYN-2: tells %s', (_what, status, words) => {
    expect(say(aStatus(status))).toBe(words)
  })

  it('SYN-2: never says sent while anything waits, whenever the last time was', () => {
    for (const waiting of [{ pendingChanges: 1 }, { pendingPhotos: 1 }]) {
      for (const phase of ['idle', 'sending', 'offline', 'problem'] as const) {
        for (const clockOffset of [0, 9_000_000]) {
          expect(say(aStatus({ ...waiting, phase, clockOffset, lastSentAt: sentAt }))).not.toContain('Đã gửi')
        }
      }
    }
  })

  it('SYN-5: tells of a clock that is more than five minutes off, and still how much waits', () => {
    expect(say(aStatus({ clockOffset: -3_600_000, pendingChanges: 12 }))).toBe('warn: Chờ gửi 12 / đồng hồ máy bị lệch')
    expect(say(aStatus({ clockOffset: 200_000, pendingChanges: 12 }))).toBe('act: Đã lưu trên máy / chờ gửi 12')
  })

  it('has words for every problem there is', () => {
    for (const code of problemCodes)
      expect(say(aStatus({ phase: 'problem', problem: { code } }))).not.toContain('chip.')
  })

  it('keeps its room before the store has answered', () => {
    expect(say(undefined)).toBe('act: Đang mở… / xin chờ')
  })
})
