// What the chip says, from the stored status alone: it never promises more than the endpoint confirmed. The most urgent
// thing wins: work that could not be sent, then what waits for a person, then what waits to be sent. Two short lines.
import type { ProblemCode } from '#domain/kernel/problem-catalogue.ts'
import type { SyncStatus } from '#data/contract/store-contract.ts'
import type { IconName } from '#ui/icon-paths.ts'
import type { Formats } from '#ui/text/format.ts'
import type { Translate } from '#ui/text/text-context.tsx'

export interface ChipWords {
  readonly tone: 'good' | 'act' | 'warn' | 'bad'
  readonly icon: IconName
  readonly title: string
  readonly detail: string
}

interface ChipContext {
  readonly t: Translate
  readonly formats: Formats
  readonly now: number
}

/** A clock that differs more than this is worth a word (rule SYN-5). */
const CLOCK_TOLERANCE_MS = 5 * 60_000

/** Codes with short words of their own below `chip.reason`; the sentence stands in the sync centre. */
const shortReasons: ReadonlySet<ProblemCode> = new Set<ProblemCode>([
  'auth.locked',
  'auth.session-expired',
  'auth.wrong-credentials',
  'device.forked',
  'device.unknown',
  'network.captive-portal',
  'network.offline',
  'network.timeout',
  'network.unreadable-answer',
  'server.busy',
  'server.internal',
  'server.storage-full',
  'storage.closed',
  'storage.evicted',
  'storage.failed',
  'storage.full',
  'storage.newer-version',
])

export function chipWords(status: SyncStatus | undefined, context: ChipContext): ChipWords {
  const { t } = context
  if (status === undefined)
    return { tone: 'act', icon: 'device-check', title: t('chip.opening'), detail: t('chip.wait') }
  if (status.phase === 'sending') return sendingWords(status, context)
  const trouble = status.phase === 'offline' ? null : status.problem
  if (trouble && trouble.code !== 'network.offline') return troubleWords(trouble.code, context)
  const matters = status.quarantined + status.conflicts
  if (matters > 0) {
    return {
      tone: 'warn',
      icon: 'flag',
      title: t('chip.attention'),
      detail: t('chip.attentionDetail', { count: matters }),
    }
  }
  return isClockOff(status) ? clockWords(status, context) : quietWords(status, context)
}

const isWaiting = (status: SyncStatus): boolean => status.pendingChanges > 0 || status.pendingPhotos > 0

const isClockOff = ({ clockOffset }: SyncStatus): boolean =>
  clockOffset !== null && Math.abs(clockOffset) > CLOCK_TOLERANCE_MS

function waitingText({ pendingChanges, pendingPhotos, photosWait }: SyncStatus, { t, formats }: ChipContext): string {
  const params = { changes: formats.number(pendingChanges), photos: formats.number(pendingPhotos) }
  if (pendingPhotos === 0) return t('chip.waiting', params)
  if (pendingChanges === 0 && photosWait !== null) return t(`chip.photosWait.${photosWait}`, params)
  return pendingChanges === 0 ? t('chip.waitingPhotos', params) : t('chip.waitingBoth', params)
}

function sendingWords(status: SyncStatus, context: ChipContext): ChipWords {
  const { t } = context
  const frame = { tone: 'act', icon: 'cloud-up' } as const
  if (!isWaiting(status)) return { ...frame, title: t('chip.receiving'), detail: t('chip.receivingDetail') }
  return { ...frame, title: t('chip.sending'), detail: waitingText(status, context) }
}

function troubleWords(code: ProblemCode, { t }: ChipContext): ChipWords {
  const isStorage = code.startsWith('storage.')
  return {
    tone: isStorage ? 'bad' : 'warn',
    icon: isStorage ? 'alert' : 'cloud-off',
    title: t(isStorage ? 'chip.notStored' : 'chip.notSent'),
    detail: t(`chip.reason.${shortReasons.has(code) ? code : 'other'}`),
  }
}

const sentTitle = (at: number, { t, formats, now }: ChipContext): string =>
  t('chip.sent', { at: formats.timeOrDay(at, now) })

function clockWords(status: SyncStatus, context: ChipContext): ChipWords {
  const { t, formats } = context
  const changes = formats.number(status.pendingChanges + status.pendingPhotos)
  const sent = status.lastSentAt === null ? t('chip.saved') : sentTitle(status.lastSentAt, context)
  const title = isWaiting(status) ? t('chip.waitingShort', { changes }) : sent
  return { tone: 'warn', icon: 'clock', title, detail: t('chip.clock') }
}

function quietWords(status: SyncStatus, context: ChipContext): ChipWords {
  const { t } = context
  if (isWaiting(status)) {
    return { tone: 'act', icon: 'device-check', title: t('chip.saved'), detail: waitingText(status, context) }
  }
  if (status.lastSentAt === null) {
    return { tone: 'act', icon: 'device-check', title: t('chip.saved'), detail: t('chip.nothingYet') }
  }
  const detail = t(status.phase === 'offline' ? 'chip.offline' : 'chip.sentAll')
  return { tone: 'good', icon: 'cloud-check', title: sentTitle(status.lastSentAt, context), detail }
}
