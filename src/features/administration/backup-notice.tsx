// Whether the data is in more than one place, and how old that other place is.
import type { AdminStoreFacts } from '#data/contract/administration-contract.ts'
import { Notice } from '#ui/notice.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'

const HOUR_MS = 3_600_000
/** The endpoint makes one every hour; after two, something is wrong. */
const TOO_OLD_MS = 2 * HOUR_MS

type BackupNoticeProps = { readonly facts: AdminStoreFacts; readonly nowMs: number }

export const BackupNotice = ({ facts, nowMs }: BackupNoticeProps) => {
  const { t } = useText('administration')
  const { dateTime, relative } = useFormats()
  const { lastBackup, ops } = facts
  if (lastBackup === null)
    return (
      <Notice tone="bad" title={t('facts.noBackup')}>
        {t('facts.noBackupText')}
      </Notice>
    )
  const behind = ops - lastBackup.ops
  const isOld = behind > 0 && nowMs - lastBackup.atMs > TOO_OLD_MS
  return (
    <Notice
      tone={isOld ? 'warn' : behind > 0 ? 'note' : 'good'}
      title={t('facts.backupAt', { time: dateTime(lastBackup.atMs), age: relative(lastBackup.atMs, nowMs) })}
    >
      {behind > 0 ? t('facts.behind', { count: behind }) : t('facts.upToDate')} {isOld && t('facts.old')}
    </Notice>
  )
}
