// Records that a newer version of the app made: this one keeps them and passes them on, and cannot show them.
import type { PersonStore } from '#data/contract/store-contract.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import { useText } from '#ui/text/text-context.tsx'

export const NewerRecordsNotice = ({ store }: { readonly store: Pick<PersonStore, 'syncCentre'> }) => {
  const { t } = useText('sync-centre')
  const count = useLive(() => store.syncCentre.newerRecords(), [store]) ?? 0
  if (count === 0) return null
  const about = (
    <ButtonLink icon="info" href="/more/about">
      {t('newer.about')}
    </ButtonLink>
  )
  return (
    <Notice tone="note" icon="refresh" title={t('newer.title', { count })} actions={about}>
      {t('newer.text')}
    </Notice>
  )
}
