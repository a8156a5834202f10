/** What the operator says about the endpoint's own housekeeping. */
import { SUMMARY_MINUTES } from '#server/summaries/summary-schedule.ts'

export interface CareSettings {
  /** Replaced operations older than this move to the archive; null where they never do. */
  readonly archiveAfterDays: number | null
  /** Devices seen within this many days hold back what they have not read. */
  readonly activeDays: number
  /** What happens to months of the journal that are older than every kept backup: they stay, go, or move to a folder. */
  readonly oldJournal: 'keep' | 'remove' | { readonly folder: string }
  /** Minutes between two summaries of the provinces (NAT-4), the usual ones where left out; null where none are made. */
  readonly summaryMinutes?: number | null
}

export const CARE_SETTINGS: CareSettings = { archiveAfterDays: 180, activeDays: 90, oldJournal: 'keep' }

const daysOf = (text: string | undefined, otherwise: number): number => {
  const days = Number(text === undefined || text === '' ? Number.NaN : text)
  return Number.isInteger(days) && days >= 0 ? days : otherwise
}

function oldJournalOf(text: string | undefined): CareSettings['oldJournal'] {
  if (text === undefined || text === '' || text === 'keep') return 'keep'
  return text === 'remove' ? 'remove' : { folder: text }
}

/** Left out they are made as usual, 0 makes none. */
function summaryMinutesOf(text: string | undefined): number | null {
  const minutes = daysOf(text, SUMMARY_MINUTES)
  return minutes === 0 ? null : minutes
}

export function readCareSettings(env: NodeJS.ProcessEnv): CareSettings {
  const archiveAfterDays = daysOf(env.SOTAY_ARCHIVE_AFTER_DAYS, CARE_SETTINGS.archiveAfterDays ?? 0)
  return {
    archiveAfterDays: archiveAfterDays === 0 ? null : archiveAfterDays,
    activeDays: daysOf(env.SOTAY_ACTIVE_DAYS, CARE_SETTINGS.activeDays),
    oldJournal: oldJournalOf(env.SOTAY_JOURNAL_OLD),
    summaryMinutes: summaryMinutesOf(env.SOTAY_SUMMARY_MINUTES),
  }
}
