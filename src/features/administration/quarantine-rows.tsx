// Refused operations: who wrote, what, where and why, and the way to decide. Their content stays with those it belongs to.
import { useState } from 'react'
import type { Administration, AdminQuarantineItem } from '#data/contract/administration-contract.ts'
import { isKind } from '#domain/change/kind-registry.ts'
import { isProblemCode } from '#domain/kernel/problem-code.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Button } from '#ui/button.tsx'
import { EmptyState } from '#ui/empty-state.tsx'
import { Mark } from '#ui/mark.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { DecisionDialog } from './decision-dialog.tsx'

type QuarantineRowsProps = {
  /** Newest first. */
  readonly items: readonly AdminQuarantineItem[]
  /** All of them, where more wait than are listed. */
  readonly total: number
  readonly nameOf: (account: string) => string
  readonly administration: Administration
  readonly onDecided: () => void
}

export const QuarantineRows = ({ items, total, nameOf, administration, onDecided }: QuarantineRowsProps) => {
  const { t } = useText('administration')
  if (items.length === 0)
    return <EmptyState icon="check" level={2} title={t('quarantine.none')} text={t('quarantine.noneText')} />
  return (
    <>
      <Rows label={t('quarantine.title')}>
        {items.map((item) => (
          <QuarantineRow
            key={`${item.device} ${item.n}`}
            item={item}
            who={nameOf(item.account)}
            administration={administration}
            onDecided={onDecided}
          />
        ))}
      </Rows>
      {total > items.length && <p>{t('quarantine.more', { shown: items.length, total })}</p>}
    </>
  )
}

type QuarantineRowProps = Pick<QuarantineRowsProps, 'administration' | 'onDecided'> & {
  readonly item: AdminQuarantineItem
  readonly who: string
}

const QuarantineRow = ({ item, who, administration, onDecided }: QuarantineRowProps) => {
  const { t } = useText('administration')
  // The names of kinds are those of the sync centre.
  const { t: syncText } = useText('sync-centre')
  const formats = useFormats()
  const textOf = useProblemText()
  const kind = isKind(item.kind) ? syncText(`kindName.${item.kind}`) : syncText('kindName.unknown', { kind: item.kind })
  const [isDeciding, setIsDeciding] = useState(false)
  const title = t('quarantine.what', { kind, who })
  const why = isProblemCode(item.code) ? textOf({ code: item.code }) : t('quarantine.otherCode', { code: item.code })
  const dialog = isDeciding && (
    <DecisionDialog
      item={item}
      title={title}
      why={why}
      administration={administration}
      onClose={() => setIsDeciding(false)}
      onDecided={() => {
        setIsDeciding(false)
        onDecided()
      }}
    />
  )
  return (
    <Row
      mark={<Mark tone="warn" icon="flag" />}
      title={title}
      detail={
        <>
          {why}
          <br />
          {t('quarantine.where', {
            feed: item.feed,
            device: item.device,
            n: item.n,
            time: formats.dateTime(item.receivedMs),
          })}
        </>
      }
      actions={
        <>
          <Button onClick={() => setIsDeciding(true)}>{t('decision.open')}</Button>
          {dialog}
        </>
      }
    />
  )
}
