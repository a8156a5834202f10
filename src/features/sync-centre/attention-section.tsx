// What the machine cannot settle: places where people wrote differently, and changes the endpoint refused. Each says
// why, that nothing is lost, and whether somebody has decided: one that was entered after all is gone from the list, one
// that was put away stays with the reason given for it (DAT-21).
import type { AttentionItem, PersonStore, SyncStatus } from '#data/contract/store-contract.ts'
import { isProblemCode } from '#domain/kernel/problem-code.ts'
import { useLive } from '#features/use-live.ts'
import { useProblemText } from '#features/use-problem-text.ts'
import { Mark } from '#ui/mark.tsx'
import { Row, Rows } from '#ui/rows.tsx'
import { Section } from '#ui/section.tsx'
import { Tag } from '#ui/tag.tsx'
import { useFormats, useText } from '#ui/text/text-context.tsx'
import { placeNameOf } from './place-name.ts'
import { kindText } from './record-words.ts'

type AttentionSectionProps = { readonly store: PersonStore; readonly status: SyncStatus }

export const AttentionSection = ({ store, status }: AttentionSectionProps) => {
  const { t } = useText('sync-centre')
  const items = useLive(() => store.syncCentre.attention(), [store]) ?? []
  if (status.conflicts === 0 && items.length === 0) return null
  const waiting = items.filter(({ dismissed }) => dismissed === undefined)
  const decided = items.filter(({ dismissed }) => dismissed !== undefined)
  return (
    <Section title={t('attention.title')} detail={items.length > 0 ? t(explanation(waiting.length)) : undefined}>
      <Rows label={t('attention.title')}>
        {status.conflicts > 0 && (
          <Row
            href="/sync/conflicts"
            mark={<Mark tone="warn" icon="users" />}
            title={t('attention.conflicts', { count: status.conflicts })}
            detail={t('attention.conflictsText')}
            cue={t('attention.compare')}
          />
        )}
        {[...waiting, ...decided].map((item) => (
          <RefusedRow key={item.n} item={item} store={store} />
        ))}
      </Rows>
    </Section>
  )
}

const explanation = (waiting: number): string => (waiting > 0 ? 'attention.nothingLost' : 'attention.allDecided')

const RefusedRow = ({ item, store }: { readonly item: AttentionItem; readonly store: PersonStore }) => {
  const { t } = useText('sync-centre')
  const formats = useFormats()
  const textOf = useProblemText()
  const place = placeNameOf(store, item.feed)
  const kind = kindText(item.kind, t)
  const { dismissed } = item
  return (
    <Row
      mark={dismissed ? <Mark tone="idle" icon="flag" /> : <Mark tone="bad" icon="flag" />}
      title={place === undefined ? kind : t('attention.ofPlace', { kind, place })}
      detail={
        <>
          {textOf({ code: isProblemCode(item.code) ? item.code : 'op.malformed' })}
          <br />
          {t('attention.madeAt', { time: formats.dateTime(item.at) })}
          {dismissed && (
            <>
              <br />
              {t('attention.dismissedAt', { time: formats.dateTime(dismissed.at), reason: dismissed.reason })}
            </>
          )}
        </>
      }
      trailing={
        <Tag tone={dismissed ? 'idle' : 'warn'}>{t(dismissed ? 'attention.dismissed' : 'attention.waiting')}</Tag>
      }
    />
  )
}
