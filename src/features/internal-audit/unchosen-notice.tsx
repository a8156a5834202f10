// What two people of the team wrote differently, outside the items of the checklist: its findings, meetings and words. What
// would be sealed of it is nobody's choice, so the way to choose stands here.
import type { PersonStore } from '#data/contract/store-contract.ts'
import { useLive } from '#features/use-live.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Notice } from '#ui/notice.tsx'
import type { LoadedAudit } from './audit-gate.tsx'
import { useAuditWords } from './use-audit-words.ts'

/** How many places nobody chose in yet; undefined until that is known. Rule AUD-31. */
export function useUnchosen(
  { syncCentre }: Pick<PersonStore, 'syncCentre'>,
  { id, findingViews, meetings }: LoadedAudit['audit'],
): number | undefined {
  const own = [id, ...[...findingViews, ...meetings].map((one) => one.id)]
  const read = async (): Promise<number> =>
    (await syncCentre.conflicts()).filter(({ entity }) => own.includes(entity)).length
  return useLive(read, [syncCentre, own.join(' ')])
}

export const UnchosenNotice = ({ count }: { readonly count: number }) => {
  const { t } = useAuditWords()
  return (
    <Notice
      tone="warn"
      title={t('conclude.notDone')}
      announce
      actions={<ButtonLink href="/sync/conflicts">{t('conclude.choose')}</ButtonLink>}
    >
      {t('conclude.unchosen', { count })}
    </Notice>
  )
}
