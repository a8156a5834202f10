// The chip, fed by the store: every tab and the next cold start show the same.
import { useLiveQuery } from 'dexie-react-hooks'
import type { Clock } from '#domain/kernel/clock.ts'
import type { PersonStore } from '#data/contract/store-contract.ts'
import { SyncChip } from '#ui/sync-chip.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { chipWords } from './sync-chip-words.ts'
import { useNow } from './use-now.ts'

type StatusChipProps = { readonly store: PersonStore; readonly clock: Clock }

export const StatusChip = ({ store, clock }: StatusChipProps) => {
  const { t } = useText('navigation')
  const formats = useFormats()
  const now = useNow(clock)
  const status = useLiveQuery(() => store.syncCentre.status(), [store])
  return <SyncChip {...chipWords(status, { t, formats, now })} href="/sync" />
}
