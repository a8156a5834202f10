// Whether the data of the installation is safe, first; then how much there is.
import type { AdminStoreFacts } from '#data/contract/administration-contract.ts'
import { DefinitionList } from '#ui/definition-list.tsx'
import { Stack } from '#ui/layout.tsx'
import { Notice } from '#ui/notice.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'

export const StoreFacts = ({ facts }: { readonly facts: AdminStoreFacts }) => {
  const { t } = useText('administration')
  const { number, dateTime } = useFormats()
  const { lastBackup } = facts
  const behind = lastBackup ? facts.ops - lastBackup.ops : 0
  return (
    <Stack gap={4}>
      {lastBackup === null ? (
        <Notice tone="bad" title={t('facts.noBackup')}>
          {t('facts.noBackupText')}
        </Notice>
      ) : (
        <Notice tone={behind > 0 ? 'note' : 'good'} title={t('facts.backupAt', { time: dateTime(lastBackup.atMs) })}>
          {behind > 0 ? t('facts.behind', { count: behind }) : t('facts.upToDate')}
        </Notice>
      )}
      <DefinitionList
        items={[
          { term: t('facts.ops'), value: number(facts.ops) },
          { term: t('facts.entities'), value: number(facts.entities) },
          { term: t('facts.feeds'), value: number(facts.feeds) },
          { term: t('facts.blobs'), value: number(facts.blobs) },
          { term: t('facts.conflicts'), value: number(facts.openConflicts) },
          { term: t('facts.engine'), value: facts.engine },
        ]}
      />
    </Stack>
  )
}
