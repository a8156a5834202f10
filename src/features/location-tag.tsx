// Where a record is, with the same words, icon and colour everywhere (rule DAT-4: never "sent" before the endpoint
// said so).
import type { RecordLocation } from '#data/contract/record-location.ts'
import type { IconName } from '#ui/icon-paths.ts'
import { Tag } from '#ui/tag.tsx'
import { useText } from '#ui/text/text-context.tsx'
import type { Tone } from '#ui/tone.ts'

const looks: Readonly<Record<RecordLocation, { readonly tone: Tone; readonly icon: IconName }>> = {
  'on-device': { tone: 'idle', icon: 'device-check' },
  unconfirmed: { tone: 'warn', icon: 'device-check' },
  sent: { tone: 'good', icon: 'cloud-check' },
  'backed-up': { tone: 'good', icon: 'lock' },
  'needs-attention': { tone: 'warn', icon: 'alert' },
}

export const LocationTag = ({ location }: { readonly location: RecordLocation }) => {
  const { t } = useText('common')
  return <Tag {...looks[location]}>{t(`location.${location}`)}</Tag>
}
