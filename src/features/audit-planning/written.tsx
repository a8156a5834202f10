// What became of the last choice: kept on this device, or why not.
import { ProblemNotice } from '#features/problem-notice.tsx'
import { Icon } from '#ui/icon.tsx'
import { Cluster } from '#ui/layout.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import type { Write } from './use-write.ts'

export const Written = ({ write: { problem, savedAt } }: { readonly write: Write }) => {
  const { t } = useText('common')
  const formats = useFormats()
  if (problem !== null) return <ProblemNotice problem={problem} />
  if (savedAt === null) return null
  return (
    <Cluster gap={2}>
      <Icon name="device-check" />
      <output>{t('savedAt', { time: formats.time(savedAt) })}</output>
    </Cluster>
  )
}
