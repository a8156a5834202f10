// Refused operations: who wrote, what, where and why. Their content stays with those it belongs to.
import type { AdminOverview, AdminQuarantineItem } from '#data/contract/administration-contract.ts'
import { isKind } from '#domain/change/kind-registry.ts'
import { isProblemCode } from '#domain/kernel/problem-catalogue.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { EmptyState } from '#ui/empty-state.tsx'
import { Mark } from '#ui/mark.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { accountName } from './admin-list.ts'

export const QuarantineRows = ({ overview }: { readonly overview: AdminOverview }) => {
  const { t } = useText('administration')
  const { quarantine, facts } = overview
  if (quarantine.length === 0)
    return <EmptyState icon="check" level={3} title={t('quarantine.none')} text={t('quarantine.noneText')} />
  return (
    <>
      <Rows label={t('quarantine.title')}>
        {quarantine.map((item) => (
          <QuarantineRow key={`${item.device} ${item.n}`} item={item} overview={overview} />
        ))}
      </Rows>
      {facts.quarantined > quarantine.length && (
        <p>{t('quarantine.more', { shown: quarantine.length, total: facts.quarantined })}</p>
      )}
    </>
  )
}

type QuarantineRowProps = { readonly item: AdminQuarantineItem; readonly overview: AdminOverview }

const QuarantineRow = ({ item, overview }: QuarantineRowProps) => {
  const { t } = useText('administration')
  // The names of kinds are those of the sync centre.
  const { t: syncText } = useText('sync-centre')
  const formats = useFormats()
  const textOf = useProblemText()
  const kind = isKind(item.kind) ? syncText(`kindName.${item.kind}`) : syncText('kindName.unknown', { kind: item.kind })
  return (
    <Row
      mark={<Mark tone="warn" icon="flag" />}
      title={t('quarantine.what', { kind, who: accountName(overview, item.account) })}
      detail={
        <>
          {isProblemCode(item.code) ? textOf({ code: item.code }) : t('quarantine.otherCode', { code: item.code })}
          <br />
          {t('quarantine.where', {
            feed: item.feed,
            device: item.device,
            n: item.n,
            time: formats.dateTime(item.receivedMs),
          })}
        </>
      }
    />
  )
}
